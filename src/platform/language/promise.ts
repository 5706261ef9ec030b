// Statements that can be judged. Each function makes one; with more than one environment a promise says `in:`.

import type { At, PlatformPromise } from '../model.ts'
import type { Fields } from '../schema.ts'
import type { PromiseKind } from './define-promise.ts'
import { monitoringKinds, monitoringOfPlatforms, monitoringPromises } from './monitoring-promises.ts'
import { networkKinds, networkPromises } from './network-promises.ts'
import { recoveryKinds, recoveryOfPlatforms, recoveryPromises } from './recovery-promises.ts'
import { securityKinds, securityPromises } from './security-promises.ts'
import { workloadKinds, workloadPromises } from './workload-promises.ts'

type Making = ((options: object, more: object, at?: At) => PlatformPromise) & { readonly fields: Fields }

const ofPlatforms = { ...monitoringOfPlatforms, ...recoveryOfPlatforms }

/** The same promises for a reader of files, which says itself where each stands, with the options that they take. */
export const promiseAt = {
  ...monitoringKinds,
  ...networkKinds,
  ...recoveryKinds,
  ...securityKinds,
  ...workloadKinds,
} satisfies { readonly [kind in Exclude<PromiseKind, keyof typeof ofPlatforms>]: Making }

/** Every promise of a platform, as `promiseAt` has those that files make. */
export const platformPromiseAt = { ...promiseAt, ...ofPlatforms } satisfies { readonly [kind in PromiseKind]: Making }

export const promise = Object.freeze({
  ...recoveryPromises,
  ...networkPromises,
  ...monitoringPromises,
  ...workloadPromises,
  ...securityPromises,
})
