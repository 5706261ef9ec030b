import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Report, tally } from '../report.ts'
import { reason, verdict } from '../sample-verdict.ts'
import type { Verdict } from '../verdict.ts'
import { compare } from './compare.ts'

const id = 'drains/shop/web'
const broken = (...rules: string[]) => verdict(id, 'broken', { because: rules.map((rule) => reason('c', { rule })) })
const promise = (word: Verdict['verdict']) => verdict(id, word, { kind: 'promise' })
const waiver = { owner: 'me', reason: 'r', until: '2027-01-01', expired: false }

function reportOf(of: Verdict | undefined): Report {
  const verdicts = of ? [of] : []
  const counts = { environments: 1, planned: 0, clusters: 1, nodes: 0, objects: 1 }
  const held = [{ cluster: 'harbour', refs: ['Deployment/shop/web'] }] as const
  const rest = { held, advice: [], unread: [], summary: tally(verdicts), notes: [] }
  return { version: 1, asOf: '2026-11-21', title: 'k8s', counts, verdicts, ...rest }
}

type Kind = 'broken' | 'mended' | 'voided' | 'unasked' | undefined
const about = ['Deployment/shop/web'] as const
const gone = ['Deployment/shop/site', 'Deployment/shop/desk'] as const
const rows: [name: string, before: Verdict | undefined, after: Verdict | undefined, is: Kind][] = [
  ['it was kept and is broken', verdict(id, 'kept'), broken('a'), 'broken'],
  ['nothing asked about it', undefined, broken('a'), 'broken'],
  ['it is broken as before', broken('a'), broken('a'), undefined],
  ['it breaks for one more rule', broken('a'), broken('a', 'b'), 'broken'],
  ['it breaks for one rule less', broken('a', 'b'), broken('a'), undefined],
  ['it was broken and is kept', broken('a'), verdict(id, 'kept'), 'mended'],
  ['it was broken and nothing asks any more', { ...broken('a'), about }, undefined, 'unasked'],
  ['it was broken and is gone', { ...broken('a'), about: gone }, undefined, 'mended'],
  ['it was broken and nobody knows now', broken('a'), verdict(id, 'unknown'), 'unasked'],
  ['it was kept and nothing asks any more', verdict(id, 'kept', { about }), undefined, 'unasked'],
  ['it was assumed and nothing asks any more', verdict(id, 'assumed', { about }), undefined, 'unasked'],
  ['it was kept and is gone', verdict(id, 'kept', { about: gone }), undefined, undefined],
  ['it was unknown and nothing asks any more', verdict(id, 'unknown', { about }), undefined, undefined],
  ['it was unknown and is kept', promise('unknown'), promise('kept'), 'mended'],
  ['it was broken and is tolerated now', broken('a'), { ...broken('a'), waiver }, 'mended'],
  ['it was tolerated and is so no more', { ...broken('a'), waiver }, broken('a'), 'broken'],
  ['it was kept and rests on something now', verdict(id, 'kept'), verdict(id, 'assumed'), 'voided'],
  ['it was kept and nobody knows now', verdict(id, 'kept'), verdict(id, 'unknown'), 'voided'],
  ['it is more certain', verdict(id, 'unknown'), verdict(id, 'kept'), undefined],
  [
    'it is broken as before, under another name',
    broken('a'),
    { ...broken('a'), id: 'drains/shop/site', was: id },
    undefined,
  ],
  [
    'it was kept, and is broken under another name',
    verdict(id, 'kept'),
    { ...broken('a'), id: 'x/y/z', was: id },
    'broken',
  ],
  ['a promise that nothing shows any more fails', promise('kept'), promise('unknown'), 'broken'],
  ['a promise that was unknown is broken', promise('unknown'), promise('broken'), 'broken'],
]

for (const [name, before, after, is] of rows) {
  test(`compare: ${name}: ${is ?? 'no news'}`, () => {
    const change = compare(reportOf(before), reportOf(after))
    const found = (['broken', 'mended', 'voided', 'unasked'] as const).filter((kind) => change[kind].length > 0)
    assert.deepEqual(found, is === undefined ? [] : [is])
  })
}
