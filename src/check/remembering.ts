// Answers about worlds, each worked out once for all worlds that are alike in what it read. What an answer reads of a world
// is noted while it is worked out: its estates as a whole, its promises, each field of its platform and of its plans.

import { sameLists } from './same.ts'
import type { World } from './world.ts'

/**
 * The answer about a world: the very same object for worlds that are alike in what `answer` reads of them. One that is not
 * kept is found among those that were, and worked out for this once where it is not there.
 */
export type Remembered<T> = (world: World, keep: boolean) => T

type Read = readonly [of: 'world' | 'platform' | 'plans', key: PropertyKey]

/** What is read next, and where each value found there leads; or the answer, where nothing more is read. */
interface Step<T> {
  read?: Read
  readonly next: Map<unknown, Step<T>>
  answer?: { readonly is: T }
}

/** `answer` gives the same for the same, and reads nothing of a world once it has returned. */
export function remembering<T>(answer: (world: World) => T, same = sameLists()): Remembered<T> {
  const first: Step<T> = { next: new Map() }
  return (world, keep) => {
    let step: Step<T> | undefined = first
    while (step && !step.answer) step = step.read && step.next.get(same(heldIn(world, step.read), false))
    if (step?.answer) return step.answer.is
    if (!keep) return answer(world)
    const reads: Read[] = []
    const is = answer(noting(world, reads))
    let last = first
    for (const read of reads) last = stepTo(last, read, same(heldIn(world, read), true))
    last.answer = { is }
    return is
  }
}

/** As `remembering`, of the last world alone, whatever it was: for what several questions ask of one world after another. */
export function rememberingLast<T>(answer: (world: World) => T): (world: World) => T {
  let last: { readonly read: readonly (readonly [Read, unknown])[]; readonly is: T } | undefined
  return (world) => {
    if (last?.read.every(([read, value]) => heldIn(world, read) === value)) return last.is
    const reads: Read[] = []
    const is = answer(noting(world, reads))
    last = { read: reads.map((read) => [read, heldIn(world, read)] as const), is }
    return is
  }
}

function stepTo<T>(from: Step<T>, read: Read, value: unknown): Step<T> {
  from.read ??= read
  const to = from.next.get(value) ?? { next: new Map() }
  from.next.set(value, to)
  return to
}

function heldIn(world: World, [of, key]: Read): unknown {
  return of === 'world' ? Reflect.get(world, key) : world[of] && Reflect.get(world[of], key)
}

const parts = ['platform', 'plans'] as const

/** The same world; what is read of it is added to `reads`, each once, in the order in which it is read first. */
function noting(world: World, reads: Read[]): World {
  const seen = new Set<string>()
  const note = (of: Read[0], key: PropertyKey) => {
    const name = `${of} ${String(key)}`
    if (!seen.has(name)) reads.push([of, key])
    seen.add(name)
  }
  const within = Object.fromEntries(
    parts.flatMap((of) => (world[of] ? [[of, watched(world[of], (key) => note(of, key))]] : [])),
  )
  return watched({ ...world, ...within }, (key) => {
    if (key !== 'platform' && key !== 'plans') note('world', key)
  })
}

function watched<T extends object>(value: T, note: (key: PropertyKey) => void): T {
  return new Proxy(value, {
    get: (held, key) => {
      note(key)
      return Reflect.get(held, key)
    },
    has: (held, key) => {
      note(key)
      return Reflect.has(held, key)
    },
    ownKeys: (held) => {
      for (const key of Reflect.ownKeys(held)) note(key)
      return Reflect.ownKeys(held)
    },
  })
}
