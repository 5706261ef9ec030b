// One run: every question and every promise, asked of one world, as verdicts.

import type { PlatformPromise } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import { withAfter } from './after.ts'
import { askPromises, askQuestion } from './ask.ts'
import type { AnyPromiseKind, AnyQuestion } from './define.ts'
import { questions } from './questions.ts'
import type { Verdict } from './verdict.ts'
import type { World } from './world.ts'

/** What judges each kind of promise; those that nobody makes may be left out. */
export type Judges = { readonly [K in PlatformPromise['kind']]?: AnyPromiseKind<K> }

/** Every verdict of one world, sorted by id. Throws where a kind is promised that nobody judges. */
export function judge(world: World, judges: Judges, asked: readonly AnyQuestion[] = questions): readonly Verdict[] {
  const promised = new Set(world.promises.map(kindOf).filter((kind) => kind !== undefined))
  const verdicts = [
    ...asked.flatMap((question) => [...askQuestion(question, world)]),
    ...[...promised].flatMap((kind) => [...askPromises(judgeOf(kind, judges), world)]),
  ]
  return withAfter(verdicts).toSorted((a, b) => byCodePoint(a.id, b.id))
}

function kindOf(promise: PlatformPromise | { readonly is: 'planned' }): PlatformPromise['kind'] | undefined {
  return promise.is === 'planned' ? undefined : promise.kind
}

function judgeOf<K extends PlatformPromise['kind']>(kind: K, judges: Judges): AnyPromiseKind<K> {
  const found = judges[kind]
  if (!found) throw new Error(`nobody judges promises of the kind ${kind}`)
  return found
}
