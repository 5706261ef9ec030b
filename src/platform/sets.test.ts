import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from './made.ts'
import { make, type NounSpec } from './make.ts'
import { either, list, map, need, noun, record, set, text } from './schema.ts'

interface Held {
  readonly backups?: readonly { readonly by: string; readonly name?: string; readonly of?: readonly string[] }[]
  readonly scales?: { readonly on?: string | readonly string[] }
  readonly values?: { readonly [name: string]: readonly string[] }
  readonly names?: readonly (string | { readonly name: string })[]
  readonly steps?: readonly string[]
}

const spec: NounSpec<Held, Held> = {
  is: 'team',
  word: 'team',
  named: text,
  fields: {
    names: need(set(either(text, noun('team'))), 'whose'),
    steps: list(text),
    backups: set(record('a backup', { by: text, name: text, of: set(text) })),
    scales: record('an autoscaler', { on: either(text, set(text)) }),
    values: map(text, set(text)),
  },
  build: (_, options) => options,
}

const of = (options: Held) => make(spec, 'one', { names: [], ...options })

const rows: [name: string, options: Held, held: Held][] = [
  ['a set is given by its texts', { names: ['b', 'a', 'C'] }, { names: ['C', 'a', 'b'] }],
  ['one that is sorted stays', { names: ['a', 'b'] }, { names: ['a', 'b'] }],
  [
    'records by their names, then by what they say, with the sets in them',
    { backups: [{ by: 'snapshot' }, { by: 'dump', of: ['b', 'a'] }, { by: 'copy', name: 'z' }] },
    { backups: [{ by: 'dump', of: ['a', 'b'] }, { by: 'snapshot' }, { by: 'copy', name: 'z' }] },
  ],
  ['a set in a record, as one of two forms', { scales: { on: ['b', 'a'] } }, { scales: { on: ['a', 'b'] } }],
  ['the other form stays', { scales: { on: 'b' } }, { scales: { on: 'b' } }],
  ['a set in a map', { values: { one: ['b', 'a'] } }, { values: { one: ['a', 'b'] } }],
  ['a list stays as it is', { steps: ['stop', 'restore', 'check'] }, { steps: ['stop', 'restore', 'check'] }],
  ['what is absent stays absent', {}, {}],
]

for (const [name, options, held] of rows)
  test(`sets: ${name}`, () => assert.deepEqual({ ...of(options) }, { names: [], ...held }))

test('sets: what was given is remembered as it was written', () =>
  assert.deepEqual(makingOf(of({ names: ['b', 'a'] }))?.given, { names: ['b', 'a'] }))
