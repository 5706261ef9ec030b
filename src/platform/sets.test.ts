import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from './made.ts'
import { make, type NounSpec } from './make.ts'
import { either, list, noun, set, text } from './schema.ts'

interface Held {
  readonly names?: readonly (string | { readonly name: string })[]
  readonly steps?: readonly string[]
}

const spec: NounSpec<Held, Held> = {
  is: 'team',
  word: 'team',
  named: text,
  fields: { names: set(either(text, noun('team'))), steps: list(text) },
  build: (_, options) => options,
}

const of = (options: Held) => make(spec, 'one', options)

const rows: [name: string, options: Held, held: Held][] = [
  ['a set is given by its texts', { names: ['b', 'a', 'C'] }, { names: ['C', 'a', 'b'] }],
  ['one that is sorted stays', { names: ['a', 'b'] }, { names: ['a', 'b'] }],
  ['a list stays as it is', { steps: ['stop', 'restore', 'check'] }, { steps: ['stop', 'restore', 'check'] }],
  ['what is absent stays absent', {}, {}],
]

for (const [name, options, held] of rows) test(`sets: ${name}`, () => assert.deepEqual({ ...of(options) }, held))

test('sets: what was given is remembered as it was written', () =>
  assert.deepEqual(makingOf(of({ names: ['b', 'a'] }))?.given, { names: ['b', 'a'] }))
