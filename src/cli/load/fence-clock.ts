// A platform says the same on every day and in every place: no clock, no time zone, no language of the machine.

import { refuse, userPlace } from './refused.ts'

const DAY = 'say the date in the file, or let --at DATE say the day of judging'
const ZONE = 'use Date.UTC and the methods with UTC in their name'
const LANGUAGE = "say the language: 'en'"

export function fenceClock(): void {
  fenceDate()
  fenceLocalTime()
  fenceLanguage()
  for (const name of ['performance', 'setTimeout', 'setInterval', 'setImmediate']) {
    replaceGlobal(name, refusing(`uses ${name}, which depends on the clock`, DAY))
  }
  const temporal: unknown = Reflect.get(globalThis, 'Temporal')
  if (typeof temporal === 'object' && temporal !== null) replace(temporal, 'Now', refusing('reads the clock', DAY))
}

function fenceDate(): void {
  const Real = Date
  const fenced = new Proxy(Real, {
    apply: () => refuse('reads the clock (Date)', DAY),
    construct(target, given, newTarget) {
      if (given.length === 0) refuse('reads the clock (new Date)', DAY)
      if (given.length > 1) refuse('reads the time zone of the machine (new Date with parts)', ZONE)
      if (typeof given[0] === 'string' && !/^\d{4}-\d\d-\d\d$|(Z|[+-]\d\d:\d\d)$/.test(given[0])) {
        refuse(
          'reads the time zone of the machine (new Date of a text without one)',
          "write it with Z: '2027-03-31T08:00Z'",
        )
      }
      return Reflect.construct(target, given, newTarget)
    },
  })
  replace(Real, 'now', refusing('reads the clock (Date.now)', DAY))
  replace(Real.prototype, 'constructor', fenced)
  replace(globalThis, 'Date', fenced)
}

function fenceLocalTime(): void {
  for (const name of Object.getOwnPropertyNames(Date.prototype)) {
    const isLocal = /^([gs]et(?!UTC|Time$)|to(Date|Time|Locale)?String$|toLocale)/.test(name)
    if (isLocal) replace(Date.prototype, name, refusing(`reads the time zone of the machine (${name})`, ZONE))
  }
}

function fenceLanguage(): void {
  for (const name of Object.getOwnPropertyNames(Intl)) {
    const real: unknown = Reflect.get(Intl, name)
    if (typeof real !== 'function' || real.prototype === undefined) continue
    replace(Intl, name, withLanguage(real as NewableFunction & CallableFunction, `Intl.${name}`))
  }
  for (const [holder, name, position] of [
    [String.prototype, 'localeCompare', 1],
    [String.prototype, 'toLocaleLowerCase', 0],
    [String.prototype, 'toLocaleUpperCase', 0],
    [Number.prototype, 'toLocaleString', 0],
    [BigInt.prototype, 'toLocaleString', 0],
    [Array.prototype, 'toLocaleString', 0],
  ] as const) {
    const real = Reflect.get(holder, name) as CallableFunction
    replace(holder, name, function localized(this: unknown, ...given: unknown[]) {
      if (given[position] === undefined) refuse(`reads the language of the machine (${name})`, LANGUAGE)
      return Reflect.apply(real, this, given)
    })
  }
}

function withLanguage(real: NewableFunction & CallableFunction, name: string): object {
  const check = ([language, options]: readonly unknown[]) => {
    if (language === undefined) refuse(`reads the language of the machine (${name})`, LANGUAGE)
    const zone = typeof options === 'object' && options !== null ? Reflect.get(options, 'timeZone') : undefined
    if (name === 'Intl.DateTimeFormat' && zone === undefined) {
      refuse(`reads the time zone of the machine (${name})`, "say the zone: { timeZone: 'UTC' }")
    }
  }
  return new Proxy(real, {
    apply(target, self, given) {
      check(given)
      return Reflect.apply(target, self, given)
    },
    construct(target, given, newTarget) {
      check(given)
      return Reflect.construct(target, given, newTarget) as object
    },
  })
}

/** Something that may be named and not be used. */
export function refusing(what: string, next: string): object {
  const no = () => refuse(what, next)
  // Symbols are asked for by the engine itself, as when it prints.
  const get = (_: object, key: string | symbol) => (typeof key === 'symbol' ? undefined : no())
  return new Proxy(function refused() {}, { apply: no, construct: no, get, set: no, has: no, ownKeys: no })
}

export function replace(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, writable: false, configurable: false, enumerable: false })
}

/** Replaces a global for what the user wrote; Node's own code goes on with the real one. */
export function replaceGlobal(name: string, fenced: unknown): void {
  // Read when it is asked for: some globals load a library when they are read, and few runs need one.
  const real = Object.getOwnPropertyDescriptor(globalThis, name)
  const read = () => (real?.get ? Reflect.apply(real.get, globalThis, []) : real?.value)
  Object.defineProperty(globalThis, name, {
    get: () => (userPlace().file === '' ? read() : fenced),
    configurable: false,
    enumerable: false,
  })
}
