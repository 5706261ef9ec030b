import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { survivesNode } from './survives-node.ts'

interface Row {
  readonly spec: string
  readonly replicas?: number
  readonly verdict: string | undefined
  readonly says?: string
}

const own = 'labelSelector: { matchLabels: { app: shop } }'
const preferred = (key: string, selector = own) =>
  `affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: { topologyKey: ${key}, ${selector} } }] } }`
const required = (key: string) =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: ${key}, ${own} }] } }`
const spread = (key: string, how: string, selector = own) =>
  `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: ${key}, whenUnsatisfiable: ${how}, ${selector} }]`

const rows: { readonly [name: string]: Row } = {
  'nothing keeps them apart': { spec: 'nodeSelector: {}', verdict: undefined },
  'one pod has nobody to keep from': { spec: preferred('rack'), replicas: 1, verdict: undefined },
  'preferred by the host': {
    spec: preferred('kubernetes.io/hostname'),
    verdict: 'kept',
    says: '3 pods of shop would rather stand apart by kubernetes.io/hostname: evenly they are 2 at most in each of 2, and nothing keeps more of them from one',
  },
  'preferred by a key that no node has': {
    spec: preferred('example.com/rack'),
    verdict: 'broken',
    says: '3 pods of shop would rather stand apart by example.com/rack, which no node has that takes them: it keeps nothing apart',
  },
  'required by a key that no node has': {
    spec: required('example.com/rack'),
    verdict: 'broken',
    says: '3 pods of shop have to stand apart by example.com/rack, which no node has that takes them: it keeps nothing apart',
  },
  'a key that a provider may set': {
    spec: preferred('node.kubernetes.io/instance-type'),
    verdict: 'unknown',
    says: '3 pods of shop would rather stand apart by node.kubernetes.io/instance-type, which none of the 2 nodes has that take them, and nobody says whether it is set there',
  },
  'all nodes in one place': {
    spec: spread('topology.kubernetes.io/zone', 'ScheduleAnyway'),
    verdict: 'kept',
    says: '3 pods of shop would rather stand apart by topology.kubernetes.io/zone, and all nodes that take them are in one: there is nothing to keep apart',
  },
  'spread among pods that are not there': {
    spec: spread('kubernetes.io/hostname', 'DoNotSchedule', 'labelSelector: { matchLabels: { app: chop } }'),
    verdict: 'broken',
    says: 'shop is to be kept apart by kubernetes.io/hostname from pods whose labels no pod of shop has: its spread counts nothing',
  },
  'spread without a selector': {
    spec: 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway }]',
    verdict: 'broken',
  },
  'kept from pods that somebody else may bring': {
    spec: preferred('kubernetes.io/hostname', 'labelSelector: { matchLabels: { app: noisy } }'),
    verdict: 'unknown',
  },
  'kept from pods of other namespaces': {
    spec: preferred('kubernetes.io/hostname', 'namespaceSelector: {}, labelSelector: { matchLabels: { app: noisy } }'),
    verdict: undefined,
  },
  'required spread by a key that no node has is a matter of places': {
    spec: spread('example.com/rack', 'DoNotSchedule'),
    verdict: undefined,
  },
}

const node = (name: string) => `
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name}, topology.kubernetes.io/zone: a } }
status: { allocatable: { cpu: '4', memory: 16Gi, pods: '110' } }
---`

for (const [name, { spec, replicas = 3, verdict, says }] of Object.entries(rows))
  test(`survives-node: kept apart: ${name}`, () => {
    const world = manifestWorld(`${node('n1')}${node('n2')}
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      ${spec}
      containers: [{ name: shop, image: 'registry.example/shop:1' }]
`)
    const found = verdictsOf(survivesNode, world).find(({ id }) => id.endsWith('/kept-apart'))
    assert.equal(found?.verdict, verdict)
    if (says !== undefined) assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })
