// One question, or one kind of promise, asked of one world: what was found, as verdicts with their words.

import type { Assumption } from '../engine/assumption.ts'
import { atOf } from '../platform/at.ts'
import type { PlatformPromise } from '../platform/model.ts'
import { aboutPromise } from './about-promise.ts'
import type { AnyFinding, AnyPromiseKind, AnyQuestion } from './define.ts'
import { isOnlyLive } from './only-live.ts'
import { onlyEnvironment } from './place.ts'
import { restingPart, restingWords } from './plans/resting.ts'
import { rememberingLast } from './remembering.ts'
import { withTakenOver } from './taken-over.ts'
import { conclude, holds, type Reason, type Verdict } from './verdict.ts'
import { verdictOf } from './verdict-of.ts'
import type { World } from './world.ts'

export function* askQuestion({ id, says, judge }: AnyQuestion, world: World): Generator<Verdict> {
  const { denied, briefly } = world
  for (const finding of judge(world))
    if (!isOnlyLive(finding, world))
      yield withTakenOver(verdictOf({ finding, asks: id, says, kind: 'question', denied, briefly }), finding, world)
}

/** Asks of every promise of this kind that the platform of the world makes. */
export function* askPromises(kind: AnyPromiseKind, world: World): Generator<Verdict> {
  for (const promise of world.promises)
    if (promise.is !== 'planned' && promise.kind === kind.kind) yield* askPromise(kind, promise, world)
}

/** Asks of one promise. */
export function* askPromise(
  { kind: asks, judge, says }: AnyPromiseKind,
  promise: PlatformPromise,
  world: World,
): Generator<Verdict> {
  const kind = promise.kind === 'figure' ? 'figure' : 'promise'
  const findings = foundOf(promise, judge)(world)
  // One former id is that of one verdict.
  const was = findings.length === 1 && promise.was !== undefined ? { was: promise.was } : {}
  // What it rests on, or is guessed from, joins its reasons.
  const briefly = world.briefly && promise.restsOn === undefined && promise.guessed === undefined
  for (const finding of findings) {
    const asked = verdictOf({ finding, asks, says, kind, denied: world.denied, briefly })
    const found = withTakenOver(asked, finding, world)
    const verdict = named(found, promise, finding, briefly)
    yield promised(resting(guessed({ ...verdict, ...was }, promise, world), promise), promise, world)
  }
}

type Judge = AnyPromiseKind['judge']

const askedOf = new WeakMap<
  PlatformPromise,
  { readonly judge: Judge; readonly on: (world: World) => readonly AnyFinding[] }
>()

// A promise is asked for itself, and again for each control that it fulfils.
function foundOf(promise: PlatformPromise, judge: Judge): (world: World) => readonly AnyFinding[] {
  const known = askedOf.get(promise)
  if (known?.judge === judge) return known.on
  const on = rememberingLast((world) => {
    const meant = { ...promise, in: promise.in ?? (promise.kind === 'figure' ? undefined : onlyEnvironment(world)) }
    return [...judge(meant as never, world)]
  })
  askedOf.set(promise, { judge, on })
  return on
}

// What nobody has confirmed may not be what is meant: it is never kept.
function guessed(verdict: Verdict, { guessed: from }: PlatformPromise, { denied }: World): Verdict {
  if (from === undefined) return verdict
  const meant: Assumption = {
    id: 'guessed/promises',
    says: 'what is promised by guess is meant: confirm it, and take out its "guessed"',
    kind: 'guess',
  }
  const reason: Reason = {
    rule: 'guessed',
    truth: denied.has(meant.id) ? undefined : true,
    because: { from },
    says: { line: `this is promised by guess, from ${from}: confirm it` },
    assumes: denied.has(meant.id) ? [] : [meant],
  }
  const because = [...verdict.because, reason]
  return { ...verdict, because, ...conclude(because) }
}

// Whatever else holds: what a promise takes for granted is decided first.
function resting(verdict: Verdict, { restsOn, stated }: PlatformPromise): Verdict {
  if (restsOn === undefined) return verdict
  const { rule, truth, because: found, cause, hint, stated: cited } = restingPart(restsOn, stated)
  const reason: Reason = {
    rule,
    truth,
    because: { ...found },
    says: { line: restingWords(found) },
    assumes: [],
    ...(truth === false && { cause, hint }),
    stated: cited?.filter((one) => one !== undefined) ?? [],
  }
  const because = [...verdict.because, reason]
  return { ...verdict, because, ...conclude(because), cause: verdict.cause ?? reason.cause }
}

/** Who gave it stands for it; before its day a promise that is not kept is tolerated. */
function promised(verdict: Verdict, { owner, due }: PlatformPromise, { asOf }: World): Verdict {
  if (holds(verdict.verdict)) return verdict
  const isDue = due === undefined || due <= asOf
  const reason = `not due before ${due}`
  return {
    ...verdict,
    ...(owner !== undefined && { owners: [owner] }),
    ...(!isDue && { waiver: { owner: owner ?? 'the promise itself', reason, until: due, expired: false } }),
  }
}

/** A promise's own name tells its verdicts apart from those of another; they stand where it is declared and stated. */
function named(verdict: Verdict, promise: PlatformPromise, finding: AnyFinding, briefly = false): Verdict {
  const id = promise.name ? `${verdict.asks}/${finding.id[0]}/${promise.name}/${finding.id.at(-1)}` : verdict.id
  if (briefly && holds(verdict.verdict)) return { ...verdict, id }
  const about = verdict.about ?? aboutPromise(promise, finding.id.at(-1))
  return {
    ...verdict,
    id,
    ...(about.length > 0 && { about: [...about].sort() }),
    at: atOf(promise)?.at ?? verdict.at,
    stated: promise.stated ?? verdict.stated,
  }
}
