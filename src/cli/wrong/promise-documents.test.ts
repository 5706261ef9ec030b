import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { promiseDocuments } from './promise-documents.ts'

const documents = (text: string) =>
  promiseDocuments(
    readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${text}\n`, 'promises.yaml').manifests,
    { kind: 'question' },
    'east',
    ['west'],
  ).flatMap((one) => (one as unknown as { facts: readonly { readonly in?: string }[] }).facts)

const rows: [name: string, text: string, places: (string | undefined)[]][] = [
  ['without a place', 'facts: [{ of: Pod/shop/a }]', [undefined]],
  ['a namespace of the cluster', 'facts: [{ of: Pod/shop/a, in: east/shop }]', ['shop']],
  ['the cluster as a whole', 'facts: [{ of: Pod/shop/a, in: east }]', ['cluster']],
  [
    'another cluster, and a namespace of it',
    'facts: [{ of: Pod/shop/a, in: west }, { of: Pod/shop/a, in: west/shop }]',
    [],
  ],
  ['a file about another cluster', 'cluster: west\nfacts: [{ of: Pod/shop/a }]', []],
  ['a file about this one', 'cluster: east\nfacts: [{ of: Pod/shop/a }]', [undefined]],
]

for (const [name, text, places] of rows)
  test(`facts of one cluster: ${name}`, () => {
    assert.deepEqual(
      documents(text).map((fact) => fact.in),
      places,
    )
  })
