// The verdicts on the promises that fulfil a control.

import type { Control, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { askPromises } from '../ask.ts'
import { promiseKinds } from '../promises.ts'
import type { Truth, Verdict } from '../verdict.ts'
import type { World } from '../world.ts'

export interface Fulfilling {
  readonly verdict: Verdict
  readonly truth: Truth
  /** What decides it, in a line. */
  readonly line: string
  readonly cause?: string
  /** What to do about it. */
  readonly hint?: string
  readonly stated?: Stated
}

/** `fulfilledBy: [promise…] of encryption`. */
export function sayFulfilled({ name }: Control): string {
  return `fulfilledBy: promises that ${name} comes to`
}

export function fulfilling({ fulfilledBy = [] }: Control, world: World): readonly Fulfilling[] {
  return fulfilledBy
    .flatMap((by) => (typeof by === 'string' ? [] : verdictsOn(by, world).map(fulfillingOf)))
    .toSorted((a, b) => byCodePoint(a.verdict.id, b.verdict.id))
}

/** What is named as fulfilling it, without a promise that would show it. */
export function onlyNamed({ fulfilledBy = [] }: Control): readonly string[] {
  return fulfilledBy.filter((by) => typeof by === 'string').toSorted(byCodePoint)
}

function verdictsOn(promise: PlatformPromise, world: World): readonly Verdict[] {
  return [...askPromises(promiseKinds[promise.kind], { ...world, promises: [promise] })]
}

function fulfillingOf(verdict: Verdict): Fulfilling {
  const truth = verdict.verdict === 'broken' ? false : verdict.verdict === 'unknown' ? undefined : true
  const reason = verdict.because.find((one) => one.truth === truth) ?? verdict.because[0]
  const { cause = verdict.cause, hint } = reason ?? {}
  return {
    verdict,
    truth,
    line: reason?.says.line ?? verdict.says,
    ...(truth === false && cause !== undefined && { cause }),
    ...(truth !== true && hint !== undefined && { hint }),
    ...(verdict.stated && { stated: verdict.stated }),
  }
}
