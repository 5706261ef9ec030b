// What was typed after the verb, as data: what it is about, and the options that it lists.

import { parseArgs } from 'node:util'
import { nearest } from '../platform/nearest.ts'
import { type Given, type Options, refused } from './options.ts'

export interface Arguments<O extends Options> {
  readonly rest: readonly string[]
  readonly given: Given<O>
  readonly help: boolean
  readonly version: boolean
}

/** What follows the verb; throws a Refusal for what its options do not allow. */
export function argumentsOf<O extends Options>(typed: readonly string[], options: O): Arguments<O> {
  const { positionals, tokens } = parseArgs({
    args: [...typed],
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, { takes }]) => [name, { type: takes ? 'string' : 'boolean' } as const]),
      ),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const found = new Map<string, unknown[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const values = found.get(name) ?? []
    found.set(name, [...values, readOption({ name, rawName, value }, options)])
    if (values.length > 0 && !optionOf(options, name)?.many) throw refused(`${rawName} is given twice`)
  }
  const given = [...found].map(([name, values]) => [name, optionOf(options, name)?.many ? values : values[0]])
  return {
    rest: positionals,
    given: Object.fromEntries(given) as Given<O>,
    help: found.has('help'),
    version: found.has('version'),
  }
}

interface Typed {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function readOption({ name, rawName, value }: Typed, options: Options): unknown {
  const option = optionOf(options, name)
  if (!option && name !== 'help' && name !== 'version') {
    const near = nearest(name, [...Object.keys(options), 'help', 'version'])
    throw refused(`there is no option ${rawName}`, near && `--${near}`)
  }
  if (!option?.takes && value !== undefined) throw refused(`${rawName} takes no value`)
  if (option?.takes && value === undefined) throw refused(`${rawName} needs a value`)
  return option ? option.read(value ?? '', rawName) : true
}

function optionOf(options: Options, name: string) {
  return Object.hasOwn(options, name) ? options[name] : undefined
}
