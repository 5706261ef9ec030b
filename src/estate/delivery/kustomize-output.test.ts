import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closureOf } from './kustomization.ts'
import { kustomizeOutput } from './kustomize-output.ts'
import { treeOf } from './tree.ts'

const files: { readonly [file: string]: string } = {
  'base/kustomization.yaml':
    'resources: [web.yaml, deny.yaml]\nconfigMapGenerator:\n  - name: settings\n    literals: [a=b]\n',
  'base/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, labels: { app: web } }\nspec:\n  replicas: 1\n  paused: false\n  minReadySeconds: 5\n',
  'base/deny.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata: { name: deny, namespace: a }\ntype: x\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: deny, namespace: b }\ntype: x\n',
  'prod/kustomization.yaml':
    'resources: [../base]\nnamePrefix: prod-\nlabels:\n  - includeTemplates: true\n    pairs:\n      stage: live\ncommonAnnotations: { team: a }\nreplicas:\n  - name: web\n    count: 3\npatches:\n  - path: slower.yaml\n  - path: limit.yaml\n    target: { kind: Deployment, name: web }\n  - target: { kind: Deployment, name: web }\n    patch: |-\n      - op: add\n        path: /spec/progressDeadlineSeconds\n        value: 60\n',
  'prod/slower.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  minReadySeconds: 30\n',
  'prod/limit.yaml': '- op: add\n  path: /spec/revisionHistoryLimit\n  value: 2\n',
}

const built = `apiVersion: apps/v1
kind: Deployment
metadata: { name: prod-web, labels: { stage: live, app: web }, annotations: { team: a } }
spec: { template: { metadata: { labels: { stage: live } } }, selector: { matchLabels: { stage: live } }, replicas: 3, paused: false, minReadySeconds: 30, revisionHistoryLimit: 2, progressDeadlineSeconds: 60 }
---
apiVersion: v1
kind: Secret
metadata: { name: deny, namespace: b }
type: x
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings-abc }
`

const tree = treeOf(Object.keys(files), (file) => files[file])
const { manifests } = kustomizeOutput(built, 'prod', closureOf(tree, 'prod'), tree, (file) => file)

const rows: [name: string, of: number, path: readonly string[], finds: string | undefined][] = [
  ['the replicas of an overlay', 0, ['spec', 'replicas'], 'prod/kustomization.yaml:10'],
  ['the base, where nothing changes it', 0, ['spec', 'paused'], 'base/web.yaml:6'],
  ['a patch, not the value that it replaces', 0, ['spec', 'minReadySeconds'], 'prod/slower.yaml:5'],
  ['a patch of JSON 6902', 0, ['spec', 'revisionHistoryLimit'], 'prod/limit.yaml:3'],
  [
    'a patch of JSON 6902 within the kustomization',
    0,
    ['spec', 'progressDeadlineSeconds'],
    'prod/kustomization.yaml:19',
  ],
  ['the one of the same namespace', 1, ['type'], 'base/deny.yaml:9'],
  ['a prefix', 0, ['metadata', 'name'], 'prod/kustomization.yaml:2'],
  ['a label', 0, ['metadata', 'labels', 'stage'], 'prod/kustomization.yaml:6'],
  ['a label of its pods', 0, ['spec', 'template', 'metadata', 'labels', 'stage'], 'prod/kustomization.yaml:6'],
  ['a label that is put in no selector', 0, ['spec', 'selector', 'matchLabels', 'stage'], undefined],
  ['a label of the base', 0, ['metadata', 'labels', 'app'], 'base/web.yaml:3'],
  ['an annotation', 0, ['metadata', 'annotations', 'team'], 'prod/kustomization.yaml:7'],
  ['a field that is not there', 0, ['spec', 'suspend'], undefined],
]

for (const [name, of, path, finds] of rows) {
  test(`kustomize output: ${name}`, () => {
    const place = manifests[of]?.lineOf(path)
    assert.equal(place && `${'file' in place ? place.file : ''}:${place.line}`, finds)
  })
}

test('kustomize output: objects begin in their base, and generated ones where they are generated', () => {
  assert.deepEqual(
    manifests.map(({ at }) => `${at.file}:${at.line}`),
    ['base/web.yaml:1', 'base/deny.yaml:6', 'base/kustomization.yaml:3'],
  )
})
