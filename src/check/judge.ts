// One run: every question and every promise, asked of one world, as verdicts.

import type { PlatformPromise } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import { withAfter } from './after.ts'
import { askPromises, askQuestion } from './ask.ts'
import { promiseKinds } from './promises.ts'
import { questions } from './questions.ts'
import type { Verdict } from './verdict.ts'
import type { World } from './world.ts'

/** Every verdict of one world, sorted by id. */
export function judge(world: World): readonly Verdict[] {
  const promised = new Set(world.promises.map(kindOf).filter((kind) => kind !== undefined))
  const verdicts = [
    ...questions.flatMap((question) => [...askQuestion(question, world)]),
    ...[...promised].flatMap((kind) => [...askPromises(promiseKinds[kind], world)]),
  ]
  return withAfter(verdicts).toSorted((a, b) => byCodePoint(a.id, b.id))
}

function kindOf(promise: PlatformPromise | { readonly is: 'planned' }): PlatformPromise['kind'] | undefined {
  return promise.is === 'planned' ? undefined : promise.kind
}
