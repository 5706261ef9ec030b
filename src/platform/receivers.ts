import type { Alert, Receiver, Team } from './model.ts'

/** The ways by which people or teams are told. */
export function receiversIn(told: readonly (Receiver | Team)[]): readonly Receiver[] {
  return told.flatMap((one) => (one.is === 'receiver' ? one : (one.reachedBy ?? [])))
}

/** The ways by which somebody is told of an alert at first. */
export function receiversOf({ to }: Alert): readonly Receiver[] {
  return receiversIn(to)
}
