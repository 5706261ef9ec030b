import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apartTerms, namespacesOf } from './rules.ts'
import { smallClass, smallEstate, smallObject } from './small-cluster.ts'

const team = (values: string[], operator = 'In') => ({ matchExpressions: [{ key: 'team', operator, values }] })

const rows: [name: string, term: object, namespace: string, takes: boolean][] = [
  ['its own namespace, where none is named', {}, 'shop', true],
  ['another one, where none is named', {}, 'mail', false],
  ['a namespace that is named', { namespaces: ['mail'] }, 'mail', true],
  ['its own, where another is named', { namespaces: ['mail'] }, 'shop', false],
  ['one whose labels are selected', { namespaceSelector: team(['post']) }, 'mail', true],
  ['one whose labels are not', { namespaceSelector: team(['post']) }, 'shop', false],
  ['one that nobody describes', { namespaceSelector: team(['post']) }, 'late', false],
  // As the scheduler does for the pod that it places: a selector that only excludes takes every namespace.
  ['one that is ruled out, and nothing else asked', { namespaceSelector: team(['post'], 'NotIn') }, 'mail', true],
]

for (const [name, term, namespace, takes] of rows) {
  test(`pairs: a term takes pods of ${name}: ${takes}`, () => {
    const mail = smallObject('Namespace', 'mail', {}, '')
    const labelled = { ...mail, manifest: { ...mail.manifest, metadata: { name: 'mail', labels: { team: 'post' } } } }
    const namespaces = namespacesOf(smallEstate([], { objects: [labelled] }))
    const terms = [{ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'api' } }, ...term }]
    const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } }
    const [read] = apartTerms(smallClass({ name: 'web', spec: { affinity } as object }), namespaces)
    assert.equal(read?.takes(smallClass({ name: 'api', namespace })), takes)
  })
}
