// What a single change does to the verdicts of a platform.

import type { Reason, Verdict } from '../../src/check/verdict.ts'
import { judging } from '../../src/check/worlds/judge-worlds.ts'
import type { Platform } from '../../src/platform/model.ts'
import { problemsOf } from '../../src/platform/problems.ts'
import { type PlatformWorld, worldsOf } from '../../src/platform/worlds.ts'
import { wordsOf } from '../facts/words-of.ts'
import { changeField } from './change-field.ts'
import type { Field } from './fields.ts'
import { mutantsOf } from './mutants.ts'

export type Outcome =
  /** Some verdict is broken or unknown that was not. */
  | { readonly is: 'broken'; readonly verdict: string }
  /** All hold, and a derivation says the new value: what is left of the margin can be read there. */
  | { readonly is: 'shown'; readonly verdict: string; readonly was: string; readonly now: string }
  /** Not a byte of any verdict is different. */
  | { readonly is: 'unread' }
  /** No other value is allowed there. */
  | { readonly is: 'refused' }

export type Verdicts = ReadonlyMap<string, Verdict>

const asOf = '2026-11-21'

/** What a platform is held against: its verdicts, and those of any change of it. */
export interface Before {
  readonly platform: Platform
  readonly verdicts: Verdicts
  /** What a change leaves alone has the very same verdicts. */
  readonly after: (changed: Platform) => Verdicts
}

/** A platform without open choices, judged. */
export function beforeOf(platform: Platform): Before {
  const judge = judging({ asOf })
  const verdicts = (of: Platform, keep: boolean) =>
    new Map(judge(worldOf(of), { keep }).map((verdict) => [verdict.id, verdict]))
  return { platform, verdicts: verdicts(platform, true), after: (changed) => verdicts(changed, false) }
}

function worldOf(platform: Platform): PlatformWorld {
  const { worlds } = worldsOf(platform)
  const [only] = worlds
  if (!only || worlds.length > 1) throw new Error(`${platform.name} has open choices`)
  return only
}

/** The outcome of the first other value that is allowed and that some verdict notices; of the last one else. */
export function outcomeOf(field: Field, before: Before, words: readonly string[]): Outcome {
  let outcome: Outcome = { is: 'refused' }
  for (const to of mutantsOf(field, words).slice(0, 6)) {
    const changed = changeField(before.platform, field, to)
    if (problemsOf(changed).length > 0) continue
    outcome = difference(before.verdicts, before.after(changed))
    if (outcome.is !== 'unread') return outcome
  }
  return outcome
}

function difference(before: Verdicts, after: Verdicts): Outcome {
  const worse = [...after.values()].find((verdict) => isBad(verdict) && !isBad(before.get(verdict.id)))
  if (worse) return { is: 'broken', verdict: worse.id }
  for (const [id, verdict] of after) {
    if (before.get(id) === verdict) continue
    const was = told(before.get(id))
    const now = told(verdict)
    if (was !== now) return { is: 'shown', verdict: id, was, now }
  }
  const gone = [...before.keys()].find((id) => !after.has(id))
  return gone === undefined
    ? { is: 'unread' }
    : { is: 'shown', verdict: gone, was: told(before.get(gone)), now: 'gone' }
}

function isBad(verdict: Verdict | undefined): boolean {
  return verdict?.verdict === 'broken' || verdict?.verdict === 'unknown'
}

function told(verdict: Verdict | undefined): string {
  if (!verdict) return 'not there'
  const because = verdict.because.map(({ truth, says }: Reason) => `${truth} ${wordsOf(says)}`)
  return [verdict.verdict, verdict.says, ...because, ...verdict.assumes.map(({ says }) => says)].join('\n')
}
