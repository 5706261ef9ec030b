import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { fewerInZones } from './fewer-places.ts'
import { survivesZone } from './survives-zone.ts'

const node = (name: string, zone: string, labels = '') => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name}, ${zone && `topology.kubernetes.io/zone: ${zone}`}${labels} } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
`
const pods = (spec = '', more = '') => `    metadata: { labels: { app: checkout } }
    spec: { containers: [{ name: web, image: web${more} }]${spec} }
`
const checkout = (replicas: number, spec = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: checkout } }
  template:
${pods(spec)}`
const keeper = (replicas: number, spec = '') => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: keeper, namespace: shop }
spec:
  replicas: ${replicas}
  serviceName: keeper
  selector: { matchLabels: { app: keeper } }
  template:
    metadata: { labels: { app: keeper } }
    spec:
      containers:
        - { name: main, image: 'docker.io/library/zookeeper:3.9', env: [{ name: ZOO_SERVERS, value: 'server.1=keeper-0 server.2=keeper-1 server.3=keeper-2' }] }
${spec}`
const disk = ', volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]'
const zonal = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: disk, resources: { requests: { storage: 1Gi } } }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: disk }
provisioner: ebs.csi.aws.com
`
const maker = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
`
const io = ', pool: io'
const onIo = ', nodeSelector: { pool: io }'
const twoZones = [node('n1', 'a', io), node('n2', 'a', io), node('n3', 'b')]
const alone = 'all 2 pods of checkout stand in zone a, and no node of another zone takes them'
const spread = `      topologySpreadConstraints:
        - { topologyKey: topology.kubernetes.io/zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: keeper } } }
`
const three = [node('n1', 'a'), node('n2', 'b'), node('n3', 'c')]

const rows: [name: string, yaml: readonly string[], said: readonly string[]][] = [
  ['both zones take them', [checkout(2), ...twoZones], ['shop/checkout kept: pods of checkout may stand in 2 zones']],
  ['a label that nodes of one zone have', [checkout(2, onIo), ...twoZones], [`shop/checkout broken: ${alone}`]],
  [
    'another node may come',
    [checkout(2, onIo), ...twoZones, maker],
    [`shop/checkout unknown: ${alone}; NodePool general may add one that does`],
  ],
  [
    'one volume of a zone for all of them',
    [checkout(2, disk), zonal, ...twoZones],
    [
      'shop/checkout broken: all 2 pods of checkout share the volume data, which is tied to its zone: with that zone all of them are gone',
    ],
  ],
  [
    'the zone that they name is where they are meant to be',
    [checkout(2, ', nodeSelector: { topology.kubernetes.io/zone: a }'), ...twoZones],
    [],
  ],
  ['a single pod goes with its zone, as everybody knows', [checkout(1, onIo), ...twoZones], []],
  [
    'one node takes them: that is what survives-node says',
    [checkout(2, onIo), node('n1', 'a', io), node('n2', 'b')],
    [],
  ],
  ['one zone only', [checkout(2), node('n1', 'a'), node('n2', 'a')], []],
  ['a node whose zone nobody says', [checkout(2, onIo), ...twoZones, node('n4', '')], []],
  [
    'a majority that must stand in one zone',
    [keeper(3, '      nodeSelector: { pool: io }\n'), ...twoZones],
    [
      'shop/keeper broken: all 3 pods of keeper stand in zone a, and no node of another zone takes them',
      'shop/keeper/quorum broken: 2 of the 3 voters of keeper are needed, and 3 have no place outside zone a',
    ],
  ],
  [
    'a majority that a spread over three zones keeps',
    [keeper(3, spread), ...three],
    [
      'shop/keeper kept: pods of keeper may stand in 3 zones',
      'shop/keeper/quorum kept: 2 of the 3 voters of keeper are needed, and at most 1 of them in one zone',
    ],
  ],
  [
    'a majority that may stand in one zone, and need not',
    [keeper(3), ...three],
    [
      'shop/keeper kept: pods of keeper may stand in 3 zones',
      'shop/keeper/quorum unknown: 2 of the 3 voters of keeper are needed, and up to 3 may stand in zone a: nothing rules it out',
    ],
  ],
]

const apart = `, affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: checkout } } }] } }`
const places = 'the rules of checkout leave at least one of its 3 pods a place without any one zone'
const fewer: [name: string, yaml: readonly string[], rows: readonly string[]][] = [
  [
    'one each for the nodes that are left',
    [checkout(3, apart), ...twoZones],
    [
      'without a a place for 1 of the 3: required anti-affinity on kubernetes.io/hostname',
      'without b places for 2 of the 3: required anti-affinity on kubernetes.io/hostname',
    ],
  ],
  [
    'as many nodes as pods without any zone',
    [checkout(3, apart), ...[1, 2, 3].flatMap((n) => [node(`a${n}`, 'a'), node(`b${n}`, 'b')])],
    [],
  ],
  ['no rule between them', [checkout(3), ...twoZones], []],
]
for (const [name, yaml, said] of fewer) {
  test(`survives-zone: places without a zone: ${name}`, () => {
    const world = manifestWorld(yaml.join('---\n'))
    const [found] = verdictsOf(survivesZone, world)
    assert.equal(found?.says, places)
    assert.equal(found?.verdict, 'kept')
    assert.deepEqual(
      (found?.because[0]?.says.rows ?? []).map((row) => row.join(' ')),
      said,
    )
    const advice = [...fewerInZones(world)].flatMap(({ says }) => (says.rows ?? []).map((row) => row.join(' ')))
    assert.deepEqual(
      advice,
      said.slice(0, 1).map((row) => `shop/checkout ${row.replace('without a', 'without a:')}`),
    )
  })
}

for (const [name, yaml, said] of rows) {
  test(`survives-zone: ${name}`, () => {
    const found = verdictsOf(survivesZone, manifestWorld(yaml.join('---\n')))
    assert.deepEqual(
      found.map((one) => `${one.id.replace('survives-zone/', '')} ${one.verdict}: ${linesOf(one)[0]}`),
      said,
    )
  })
}
