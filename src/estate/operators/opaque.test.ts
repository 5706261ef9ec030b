import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from './sample.ts'

const custom = (apiVersion: string, kind: string, more = '') =>
  `\n---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: one, namespace: shop}\n${more}`

const rows: [name: string, yaml: string, unseen: readonly object[]][] = [
  ['Kubernetes’ own objects are known', custom('v1', 'ConfigMap') + custom('apps/v1', 'Deployment'), []],
  ['a known operator that makes nothing unknown', custom('cert-manager.io/v1', 'Issuer'), []],
  [
    'nobody’s kind may make anything in its namespace',
    custom('example.com/v1', 'Widget'),
    [
      {
        id: 'opaque/Widget.example.com',
        says: 'what Widget objects of example.com make is not known here',
        namespaces: ['shop'],
      },
    ],
  ],
  [
    'a known operator whose kind makes pods of unknown shape',
    custom('argoproj.io/v1alpha1', 'CronWorkflow'),
    [
      {
        id: 'opaque/CronWorkflow.argoproj.io',
        says: 'what CronWorkflow objects of argoproj.io make is not known here',
        namespaces: ['shop'],
        kinds: ['PersistentVolumeClaim', 'Pod'],
      },
    ],
  ],
  [
    'nodes come by themselves',
    custom('karpenter.sh/v1', 'NodePool'),
    [
      {
        id: 'opaque/NodePool.karpenter.sh',
        says: 'what NodePool objects of karpenter.sh make is not known here',
        kinds: ['Node'],
      },
    ],
  ],
  [
    'a policy that generates names the kinds',
    custom('kyverno.io/v1', 'ClusterPolicy', 'spec: {rules: [{generate: {kind: NetworkPolicy}}]}'),
    [
      {
        id: 'opaque/ClusterPolicy.kyverno.io',
        says: 'what ClusterPolicy objects of kyverno.io make is not known here',
        kinds: ['NetworkPolicy'],
      },
    ],
  ],
  ['a policy that only judges', custom('kyverno.io/v1', 'ClusterPolicy', 'spec: {rules: [{validate: {}}]}'), []],
]

for (const [name, yaml, unseen] of rows) {
  test(`opaque: ${name}`, () => {
    const found = (estateOf(yaml).unseen ?? []).map(({ source, ...rest }) => {
      assert.equal(source.at?.file, 'estate.yaml')
      return rest
    })
    assert.deepEqual(found, unseen)
  })
}
