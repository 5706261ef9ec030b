// The words for what objects name.

import type { Words } from '../verdict.ts'

interface Named {
  readonly target: string
  /** What follows where it is not there. */
  readonly otherwise: string
}

export type ReferRules = {
  there: { readonly targets: readonly string[] }
  made: Named & { readonly says: string }
  outside: Named & { readonly says: string }
  unread: { readonly target: string; readonly who: readonly string[] }
  absent: Named
  noKey: Named & { readonly key: string; readonly keys: readonly string[] }
  noPort: Named & { readonly port: number | string; readonly ports: readonly string[] }
}

export const referWords = {
  there: ({ targets }: ReferRules['there']) => `there: ${targets.join(', ')}`,
  made: ({ target, says, otherwise }: ReferRules['made'], truth: boolean | undefined) =>
    truth === false ? `${target} is not made: ${otherwise}` : `${target}: ${says}`,
  outside: ({ target, otherwise }: ReferRules['outside'], truth: boolean | undefined) =>
    truth === false ? `${target} is not there: ${otherwise}` : `${target} is in no file, and is taken to be there`,
  unread: ({ target, who }: ReferRules['unread']): Words => ({
    line: `${target} is in no file that was read, and may be there`,
    rows: who.map((one) => ['perhaps', one]),
  }),
  absent: ({ target, otherwise }: ReferRules['absent']) => `${target} does not exist: ${otherwise}`,
  noKey: ({ target, key, keys, otherwise }: ReferRules['noKey']) =>
    `${target} has no key ${key} (it has ${keys.join(', ')}): ${otherwise}`,
  noPort: ({ target, port, ports, otherwise }: ReferRules['noPort']) =>
    `${target} has no port ${port} (it has ${ports.join(', ') || 'none'}): ${otherwise}`,
}
