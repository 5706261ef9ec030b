// What an option takes, and how its text becomes a value. A verb lists its options; help and refusals are made of the list.

import { nearest } from '../platform/nearest.ts'
import { Refusal } from './refusal.ts'

export interface Option<T = unknown> {
  /** What stands for its value in help, `FILE`; absent for a flag. */
  readonly takes?: string
  readonly says: string
  /** Throws a Refusal where the text is no such value. A flag is asked with the empty text. */
  readonly read: (typed: string, option: string) => T
  /** May be given several times; the values are listed in their order. */
  readonly many?: true
}

export interface Options {
  readonly [name: string]: Option
}

/** The values that were given, by the option's name. */
export type Given<O extends Options> = {
  readonly [K in keyof O]?: O[K] extends { many: true; read: (...typed: never[]) => infer T }
    ? readonly T[]
    : O[K] extends Option<infer T>
      ? T
      : never
}

export function flag(says: string): Option<true> {
  return { says, read: () => true }
}

export function text(takes: string, says: string): Option<string> {
  return { takes, says, read: (typed) => typed }
}

export function several<T>(option: Option<T>): Option<T> & { readonly many: true } {
  return { ...option, many: true }
}

export function oneOf<const T extends string>(allowed: readonly T[], says: string): Option<T> {
  return {
    takes: allowed.join('|'),
    says,
    read(typed, option) {
      const found = allowed.find((one) => one === typed)
      if (found) return found
      throw refused(
        `${option} is one of ${allowed.join(', ')}, found ${JSON.stringify(typed)}`,
        nearest(typed, allowed),
      )
    },
  }
}

/** A day of the calendar, `2026-11-21`. */
export function day(says: string): Option<string> {
  return {
    takes: 'DATE',
    says,
    read(typed, option) {
      const parsed = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : undefined
      if (parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(typed)) return typed
      throw refused(`${option} is a day such as 2026-11-21, found ${JSON.stringify(typed)}`)
    },
  }
}

export function whole(says: string, least = 0): Option<number> {
  return {
    takes: 'N',
    says,
    read(typed, option) {
      if (/^\d{1,6}$/.test(typed) && Number(typed) >= least) return Number(typed)
      const from = least > 0 ? ` from ${least} on` : ''
      throw refused(`${option} is a whole number${from}, found ${JSON.stringify(typed)}`)
    },
  }
}

/** A Kubernetes version, `1.34` or `1.34.2`. */
export function minor(says: string): Option<string> {
  return {
    takes: 'MINOR',
    says,
    read(typed, option) {
      if (/^1\.\d{1,3}(\.\d{1,3})?$/.test(typed)) return typed
      throw refused(`${option} is a version such as 1.34, found ${JSON.stringify(typed)}`)
    },
  }
}

/** What cannot be read of a command line. */
export function refused(because: string, near?: string): Refusal {
  return new Refusal(because, {
    doing: 'read the command line',
    next: near ? `did you mean ${near}?` : 'seaworthy --help',
  })
}
