import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from './server.ts'
import { type Ours, type Standing, standing } from './verdict.ts'

const ours = (by: Ours['by'], fields: readonly string[] = [], more: Partial<Ours> = {}): Ours => ({
  ...(by && { by }),
  fields,
  namesAll: true,
  notModelled: [],
  says: [],
  ...more,
})
const theirs = (by?: Answer['by'], fields: readonly string[] = []): Answer => ({
  accepted: by === undefined,
  ...(by && { by }),
  fields,
  says: '',
})

const rows: [name: string, ours: Ours, theirs: Answer, is: Standing['is']][] = [
  ['both take it', ours(undefined), theirs(), 'agree'],
  ['both refuse one field', ours('validation', ['a']), theirs('validation', ['a']), 'agree'],
  ['a field in common', ours('validation', ['a', 'b']), theirs('validation', ['a', 'c']), 'agree'],
  ['no field in common', ours('validation', ['a']), theirs('validation', ['b']), 'differ'],
  ['only we refuse', ours('validation', ['a']), theirs(), 'differ'],
  ['only the server refuses', ours(undefined), theirs('validation', ['a']), 'differ'],
  ['refused by different parts', ours('structure', ['a']), theirs('validation', ['a']), 'differ'],
  ['taken by both, a part unread', ours(undefined, [], { notModelled: ['spec.x'] }), theirs(), 'apart'],
  [
    'refused for the unread part',
    ours(undefined, [], { notModelled: ['spec.x'] }),
    theirs('validation', ['spec.x.y']),
    'apart',
  ],
  [
    'refused beside the unread part',
    ours(undefined, [], { notModelled: ['spec.x'] }),
    theirs('validation', ['spec.y']),
    'differ',
  ],
  ['needs another object', ours(undefined), theirs('other'), 'apart'],
]

for (const [name, mine, answer, is] of rows) {
  test(`standing: ${name}`, () => assert.equal(standing(mine, answer).is, is))
}
