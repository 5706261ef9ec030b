import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { unseenOf } from './unread.ts'

const rows: [name: string, text: string, kinds: string[] | undefined, namespaces: string[] | undefined][] = [
  [
    'a Deployment may hold its pods, in its namespace',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  namespace: shop\nspec: [\n',
    ['Deployment', 'Pod', 'ReplicaSet'],
    ['shop'],
  ],
  [
    'no namespace written: it may be any',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nx: [\n',
    ['Secret'],
    undefined,
  ],
  ['an operator’s kind may make anything', 'apiVersion: sea.example/v1\nkind: Reef\nx: [\n', undefined, undefined],
  ['a list may hold anything', 'apiVersion: v1\nkind: ConfigMapList\nitems: [\n', undefined, undefined],
  ['a template may become anything', 'apiVersion: v1\nkind: Secret\nx: {{ .Values.x }}\n', undefined, undefined],
  ['no kind at all', 'a: [\n', undefined, undefined],
  [
    'every part counts',
    'apiVersion: v1\nkind: Secret\nx: [\n---\napiVersion: v1\nkind: ConfigMap\nx: [\n',
    ['ConfigMap', 'Secret'],
    undefined,
  ],
]
for (const [name, text, kinds, namespaces] of rows) {
  test(`not read: ${name}`, () => {
    const [unseen, ...more] = unseenOf(readManifests(text, 'k8s/a.yaml').problems)
    assert.deepEqual(more, [])
    assert.deepEqual([unseen?.id, unseen?.kinds, unseen?.namespaces], ['unread/k8s/a.yaml', kinds, namespaces])
  })
}

test('not read: what was read whole leaves nothing', () => {
  assert.deepEqual(unseenOf(readManifests('apiVersion: v1\nkind: Secret\nmetadata: {name: a}', 'a.yaml').problems), [])
})
