// What is noticed, as the ids of promises name it: `crash-loops`, `loss-of-cluster`, `ledger-db`.

import type { PlatformPromise } from './model.ts'

export function noticedName(what: Extract<PlatformPromise, { kind: 'noticed' }>['what']): string {
  if (typeof what === 'string') return what
  return what.is === 'failure' ? `${what.kind}-of-${what.of}` : what.name
}
