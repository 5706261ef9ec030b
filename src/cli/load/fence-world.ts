// A platform is what its files say: no environment, no randomness, no network, no code that stands in no file.

import { refusing, replace, replaceGlobal } from './fence-clock.ts'
import { refuse } from './refused.ts'

const SAY = 'say the value in the file, or derive it from other values there'

export function fenceWorld(): void {
  replace(Math, 'random', refusing('draws a random number (Math.random)', SAY))
  for (const [name, what] of OUTSIDE) {
    if (name in globalThis) replaceGlobal(name, refusing(`${what} (${name})`, SAY))
  }
  for (const name of NETWORK) {
    // Taken away unread, since the library behind it is loaded when it is first looked at.
    if (!Reflect.deleteProperty(globalThis, name)) throw new Error(`${name} cannot be fenced`)
    replace(globalThis, name, refusing(`opens the network (${name})`, SAY))
  }
  if (typeof Atomics === 'object') {
    for (const name of ['wait', 'waitAsync']) replace(Atomics, name, refusing(`waits (Atomics.${name})`, SAY))
  }
  replaceGlobal('process', fencedProcess())
  fenceText()
}

const OUTSIDE = [
  ['crypto', 'draws random numbers'],
  ['BroadcastChannel', 'talks to others'],
  ['MessageChannel', 'talks to others'],
  ['navigator', 'reads the machine'],
  ['localStorage', 'reads the machine'],
  ['sessionStorage', 'reads the machine'],
  ['WebAssembly', 'runs code that stands in no file'],
  ['FinalizationRegistry', 'depends on the garbage collector'],
  ['WeakRef', 'depends on the garbage collector'],
] as const

const NETWORK = ['fetch', 'WebSocket', 'EventSource']

function fencedProcess(): object {
  const environment = new Proxy(Object.freeze({}), {
    get: (_, key) => (typeof key === 'symbol' ? undefined : noVariable(key)),
    has: (_, key) => noVariable(key),
    ownKeys: () => noVariable('*'),
  })
  return new Proxy(Object.freeze({}), {
    get(_, key) {
      if (typeof key === 'symbol') return undefined
      if (key === 'env') return environment
      if (key === 'exit' || key === 'abort' || key === 'kill')
        return refusing(`ends the process (process.${key})`, 'throw an error instead')
      if (key === 'hrtime') return refusing('reads the clock (process.hrtime)', SAY)
      return refuse(`reads the machine (process.${key})`, SAY)
    },
  })
}

function noVariable(key: string | symbol): never {
  return refuse(`reads the environment (process.env.${String(key)})`, SAY)
}

/** eval and the constructors of functions: code that they make has no file and no line. */
function fenceText(): void {
  const no = (name: string) => refusing(`makes code from a text (${name})`, 'write the code in the file')
  replace(globalThis, 'eval', no('eval'))
  const kinds = [function plain() {}, async function later() {}, function* many() {}, async function* manyLater() {}]
  for (const kind of kinds) replace(Object.getPrototypeOf(kind), 'constructor', no('Function'))
  const fenced = function functionOfText(): never {
    return refuse('makes code from a text (Function)', 'write the code in the file')
  }
  replace(fenced, 'prototype', Function.prototype)
  replace(globalThis, 'Function', fenced)
}
