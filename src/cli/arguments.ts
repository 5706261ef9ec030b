// What was typed, as data. Verbs and options are listed once, here; help and refusals are made from the lists.

import { parseArgs } from 'node:util'
import { nearest } from '../platform/nearest.ts'
import { Refusal } from './refusal.ts'

export const verbs = ['check', 'explain'] as const
export type Verb = (typeof verbs)[number]

const options = {
  format: { type: 'string' },
  at: { type: 'string' },
  show: { type: 'string' },
  width: { type: 'string' },
  kubernetes: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

// Below this, labels and texts no longer fit beside each other.
const narrowest = 40

export interface Arguments {
  readonly verb: Verb | undefined
  readonly rest: readonly string[]
  readonly help: boolean
  readonly version: boolean
  readonly format: 'text' | 'json'
  /** The day on which it is judged, `2026-11-21`; undefined: today in UTC. */
  readonly at?: string
  readonly show?: number
  readonly width?: number
  readonly kubernetes?: string
}

export function argumentsOf(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = tokens.filter((token) => token.kind === 'option')
  for (const [at, { name, rawName, value }] of given.entries()) {
    known(name, rawName)
    if (given.findIndex((other) => other.name === name) !== at) throw refused(`${rawName} is given twice`)
    if (value !== undefined && options[name as keyof typeof options].type === 'boolean')
      throw refused(`${rawName} takes no value`)
  }
  const [verb, ...rest] = positionals
  return {
    verb: verb === undefined ? undefined : verbOf(verb),
    rest,
    help: values.help === true,
    version: values.version === true,
    format: oneOf('--format', values.format, ['text', 'json']) ?? 'text',
    at: dateOf(values.at),
    show: whole('--show', values.show),
    width: whole('--width', values.width, narrowest),
    kubernetes: minorOf(values.kubernetes),
  }
}

function verbOf(typed: string): Verb {
  const verb = verbs.find((known) => known === typed)
  if (verb) return verb
  throw refused(`there is no verb ${JSON.stringify(typed)}`, nearest(typed, verbs))
}

function known(name: string, typed: string): void {
  if (Object.hasOwn(options, name)) return
  const near = nearest(name, Object.keys(options))
  throw refused(`there is no option ${typed}`, near && `--${near}`)
}

function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T | undefined {
  const word = text(option, value)
  const found = allowed.find((one) => one === word)
  if (found || word === undefined) return found
  throw refused(`${option} is one of ${allowed.join(', ')}, found ${JSON.stringify(word)}`, nearest(word, allowed))
}

function dateOf(value: unknown): string | undefined {
  const date = text('--at', value)
  if (date === undefined) return undefined
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined
  if (parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)) return date
  throw refused(`--at is a day such as 2026-11-21, found ${JSON.stringify(date)}`)
}

function whole(option: string, value: unknown, least = 0): number | undefined {
  const digits = text(option, value)
  if (digits === undefined) return undefined
  if (/^\d{1,6}$/.test(digits) && Number(digits) >= least) return Number(digits)
  throw refused(`${option} is a whole number${least > 0 ? ` from ${least} on` : ''}, found ${JSON.stringify(digits)}`)
}

function minorOf(value: unknown): string | undefined {
  const version = text('--kubernetes', value)
  if (version === undefined || /^1\.\d{1,3}(\.\d{1,3})?$/.test(version)) return version
  throw refused(`--kubernetes is a version such as 1.34, found ${JSON.stringify(version)}`)
}

function text(option: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  throw refused(`${option} needs a value`)
}

function refused(because: string, near?: string): Refusal {
  return new Refusal(because, {
    doing: 'read the command line',
    next: near ? `did you mean ${near}?` : 'seaworthy --help',
  })
}
