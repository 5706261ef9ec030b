// Whatever stands in a file of promises, it is told and nothing is thrown; what is taken can be judged.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { problemLine } from '../../platform/problem.ts'
import { type Fields, type Kind, need, text } from '../../platform/schema.ts'
import { promiseKinds } from '../promises.ts'
import { runEstates } from '../run-estates.ts'
import { withBeside } from './beside.ts'
import { factFields, factForms, factWords } from './fact-forms.ts'
import { procedureForm, promiseForms, promiseWords } from './forms.ts'

const { estate } = importManifests(
  readManifests(
    `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { template: { metadata: { labels: { tier: data } }, spec: { containers: [{ name: db, image: db, ports: [{ containerPort: 5432 }] }] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: shop }
spec: { schedule: 7, jobTemplate: [] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { selector: { tier: data }, ports: [{ port: 5432 }] }
`,
    'shop.yaml',
  ).manifests,
  { kubernetes: '1.34' },
)

const db = 'StatefulSet/shop/db'
const names = [db, db, db, db, 'shop', 'CronJob/shop/dump', 'Service/shop/db', 'shop', 'cluster', 'back', '__proto__']
const texts: { readonly [kind in Kind['kind']]?: readonly unknown[] } = {
  text: names,
  duration: ['0s', '6h', '1.5h'],
  durationRange: ['30s', { from: '1s', to: '2s' }],
  quantity: ['500m', 3],
  percent: ['99%'],
  labelKey: ['tier', 'kubernetes.io/hostname'],
  labelValue: ['data', ''],
  portName: ['sql'],
  path: ['/metrics'],
  date: ['2027-03-31'],
  dnsLabel: ['keeper'],
}
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, {}, [], [[]], JSON.parse('{"__proto__": 1}')),
)

/** What the field may hold, and now and then what it may not. */
function valueIn(kind: Kind): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: soundOf(kind) }, { weight: 1, arbitrary: odd })
}

function soundOf(kind: Kind): fc.Arbitrary<unknown> {
  switch (kind.kind) {
    case 'count':
      return fc.integer({ min: kind.least, max: Math.min(kind.most, 9000) })
    case 'oneOf':
      return fc.constantFrom(...kind.of)
    case 'list':
      return fc.array(valueIn(kind.of), { minLength: kind.least ?? 0, maxLength: 2 })
    case 'map':
      return fc.dictionary(fc.constantFrom('tier', 'app'), valueIn(kind.of))
    case 'record':
      return recordOf(kind.fields)
    case 'either':
      return fc.oneof(...kind.of.map(valueIn))
    default:
      return fc.constantFrom(...(texts[kind.kind] ?? [{ step: 'go', actor: 'person' }]))
  }
}

function recordOf(fields: Fields): fc.Arbitrary<object> {
  const needed = Object.keys(fields).filter((name) => fields[name]?.needed !== undefined)
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueIn(field)])), {
    requiredKeys: needed,
  })
}

const factOf = (word: (typeof factWords)[number]) =>
  recordOf({ of: factFields.of ?? text, guessed: text, [word]: need(factForms[word], '') })

const entries = fc.record(
  {
    facts: fc.array(fc.oneof(...factWords.map(factOf), odd), { maxLength: 3 }),
    promises: fc.array(fc.oneof(...promiseWords.map((word) => recordOf(promiseForms[word])), odd), { maxLength: 3 }),
    procedures: fc.oneof(odd, fc.record({ back: recordOf(procedureForm) })),
  },
  { requiredKeys: [] },
)

test('promises beside manifests: whatever stands there is told, and what is taken is judged', () => {
  fc.assert(
    fc.property(entries, (whole) => {
      const manifest = { apiVersion: 'seaworthy/v1', kind: 'Promises', ...whole } as unknown as Manifest
      const file = { manifest, document: 1, at: { file: 'p.yaml', line: 1, column: 1 }, lineOf: () => undefined }
      const { estates, promises, problems } = withBeside([estate], [file])
      for (const problem of problems) assert.doesNotMatch(problemLine(problem), /undefined|\[object/)
      const { verdicts } = runEstates(estates, {
        title: 'shop',
        asOf: '2026-11-21',
        unread: [],
        promises,
        judges: promiseKinds,
      })
      assert.ok(verdicts.every(({ because }) => because.every(({ says }) => !/undefined|\[object/.test(says.line))))
    }),
    { numRuns: 400 },
  )
})
