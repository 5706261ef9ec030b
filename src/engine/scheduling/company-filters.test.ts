// Filters by the company of other pods: each reason, in the scheduler’s words, beside a case that is nearly the same
// and is silent.
// The sentence that decides stands at the line named, in k8s.io/kubernetes@v1.36.3/pkg/scheduler/framework/plugins.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apartFrom, nearTo, sampleNode, sampleObject, spreadOver } from './sample-cluster.ts'
import { onFirst, type SaidRow, saidOfFirst } from './sample-said.ts'

const zone = 'topology.kubernetes.io/zone'

const rows: readonly SaidRow[] = [
  [
    'a node in no domain: podtopologyspread/filtering.go:334',
    { node: { labels: { [zone]: null } }, pod: spreadOver(zone, 'web') },
    "PodTopologySpread: node(s) didn't match pod topology spread constraints (missing required label)",
  ],
  [
    'a fuller domain: filtering.go:354',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0', { labels: { app: 'web' } })],
      pod: spreadOver(zone, 'web'),
    },
    "PodTopologySpread: node(s) didn't match pod topology spread constraints",
  ],
  [
    'a fuller domain, within the skew',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0', { labels: { app: 'web' } })],
      pod: spreadOver(zone, 'web', { maxSkew: 2 }),
    },
    '',
  ],
  [
    'a pod that is ending does not count: common.go:152',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0', { labels: { app: 'web' }, metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } })],
      pod: spreadOver(zone, 'web'),
    },
    '',
  ],
  [
    'fewer domains than wanted: filtering.go:55',
    { pods: [onFirst('web-0', { labels: { app: 'web' } })], pod: spreadOver(zone, 'web', { minDomains: 2 }) },
    "PodTopologySpread: node(s) didn't match pod topology spread constraints",
  ],
  [
    'the empty selector counts nobody: common.go:146',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0')],
      pod: spreadOver(zone, 'web', { labelSelector: {} }),
    },
    '',
  ],
  [
    'an emptier domain that the pod’s own selector rules out: common.go:43',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0', { labels: { app: 'web' } })],
      pod: { ...spreadOver(zone, 'web'), nodeSelector: { [zone]: 'a' } },
    },
    '',
  ],
  [
    '… and is asked not to',
    {
      nodes: [sampleNode('n2', { labels: { [zone]: 'b' } })],
      pods: [onFirst('web-0', { labels: { app: 'web' } })],
      pod: { ...spreadOver(zone, 'web', { nodeAffinityPolicy: 'Ignore' }), nodeSelector: { [zone]: 'a' } },
    },
    "PodTopologySpread: node(s) didn't match pod topology spread constraints",
  ],
  [
    'no company: interpodaffinity/filtering.go:420',
    { pod: nearTo('db') },
    "InterPodAffinity: node(s) didn't match pod affinity rules",
  ],
  ['company', { pods: [onFirst('db')], pod: nearTo('db') }, ''],
  ['the first of its kind is its own company: filtering.go:402', { pod: nearTo('web') }, ''],
  [
    'company it refuses: filtering.go:424',
    { pods: [onFirst('db')], pod: apartFrom('db') },
    "InterPodAffinity: node(s) didn't match pod anti-affinity rules",
  ],
  ['company of another namespace', { pods: [onFirst('db', { namespace: 'other' })], pod: apartFrom('db') }, ''],
  [
    'company of a namespace that is selected',
    { pods: [onFirst('db', { namespace: 'other' })], pod: apartFrom('db', undefined, { namespaceSelector: {} }) },
    "InterPodAffinity: node(s) didn't match pod anti-affinity rules",
  ],
  [
    'a selector that only excludes takes every namespace: plugin.go:144',
    {
      pods: [onFirst('db', { namespace: 'other' })],
      others: [sampleObject('Namespace', 'other', { metadata: { labels: { team: 'b' } } })],
      pod: apartFrom('db', undefined, {
        namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['b'] }] },
      }),
    },
    "InterPodAffinity: node(s) didn't match pod anti-affinity rules",
  ],
  [
    'company that refuses it: filtering.go:428',
    { pods: [onFirst('db', apartFrom('web'))] },
    "InterPodAffinity: node(s) didn't satisfy existing pods anti-affinity rules",
  ],
  ['company that refuses others', { pods: [onFirst('db', apartFrom('api'))] }, ''],
]

for (const [name, scene, says] of rows) {
  test(`filters: ${name}`, () => {
    assert.equal(saidOfFirst(scene), says)
  })
}
