// A verdict of what was found: its parts with their words, and what they come to.

import { type Assumption, joinAssumptions } from '../engine/assumption.ts'
import type { Stated } from '../platform/source.ts'
import type { AnyFinding, AnyQuestion, Part } from './define.ts'
import { plain } from './plain.ts'
import { conclude, holds, type Reason, type Verdict, type Words } from './verdict.ts'
import type { World } from './world.ts'

interface Asked {
  readonly finding: AnyFinding
  readonly asks: string
  readonly says: AnyQuestion['says']
  readonly kind: Verdict['kind']
  readonly denied: World['denied']
  readonly briefly?: World['briefly']
}

export function verdictOf({ finding, asks, says, kind, denied, briefly }: Asked): Verdict {
  const id = [asks, ...finding.id].join('/')
  const parts = finding.parts.map((part) => restingOnMade(part, finding, denied))
  const { verdict, assumes } = conclude(parts)
  const { cluster, environment, says: asked, after = [], about, source } = finding
  const subject = finding.id.slice(1).join('/')
  const concluded = { id, kind, asks, subject, cluster, environment, verdict, says: asked, after }
  // A report of a thousand that hold is sent from one thread to another.
  if (briefly && holds(verdict)) return { ...concluded, because: [], assumes: assumes.map(unsourced) }
  const because = parts.length > 0 ? parts.map((part) => reasonOf(part, id, says)) : [nothingKnown]
  return {
    ...concluded,
    because,
    assumes: plain(assumes) as Verdict['assumes'],
    cause: because.find((reason) => reason.truth === false)?.cause,
    ...(about && { about: [...new Set(about)].sort() }),
    at: source?.at,
    stated: source?.stated,
  }
}

const unsourcedOf = new WeakMap<Assumption, Assumption>()

// One that many verdicts rest on stays one, and is sent once.
function unsourced(assumption: Assumption): Assumption {
  const known = unsourcedOf.get(assumption)
  if (known) return known
  const { id, says, kind } = assumption
  const made = { id, says, kind }
  unsourcedOf.set(assumption, made)
  return made
}

// What holds because an operator makes a thing that nobody shows is assumed; where that is denied it does not hold.
function restingOnMade(part: Part, finding: AnyFinding, denied: World['denied']): Part {
  if (part.truth !== true || (!finding.source?.made && !part.at?.source.made)) return part
  const made = [finding.source?.made, part.at?.source.made].filter((one) => one !== undefined)
  const assumes = made.map(({ id, says }): Assumption => ({ id, says, kind: 'opaque' }))
  return {
    ...part,
    truth: !made.some(({ id }) => denied.has(id)),
    assumes: joinAssumptions([part.assumes ?? [], assumes]),
  }
}

// Also what cannot be judged says why: there is no verdict without a derivation.
const nothingKnown: Reason = {
  rule: 'nothing-known',
  truth: undefined,
  because: {},
  says: { line: 'nothing is declared that decides it' },
  assumes: [],
}

function reasonOf(part: Part, id: string, says: AnyQuestion['says']): Reason {
  const words = says[part.rule]?.(part.because as never, part.truth)
  if (words === undefined) throw new Error(`${id}: no words for the part ${part.rule}`)
  const source = part.at?.source
  return plain({
    rule: part.rule,
    truth: part.truth,
    because: part.because as Reason['because'],
    says: typeof words === 'string' ? ({ line: words } satisfies Words) : words,
    assumes: part.assumes ?? [],
    cause: part.truth === false ? (part.cause ?? `${part.rule}/${id}`) : undefined,
    waitsFor: part.truth === undefined ? part.waitsFor : undefined,
    hint: part.truth === true ? undefined : part.hint,
    fix: part.truth === true ? undefined : part.fix,
    at: part.truth === true || !source ? source?.at : ((part.at?.path && source.lineOf?.(part.at.path)) ?? source.at),
    stated: [...(part.stated ?? []), statedOf(part.at)].filter((stated) => stated !== undefined),
  }) as Reason
}

// Of the thing that decides: the lines of the field, where it has lines of its own.
function statedOf(at: Part['at']): Stated | undefined {
  return (at?.path && at.source.statedOf?.(at.path)) ?? at?.source.stated
}
