import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import type { NetworkPolicySpec, Protocol, Ref } from '../../kubernetes/types.ts'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { namespaceObject, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'

// What the conformance tests of kubernetes-sigs/network-policy-api expect (conformance/tests/admin-network-policy-standard-*.go
// with conformance/base): four houses, one workload each; who pokes whom where, and whether it gets through.

const houses = ['gryffindor', 'slytherin', 'hufflepuff', 'ravenclaw'] as const
type House = (typeof houses)[number]
const pods = houses.map((house) => podClass(house, 'wizard', { count: 2, labels: { 'conformance-house': house } }))
const namespaces = houses.map((house) => namespaceObject(house, { 'conformance-house': house }))

type Action = 'Accept' | 'Deny' | 'Pass'
type Ports = readonly object[] | undefined
type Written = readonly [action: Action, house: House | 'all', protocols?: Ports]

const at = (tcp?: number, udp?: number, sctp?: number): Ports =>
  [
    ['tcp', tcp],
    ['udp', udp],
    ['sctp', sctp],
  ].flatMap(([protocol, number]) => (number ? [{ [String(protocol)]: { destinationPort: { number } } }] : []))
const range = (protocol: string, start: number, end: number): Ports => [
  { [protocol]: { destinationPort: { range: { start, end } } } },
]
const named = (house: House | 'all') =>
  house === 'all'
    ? { namespaces: { matchExpressions: [{ key: 'conformance-house', operator: 'Exists' }] } }
    : { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': house } } }
const rule =
  (field: 'from' | 'to') =>
  ([action, house, protocols]: Written) => ({ action, [field]: [named(house)], protocols })

function cluster(
  name: string,
  rules: { egress?: readonly Written[]; ingress?: readonly Written[] },
  { tier = 'Admin', priority = 10, subject = named('gryffindor') as object } = {},
): EstateObject {
  return objectOf({
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: 'ClusterNetworkPolicy',
    metadata: { name },
    spec: {
      tier,
      priority,
      subject,
      ingress: rules.ingress?.map(rule('from')),
      egress: rules.egress?.map(rule('to')),
    },
  })
}

const both = (rules: readonly Written[]) => ({ ingress: rules, egress: rules })
const swapped = ([first, second, ...rest]: readonly Written[], i = 0): readonly Written[] =>
  [second, first, ...rest].filter((each) => each !== undefined).slice(i)
const gress = {
  egress: [
    ['Accept', 'ravenclaw'],
    ['Deny', 'ravenclaw'],
    ['Pass', 'ravenclaw'],
    ['Deny', 'slytherin', at(80, 53, 9003)],
    ['Pass', 'slytherin', at(80, 53, 9003)],
    ['Accept', 'hufflepuff', at(8080, 5353, 9003)],
    ['Deny', 'hufflepuff'],
  ],
  ingress: [
    ['Accept', 'ravenclaw'],
    ['Deny', 'ravenclaw'],
    ['Pass', 'ravenclaw'],
    ['Deny', 'slytherin', at(80, 53, 9003)],
    ['Pass', 'slytherin', at(80, 53, 9003)],
    ['Accept', 'hufflepuff', at(80, 5353, 9003)],
    ['Deny', 'hufflepuff'],
  ],
} as const satisfies { readonly [D in 'egress' | 'ingress']: readonly Written[] }
const swappedGress = { egress: swapped(gress.egress), ingress: swapped(gress.ingress) }

const ranges: readonly Written[] = [
  ['Accept', 'ravenclaw', range('tcp', 80, 8080)],
  ['Accept', 'hufflepuff', range('udp', 53, 5353)],
  ['Accept', 'slytherin', range('sctp', 9003, 9005)],
  ['Deny', 'all'],
]
const fromSlytherin = { namespaceSelector: { matchLabels: { 'conformance-house': 'slytherin' } } }
const allowing: NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [fromSlytherin] }],
  egress: [{ to: [fromSlytherin] }],
}
const usual = policyObject('gryffindor', 'allow-slytherin', allowing)
const denySlytherin = both([['Deny', 'slytherin']])
const passSlytherin = both([['Pass', 'slytherin']])
const acceptSlytherin = both([['Accept', 'slytherin']])
const baseline = (rules: typeof denySlytherin) => cluster('default', rules, { tier: 'Baseline' })
const sharing = [
  cluster('a', both([['Deny', 'slytherin', at(80)]])),
  cluster('b', both([['Deny', 'hufflepuff', at(80)]])),
]

type Poke = readonly [from: House, to: House, port: string, open: boolean | undefined]

const rows: [name: string, objects: readonly EstateObject[], pokes: readonly Poke[]][] = [
  [
    'gress rules: the first rule that takes a connection decides',
    [cluster('gress', gress)],
    [
      ['gryffindor', 'ravenclaw', 'TCP 80', true],
      ['gryffindor', 'ravenclaw', 'UDP 53', true],
      ['ravenclaw', 'gryffindor', 'SCTP 9003', true],
      ['gryffindor', 'hufflepuff', 'TCP 8080', true],
      ['gryffindor', 'hufflepuff', 'TCP 80', false],
      ['gryffindor', 'hufflepuff', 'UDP 5353', true],
      ['gryffindor', 'hufflepuff', 'UDP 53', false],
      ['gryffindor', 'hufflepuff', 'SCTP 9003', true],
      ['gryffindor', 'hufflepuff', 'SCTP 9005', false],
      ['hufflepuff', 'gryffindor', 'TCP 80', true],
      ['hufflepuff', 'gryffindor', 'TCP 8080', false],
      ['gryffindor', 'slytherin', 'TCP 80', false],
      ['gryffindor', 'slytherin', 'TCP 8080', true],
      ['slytherin', 'gryffindor', 'UDP 53', false],
      ['slytherin', 'gryffindor', 'UDP 5353', true],
      ['slytherin', 'hufflepuff', 'TCP 80', true],
    ],
  ],
  [
    'gress rules, the first two exchanged: deny comes first',
    [cluster('gress', swappedGress)],
    [
      ['gryffindor', 'ravenclaw', 'TCP 80', false],
      ['gryffindor', 'ravenclaw', 'UDP 53', false],
      ['ravenclaw', 'gryffindor', 'SCTP 9003', false],
    ],
  ],
  [
    'ranges of ports',
    [cluster('ranges', both(ranges))],
    [
      ['gryffindor', 'ravenclaw', 'TCP 80', true],
      ['gryffindor', 'ravenclaw', 'TCP 8080', true],
      ['gryffindor', 'ravenclaw', 'UDP 53', false],
      ['gryffindor', 'hufflepuff', 'UDP 5353', true],
      ['gryffindor', 'hufflepuff', 'TCP 80', false],
      ['slytherin', 'gryffindor', 'SCTP 9005', true],
      ['slytherin', 'gryffindor', 'TCP 80', false],
    ],
  ],
  [
    'rules for what comes in say nothing about what goes out',
    [cluster('in', { ingress: gress.ingress })],
    [
      ['gryffindor', 'slytherin', 'TCP 80', true],
      ['slytherin', 'gryffindor', 'TCP 80', false],
    ],
  ],
  [
    'integration: admin denies before a NetworkPolicy allows',
    [cluster('pass-example', denySlytherin), usual, baseline(denySlytherin)],
    [
      ['slytherin', 'gryffindor', 'TCP 80', false],
      ['gryffindor', 'slytherin', 'TCP 8080', false],
    ],
  ],
  [
    'integration: passed on, the NetworkPolicy allows',
    [cluster('pass-example', passSlytherin), usual, baseline(denySlytherin)],
    [
      ['slytherin', 'gryffindor', 'TCP 80', true],
      ['gryffindor', 'slytherin', 'TCP 8080', true],
      ['hufflepuff', 'gryffindor', 'TCP 80', false],
    ],
  ],
  [
    'integration: passed on, and no NetworkPolicy: the baseline denies',
    [cluster('pass-example', passSlytherin), baseline(denySlytherin)],
    [
      ['slytherin', 'gryffindor', 'TCP 80', false],
      ['gryffindor', 'slytherin', 'TCP 8080', false],
      ['hufflepuff', 'gryffindor', 'TCP 80', true],
    ],
  ],
  [
    'priority: 50 before 60',
    [
      cluster('fifty', denySlytherin, { priority: 50 }),
      cluster('sixty', passSlytherin, { priority: 60 }),
      baseline(acceptSlytherin),
    ],
    [
      ['slytherin', 'gryffindor', 'TCP 80', false],
      ['gryffindor', 'slytherin', 'TCP 80', false],
    ],
  ],
  [
    'priority: 40 before 50',
    [
      cluster('fifty', denySlytherin, { priority: 50 }),
      cluster('sixty', passSlytherin, { priority: 40 }),
      baseline(acceptSlytherin),
    ],
    [
      ['slytherin', 'gryffindor', 'TCP 80', true],
      ['gryffindor', 'slytherin', 'TCP 8080', true],
    ],
  ],
  [
    'one priority, and no connection that two policies take',
    sharing,
    [
      ['slytherin', 'gryffindor', 'TCP 80', false],
      ['hufflepuff', 'gryffindor', 'TCP 80', false],
      ['slytherin', 'gryffindor', 'TCP 8080', true],
    ],
  ],
  [
    'one priority, and two policies that disagree: nobody can tell',
    [cluster('a', denySlytherin), cluster('b', acceptSlytherin)],
    [
      ['slytherin', 'gryffindor', 'TCP 80', undefined],
      ['hufflepuff', 'gryffindor', 'TCP 80', true],
    ],
  ],
  [
    'one priority, and two policies that agree',
    [cluster('a', denySlytherin), cluster('b', denySlytherin)],
    [['slytherin', 'gryffindor', 'TCP 80', false]],
  ],
  [
    'pods by label, their namespaces left out',
    [
      cluster('pods', both([['Deny', 'slytherin']]), {
        subject: { pods: { podSelector: { matchLabels: { 'conformance-house': 'ravenclaw' } } } },
      }),
    ],
    [
      ['slytherin', 'ravenclaw', 'TCP 80', false],
      ['slytherin', 'gryffindor', 'TCP 80', true],
    ],
  ],
]

const refOf = (house: House): Ref => `Deployment/${house}/wizard`

for (const [name, objects, pokes] of rows)
  test(`conformance: ${name}`, () => {
    const r = reachability(sampleEstate([...namespaces, ...objects]), pods)
    const matrix = reachMatrix(r)
    for (const [from, to, port, open] of pokes) {
      const [protocol, number] = port.split(' ') as [Protocol, string]
      const asked = { from: refOf(from), to: refOf(to), port: Number(number), protocol }
      assert.equal(connection(r, asked).open, open, `${from} → ${to} at ${port}`)
      const [a, b] = [from, to].map((house) =>
        matrix.classes.findIndex(({ members }) => members.includes(refOf(house))),
      )
      if (open === undefined) assert.ok(matrix.unknown.length > 0)
      else if (a !== b && matrix.unknown.length === 0) {
        const ports = portsBetween(matrix, a ?? -1, b ?? -1) ?? []
        const isOpen =
          ports === 'all' ||
          ports.some((each) => each.protocol === protocol && each.first <= +number && +number <= each.last)
        assert.equal(isOpen, open, `matrix: ${from} → ${to} at ${port}`)
      }
    }
  })

test('decided: a refusing rule is told by its policy, its name and its line', () => {
  const object = cluster('gress', denySlytherin)
  const r = reachability(sampleEstate([...namespaces, object]), pods)
  const { ingress } = connection(r, { from: refOf('slytherin'), to: refOf('gryffindor'), port: 80 })
  assert.deepEqual(ingress.deniedBy, {
    policy: 'ClusterNetworkPolicy//gress',
    rule: 0,
    peer: 0,
    port: undefined,
    path: ['spec', 'ingress', 0, 'from', 0],
    source: {},
  })
})

test('decided: unless policies are taken as they are meant, the plugin has to know those of administrators', () => {
  const r = reachability(sampleEstate([...namespaces, cluster('gress', denySlytherin)]), pods)
  const asked = { from: refOf('slytherin'), to: refOf('gryffindor'), port: 80 }
  const id = 'enforces-ClusterNetworkPolicy/harbour'
  assert.deepEqual(
    connection(r, { ...asked, wanted: 'closed' }).assumes.map((each) => each.id),
    [id],
  )
  assert.equal(connection(r, { ...asked, wanted: 'closed', denied: new Set([id]) }).open, undefined)
  assert.deepEqual(connection(r, { ...asked, asMeant: true }).assumes, [])
  assert.deepEqual(connection(r, { ...asked, from: refOf('hufflepuff') }).assumes, [])
})
