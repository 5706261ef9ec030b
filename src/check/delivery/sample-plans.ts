// A shop with what stands before it and beside it, for tests of questions on delivery.

import { environment } from '../../platform/language/environment.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import type { Environment } from '../../platform/model.ts'
import type { AnyPromiseKind, AnyQuestion } from '../define.ts'
import { type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict } from '../verdict.ts'

export interface Places extends Shop {
  /** What stands before live, one after the other. */
  readonly trial: Environment
  readonly last: Environment
  readonly standby: Environment
}

/** What a question answers of a shop with these plans. */
export function askedOf(
  question: AnyQuestion | AnyPromiseKind,
  plans: (places: Places) => Partial<PlatformOptions>,
  more: ShopOptions = {},
): readonly Verdict[] {
  const made = new Map<string, Environment>()
  const world = sampleWorld({
    ...more,
    live: { purpose: 'production', ...more.live },
    environments: ({ harbour, live, checkout }) => {
      const at = (name: string, options: object) => environment(name, { on: harbour, namespace: name, ...options })
      made.set('trial', at('trial', { purpose: 'staging', runs: [checkout] }))
      made.set('last', at('last', { purpose: 'staging' }))
      made.set('standby', at('standby', { standbyOf: live }))
      return [...made.values()]
    },
    plans: (shop) => plans({ ...shop, ...(Object.fromEntries(made) as unknown as Omit<Places, keyof Shop>) }),
  })
  return verdictsOf(question, world)
}
