// Statements that can be judged. Each function makes one; with more than one environment a promise says `in:`.

import type { At, PlatformPromise } from '../model.ts'
import type { Fields } from '../schema.ts'
import type { PromiseKind } from './define-promise.ts'
import { deliveryOfPlatforms, deliveryPromises } from './delivery-promises.ts'
import { environmentOfPlatforms, environmentPromises } from './environment-promises.ts'
import { monitoringKinds, monitoringOfPlatforms, monitoringPromises } from './monitoring-promises.ts'
import { networkKinds, networkPromises } from './network-promises.ts'
import { protectionOfPlatforms, protectionPromises } from './protection-promises.ts'
import { recoveryKinds, recoveryOfPlatforms, recoveryPromises } from './recovery-promises.ts'
import { scalingOfPlatforms, scalingPromises } from './scaling-promises.ts'
import { securityKinds, securityPromises } from './security-promises.ts'
import { trafficOfPlatforms, trafficPromises } from './traffic-promises.ts'
import { workloadKinds, workloadPromises } from './workload-promises.ts'

type Making = ((options: object, more: object, at?: At) => PlatformPromise) & { readonly fields: Fields }

const ofPlatforms = {
  ...environmentOfPlatforms,
  ...monitoringOfPlatforms,
  ...recoveryOfPlatforms,
  ...deliveryOfPlatforms,
  ...trafficOfPlatforms,
  ...scalingOfPlatforms,
  ...protectionOfPlatforms,
}

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
  ...scalingPromises,
  ...securityPromises,
  ...deliveryPromises,
  ...trafficPromises,
  ...environmentPromises,
  ...protectionPromises,
})

const bySubject = {
  monitoring: { ...monitoringKinds, ...monitoringOfPlatforms },
  network: networkKinds,
  recovery: { ...recoveryKinds, ...recoveryOfPlatforms },
  scaling: scalingOfPlatforms,
  security: securityKinds,
  workloads: workloadKinds,
} as const

/** What a kind of promise is about: `recovery`, `security`; undefined for a word that is none. */
export function promiseSubject(kind: string): keyof typeof bySubject | undefined {
  const subjects = Object.keys(bySubject) as (keyof typeof bySubject)[]
  return subjects.find((subject) => Object.hasOwn(bySubject[subject], kind))
}
