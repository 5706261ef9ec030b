// The algebra of verdicts: a truth with the set of assumptions that it rests on.

import { type Assumption, joinAssumptions } from '../engine/assumption.ts'
import type { Ref } from '../kubernetes/types.ts'
import type { Position, Stated } from '../platform/source.ts'

/** true, false, or undetermined. */
export type Truth = boolean | undefined

export type Word = 'kept' | 'broken' | 'assumed' | 'unknown'

/** Words made once from the data: one line, and rows of a small table under it. */
export interface Words {
  readonly line: string
  readonly rows?: readonly (readonly [label: string, text: string])[]
}

/** One conjunct of a verdict: what was asked, what came out, the data behind it, the words for it. */
export interface Reason {
  readonly rule: string
  readonly truth: Truth
  readonly because: { readonly [field: string]: unknown }
  readonly says: Words
  readonly assumes: readonly Assumption[]
  /** What lies at the root, where it is false: the same root has the same key in every verdict that it breaks. */
  readonly cause?: string
  /** Where undetermined: what would decide it, the same words in every reason that waits for it. */
  readonly waitsFor?: string
  readonly hint?: string
  readonly fix?: readonly Edit[]
  readonly at?: Position
  readonly stated?: readonly Stated[]
}

/** A typed edit of what was declared: one option of one noun, or one field of one object, set to a value. */
export interface Edit {
  readonly of: {
    readonly is: 'component' | 'environment' | 'cluster' | 'node' | 'object'
    readonly name: string
    readonly environment?: string
  }
  readonly path: readonly (string | number)[]
  /** undefined takes the field away. */
  readonly to: unknown
}

export interface Verdict {
  /** `<question or promise>/<environment or cluster>/<subject>[/<discriminator>]`, made of names only. */
  readonly id: string
  /** The id that it had before it was renamed. */
  readonly was?: string
  readonly kind: 'promise' | 'question' | 'figure'
  readonly asks: string
  readonly subject: string
  readonly cluster?: string
  readonly environment?: string
  readonly verdict: Word
  /** What should hold, in a line. */
  readonly says: string
  readonly because: readonly Reason[]
  readonly assumes: readonly Assumption[]
  /** Findings that the other engines judged past: an object that would be refused was judged as if admitted. */
  readonly after: readonly string[]
  readonly cause?: string
  /** The objects that it is about, sorted. */
  readonly about?: readonly Ref[]
  /** Teams or people whom CODEOWNERS or the objects' labels name, sorted. */
  readonly owners?: readonly string[]
  readonly waiver?: {
    readonly owner: string
    readonly reason: string
    readonly until: string
    readonly expired: boolean
  }
  /** The world (of open choices) that this answer is from, where not all agree. */
  readonly world?: string
  readonly at?: Position
  readonly stated?: Stated
}

/** What a verdict is concluded from. */
interface Concluded {
  readonly truth: Truth
  readonly assumes?: readonly Assumption[]
}

/** A conjunction joins the assumption sets; false wins; undetermined is not kept. */
export function conclude(reasons: readonly Concluded[]): { verdict: Word; assumes: readonly Assumption[] } {
  if (reasons.some((reason) => reason.truth === false)) return { verdict: 'broken', assumes: [] }
  const assumes = joinAssumptions(reasons.map(({ assumes = [] }) => assumes))
  if (reasons.length === 0 || reasons.some((reason) => reason.truth === undefined))
    return { verdict: 'unknown', assumes }
  return { verdict: assumes.length === 0 ? 'kept' : 'assumed', assumes }
}

/** Whether what is asked is so, if only by what is assumed. */
export function holds(verdict: Word): boolean {
  return verdict === 'kept' || verdict === 'assumed'
}
