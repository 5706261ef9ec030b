// How a question and a promise kind are said: what is asked, what is found as data, the words.
//
//   export const drains = defineQuestion<{ budget: { … } }>({
//     id: 'drains',
//     asks: 'Can every node be drained?',
//     *judge(world) {
//       for (const view of world.views)
//         yield { id: [view.estate.cluster, subject], says: 'every node can be drained', parts: [part('budget', holds, { … })] }
//     },
//     says: { budget: ({ replicas, mustStay }) => `…` },
//   })
//
// It yields what holds as well as what does not: a verdict that is kept has a derivation too. Each part is one conjunct;
// the data comes first, the sentence is made from it once. A part that rests on something unshown lists it in `assumes`.

import type { Assumption } from '../engine/assumption.ts'
import type { Source } from '../estate/estate.ts'
import type { Ref } from '../kubernetes/types.ts'
import type { PlatformPromise } from '../platform/model.ts'
import type { Stated } from '../platform/source.ts'
import type { Edit, Truth, Words } from './verdict.ts'
import type { World } from './world.ts'

export type PartsData = { readonly [rule: string]: object }

/** One conjunct, still without words. */
export interface Part<Rule extends string = string, Data extends object = object> {
  readonly rule: Rule
  readonly truth: Truth
  readonly because: Data
  readonly assumes?: readonly Assumption[]
  /** Key of the root cause where false, made of names: `node-bound/production/local-path`. Default: rule and verdict id. */
  readonly cause?: string
  /** Where undetermined: what somebody can say that would decide it, the same words in every part that waits for it. */
  readonly waitsFor?: string
  readonly hint?: string
  readonly fix?: readonly Edit[]
  /** The thing that decides, and the path of the field in it. */
  readonly at?: { readonly source: Source; readonly path?: readonly (string | number)[] }
  /** Further places in documents that this part weighed. */
  readonly stated?: readonly (Stated | undefined)[]
}

export type AnyPart<Parts extends PartsData> = { [R in keyof Parts & string]: Part<R, Parts[R]> }[keyof Parts & string]

/** What was found about one subject. */
export interface AnyFinding {
  /** What follows the question's id: environment or cluster first, then the subject, then what tells it apart. Names only. */
  readonly id: readonly [place: string, ...subject: string[]]
  readonly environment?: string
  readonly cluster?: string
  /** Of a cluster: the environments whose pods it counts. */
  readonly counts?: readonly string[]
  /** What should hold, in a line. */
  readonly says: string
  readonly parts: readonly Part[]
  readonly source?: Source
  /** The objects that it is about, its subject first, for owners and for tools that show findings beside objects. */
  readonly about?: readonly Ref[]
  /** Ids of findings that were judged past (an object that would be refused). */
  readonly after?: readonly string[]
}

export type Finding<Parts extends PartsData> = AnyFinding & { readonly parts: readonly AnyPart<Parts>[] }

type Saying<Parts extends PartsData> = {
  readonly [R in keyof Parts & string]: (because: Parts[R], truth: Truth) => string | Words
}

export interface Question<Parts extends PartsData> {
  readonly id: string
  readonly asks: string
  /** What it finds in one cluster is the same whatever stands in others: with several worlds each cluster is asked by itself. */
  readonly perCluster?: true
  readonly judge: (world: World) => Iterable<Finding<Parts>>
  readonly says: Saying<Parts>
}

/** What judges one kind of promise. */
export interface PromiseKind<Kind extends PlatformPromise['kind'], Parts extends PartsData> {
  readonly kind: Kind
  readonly asks: string
  readonly judge: (promise: Extract<PlatformPromise, { kind: Kind }>, world: World) => Iterable<Finding<Parts>>
  readonly says: Saying<Parts>
}

type AnySaying = { readonly [rule: string]: (because: never, truth: Truth) => string | Words }

/** A question whatever its data: what lists hold. */
export interface AnyQuestion {
  readonly id: string
  readonly asks: string
  readonly perCluster?: true
  readonly judge: (world: World) => Iterable<AnyFinding>
  readonly says: AnySaying
}

/** What judges promises of a kind, whatever its data. */
export type AnyPromiseKind<Kind extends PlatformPromise['kind'] = PlatformPromise['kind']> = {
  [K in Kind]: {
    readonly kind: K
    readonly asks: string
    readonly judge: (promise: Extract<PlatformPromise, { kind: K }>, world: World) => Iterable<AnyFinding>
    readonly says: AnySaying
  }
}[Kind]

export function defineQuestion<Parts extends PartsData>(question: Question<Parts>): Question<Parts> {
  return question
}

export function definePromise<Parts extends PartsData>() {
  return <Kind extends PlatformPromise['kind']>(kind: PromiseKind<Kind, Parts>): PromiseKind<Kind, Parts> => kind
}

/** One conjunct: its rule, whether it holds, and the data that shows it. */
export function part<Rule extends string, Data extends object>(
  rule: Rule,
  truth: Truth,
  because: Data,
  more: Omit<Part<Rule, Data>, 'rule' | 'truth' | 'because'> = {},
): Part<Rule, Data> {
  return { rule, truth, because, ...more }
}
