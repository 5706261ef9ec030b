// What is promised of a step that says no time itself: the names that it leads elsewhere, the rows that it brings back, the
// application that it deploys, the machines that it provides.

import type { PromisedTime } from '../../engine/recovery/critical-path.ts'
import { dnsTime } from '../../engine/recovery/dns-time.ts'
import { noTime } from '../../engine/recovery/span.ts'
import type { Environment, Failure, Step } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import type { World } from '../world.ts'
import type { Recovers } from './store-recovery.ts'

type Does = NonNullable<Step['does']>

// Part of the environment that a step brings back, by what it does.
const parts: { readonly [D in Does]?: NonNullable<Recovers['part']> } = {
  restore: 'data',
  deploy: 'application',
  rollback: 'application',
  configure: 'application',
  provision: 'infrastructure',
}

/** The half of an environment that a step brings back. */
export function partBrought(does: Step['does']): Recovers['part'] {
  return does && parts[does]
}

/** By the names of steps that bring the environment back from the failure. A promise that several of them keep is counted once;
 *  what is promised of `except` is left out. */
export function promisedTimes(
  steps: readonly Step[],
  environment: Environment,
  failure: Failure | undefined,
  world: World,
  except?: string,
): ReadonlyMap<string, PromisedTime> {
  const promises = recoveriesIn(environment, failure, world).filter((one) => recoveredName(one) !== except)
  const counted = new Set<Recovers>()
  return new Map(
    steps.flatMap((step) => {
      const time = step.takes === undefined ? (reckoned(step) ?? promisedOf(step, promises, counted)) : undefined
      return time ? [[step.name, time] as const] : []
    }),
  )
}

/** Of names of which somebody says how often they are checked, and for how long an answer is kept. */
function reckoned({ does, by }: Step): PromisedTime | undefined {
  if (does !== 'redirect' || !by) return undefined
  const { span } = dnsTime(by)
  return span.to === undefined
    ? undefined
    : { span, says: `checks and TTL of ${by.name}`, source: { stated: by.stated } }
}

function promisedOf(
  { does, of = [], by }: Step,
  promises: readonly Recovers[],
  counted: Set<Recovers>,
): PromisedTime | undefined {
  const part = does && parts[does]
  const isMeant = ({ what, part: whole }: Recovers) =>
    what.is === 'dnsFailover'
      ? does === 'redirect' && what.name === by?.name
      : part !== undefined && (what.is === 'component' ? of.some(({ name }) => name === what.name) : whole === part)
  const first = soonest(promises.filter(isMeant))
  if (!first) return undefined
  const { promise, seconds } = first
  const isAgain = counted.has(promise)
  counted.add(promise)
  return {
    span: isAgain ? noTime : { from: 0, to: seconds },
    isBound: true,
    says: `${isAgain ? 'within what is' : 'as'} promised of ${recoveredName(promise)}`,
    source: { stated: promise.stated },
  }
}

/** Promises that something of the environment comes back from the failure, or from any. */
export function recoveriesIn(
  environment: Environment,
  failure: Failure | undefined,
  { promises }: World,
): readonly Recovers[] {
  return promises.filter(
    (promise): promise is Recovers =>
      promise.is === 'promise' &&
      promise.kind === 'recovers' &&
      promise.in?.name === environment.name &&
      isOf(promise.from, failure),
  )
}

/** What is promised of any failure is promised of each. */
export function isOf(promised: Failure | undefined, failure: Failure | undefined): boolean {
  if (!promised || !failure) return true
  return promised.kind === failure.kind && promised.of === failure.of
}

/** `ledger-db`, `the data of live`. */
export function recoveredName({ what, part }: Recovers): string {
  return part === undefined ? what.name : `the ${part} of ${what.name}`
}

// Where it is promised twice, the sooner one holds for both.
function soonest(promises: readonly Recovers[]) {
  const timed = promises.flatMap((promise) => {
    const seconds = secondsOf(promise.within)
    return seconds === undefined ? [] : [{ promise, seconds }]
  })
  return timed.sort((a, b) => a.seconds - b.seconds)[0]
}
