// What a user hands to a noun is copied into plain data first: no getter runs twice, no proxy answers differently
// later, nothing outside can change a platform after it was judged.

import { types } from 'node:util'
import { AT } from './at.ts'
import { isMade } from './made.ts'

export type Refuse = (path: string, found: string, allowed: string) => void

const PLAIN = 'plain data: strings, numbers, lists, objects, and values made by nouns'

/** A deep, frozen copy; what is not plain data is reported and left out. */
export function plainCopy(value: unknown, refuse: Refuse): unknown {
  return copy(value, '', { refuse, open: new Set(), done: new Map() })
}

interface Copying {
  readonly refuse: Refuse
  readonly open: Set<object>
  readonly done: Map<object, unknown>
}

function copy(value: unknown, path: string, state: Copying): unknown {
  if (typeof value !== 'object' || value === null) return copyScalar(value, path, state)
  if (isMade(value)) return value
  const why = unfit(value, state)
  if (why !== undefined) {
    state.refuse(path, why, PLAIN)
    return undefined
  }
  if (state.done.has(value)) return state.done.get(value)

  state.open.add(value)
  const made = Array.isArray(value) ? copyList(value, path, state) : copyObject(value, path, state)
  state.open.delete(value)
  state.done.set(value, made)
  return made
}

function copyScalar(value: unknown, path: string, state: Copying): unknown {
  if (value === null || ['undefined', 'string', 'number', 'boolean'].includes(typeof value)) return value
  state.refuse(path, `a ${typeof value}`, PLAIN)
  return undefined
}

function unfit(value: object, { open }: Copying): string | undefined {
  if (types.isProxy(value)) return 'a proxy'
  if (open.has(value)) return 'an object that holds itself'
  if (open.size > 50) return 'objects nested more than 50 deep'
  if (Object.hasOwn(value, AT)) return 'a value that carries a source position and was made by no noun'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype || prototype === null) {
    return undefined
  }
  return 'an instance of a class'
}

function copyList(list: readonly unknown[], path: string, state: Copying): readonly unknown[] {
  const copies: unknown[] = []
  for (let index = 0; index < list.length; index++) {
    copies.push(copyProperty(list, String(index), `${path}[${index}]`, state))
  }
  return Object.freeze(copies)
}

function copyObject(value: object, path: string, state: Copying): object {
  const copies: { [key: string]: unknown } = {}
  for (const key of Object.keys(value)) {
    const made = copyProperty(value, key, joined(path, key), state)
    // Own, whatever the key is called: assignment to `__proto__` would change the prototype instead.
    // An option that is there and undefined is told apart: in `sized` it takes the option away.
    Object.defineProperty(copies, key, { value: made, enumerable: true })
  }
  return Object.freeze(copies)
}

function copyProperty(holder: object, key: string, path: string, state: Copying): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key)
  if (descriptor && (descriptor.get || descriptor.set)) {
    state.refuse(path, 'a getter', PLAIN)
    return undefined
  }
  return copy(descriptor?.value, path, state)
}

/** `volume` and `size` as `volume.size`. */
export function joined(path: string, key: string): string {
  const word = /^[A-Za-z_][\w-]*$/.test(key) ? key : `'${key}'`
  if (path === '') return word
  return word.startsWith("'") ? `${path}[${word}]` : `${path}.${word}`
}
