import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NetworkPolicySpec, Protocol, Ref } from '../../kubernetes/types.ts'
import { type ConnectionQuestion, connection } from './connection.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, podClass, policyObject, sampleEstate } from './sample-estate.ts'

type Way =
  | `${string}/${string} ${string}/${string} ${number}`
  | `${string}/${string} ${string}/${string} ${number} ${Protocol}`
type Row = [decides: string, policies: { [name: `${string}/${string}`]: NetworkPolicySpec }, open: Way[], closed: Way[]]

const all = { podSelector: {} }
const b = { matchLabels: { pod: 'b' } }
const y = { matchLabels: { ns: 'y' } }

// Each row is named by the sentence of the API or of the concept page that decides it.
const rows: Row[] = [
  [
    'pods that no policy selects are not isolated',
    { 'x/p': { podSelector: b, policyTypes: ['Ingress'] } },
    ['x/a x/c 80', 'x/b x/a 80'],
    ['x/a x/b 80'],
  ],
  [
    'a policy without rules lets nothing through',
    { 'x/p': { ...all, policyTypes: ['Ingress', 'Egress'] } },
    ['y/a z/a 80'],
    ['x/a x/b 80', 'y/a x/a 80', 'x/a y/a 80'],
  ],
  [
    'null is as good as absent',
    {
      'x/p': {
        podSelector: null,
        ingress: [{ from: null, ports: null }],
        egress: null,
      } as unknown as NetworkPolicySpec,
    },
    ['y/a x/a 80', 'x/a y/a 80'],
    [],
  ],
  ['isolation is per direction', { 'x/p': { ...all, policyTypes: ['Egress'] } }, ['y/a x/a 80'], ['x/a y/a 80']],
  [
    'both ends must let it through',
    { 'x/p': { ...all, egress: [{}], policyTypes: ['Egress'] }, 'y/p': { ...all } },
    ['x/a z/a 80'],
    ['x/a y/a 80'],
  ],
  ['an absent podSelector selects all pods', { 'x/p': { policyTypes: ['Ingress'] } }, [], ['y/a x/c 80']],
  ['absent policyTypes isolate ingress', { 'x/p': all }, ['x/a y/a 80'], ['y/a x/a 80']],
  [
    'and egress only where there are egress rules',
    { 'x/p': { ...all, egress: [{ to: [{ podSelector: {} }] }] } },
    [],
    ['x/a y/a 80', 'y/a x/a 80'],
  ],
  ['an empty list of egress rules is none', { 'x/p': { ...all, egress: [] } }, ['x/a y/a 80'], ['y/a x/a 80']],
  [
    'egress rules without the type are void',
    { 'x/p': { ...all, policyTypes: ['Ingress'], egress: [{ to: [{ podSelector: b }] }] } },
    ['x/a y/a 80'],
    ['y/a x/a 80'],
  ],
  [
    'policies add up',
    { 'x/p': { ...all, policyTypes: ['Ingress'] }, 'x/q': { ...all, ingress: [{ from: [{ podSelector: b }] }] } },
    ['x/b x/a 80'],
    ['x/c x/a 80'],
  ],
  ['an empty rule lets all through', { 'x/p': { ...all, ingress: [{}] } }, ['y/a x/a 81', 'x/a x/b 7 SCTP'], []],
  ['from: [] restricts no one', { 'x/p': { ...all, ingress: [{ from: [] }] } }, ['y/a x/a 80'], []],
  [
    'a podSelector alone means the own namespace',
    { 'x/p': { ...all, ingress: [{ from: [{ podSelector: b }] }] } },
    ['x/b x/a 80'],
    ['y/b x/a 80', 'x/c x/a 80'],
  ],
  [
    'a namespaceSelector takes all pods there',
    { 'x/p': { ...all, ingress: [{ from: [{ namespaceSelector: y }] }] } },
    ['y/a x/a 80', 'y/c x/a 80'],
    ['x/b x/a 80', 'z/a x/a 80'],
  ],
  [
    'an empty namespaceSelector takes all namespaces',
    { 'x/p': { ...all, ingress: [{ from: [{ namespaceSelector: {} }] }] } },
    ['z/a x/a 80', 'x/b x/a 80'],
    [],
  ],
  [
    'both selectors in one peer must hold',
    { 'x/p': { ...all, ingress: [{ from: [{ namespaceSelector: y, podSelector: b }] }] } },
    ['y/b x/a 80'],
    ['y/a x/a 80', 'x/b x/a 80'],
  ],
  [
    'two peers are alternatives',
    { 'x/p': { ...all, ingress: [{ from: [{ namespaceSelector: y }, { podSelector: b }] }] } },
    ['y/a x/a 80', 'x/b x/a 80'],
    ['z/b x/a 80', 'x/c x/a 80'],
  ],
  [
    'namespaces carry their name as a label',
    {
      'x/p': {
        ...all,
        ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'z' } } }] }],
      },
    },
    ['z/a x/a 80'],
    ['y/a x/a 80'],
  ],
  [
    'but not under the key name',
    { 'x/p': { ...all, ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: 'z' } } }] }] } },
    [],
    ['z/a x/a 80'],
  ],
  [
    'NotIn takes namespaces without the label too',
    {
      'x/p': {
        ...all,
        ingress: [
          {
            from: [{ namespaceSelector: { matchExpressions: [{ key: 'ns', operator: 'NotIn', values: ['x', 'y'] }] } }],
          },
        ],
      },
    },
    ['z/a x/a 80'],
    ['y/a x/a 80'],
  ],
  [
    'ports and peers must both match',
    { 'x/p': { ...all, ingress: [{ from: [{ podSelector: b }], ports: [{ port: 80 }] }] } },
    ['x/b x/a 80'],
    ['x/b x/a 81', 'x/c x/a 80'],
  ],
  ['ports: [] is every port', { 'x/p': { ...all, ingress: [{ ports: [] }] } }, ['x/b x/a 81', 'x/b x/a 80 UDP'], []],
  [
    'a port without a number is every TCP port',
    { 'x/p': { ...all, ingress: [{ ports: [{}] }] } },
    ['x/b x/a 5'],
    ['x/b x/a 5 UDP', 'x/b x/a 5 SCTP'],
  ],
  [
    'the protocol defaults to TCP',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 80 }] }] } },
    ['x/b x/a 80'],
    ['x/b x/a 80 UDP'],
  ],
  [
    'UDP lets no TCP through',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 80, protocol: 'UDP' }] }] } },
    ['x/b x/a 80 UDP'],
    ['x/b x/a 80'],
  ],
  [
    'a rule for SCTP isolates TCP',
    { 'x/p': { ...all, ingress: [{ ports: [{ protocol: 'SCTP' }] }] } },
    ['x/b x/a 80 SCTP'],
    ['x/b x/a 80'],
  ],
  [
    'endPort is inclusive',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 80, endPort: 90 }] }] } },
    ['x/b x/a 80', 'x/b x/a 90'],
    ['x/b x/a 79', 'x/b x/a 91'],
  ],
  [
    'a named port is what the receiving pod calls so',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 'serve-81-tcp' }] }] } },
    ['x/b x/a 81'],
    ['x/b x/a 80'],
  ],
  [
    'also on the way out',
    { 'x/p': { ...all, egress: [{ ports: [{ port: 'serve-81-tcp' }] }], policyTypes: ['Egress'] } },
    ['x/b y/a 81'],
    ['x/b y/a 80'],
  ],
  [
    'a named port keeps its protocol',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 'serve-80-udp' }] }] } },
    [],
    ['x/b x/a 80', 'x/b x/a 80 UDP'],
  ],
  [
    'a name that no pod uses takes nothing',
    { 'x/p': { ...all, ingress: [{ ports: [{ port: 'admin' }] }] } },
    [],
    ['x/b x/a 80'],
  ],
  ['a number in quotes is a name', { 'x/p': { ...all, ingress: [{ ports: [{ port: '80' }] }] } }, [], ['x/b x/a 80']],
  [
    'a block outside private ranges takes no pods',
    { 'x/p': { ...all, ingress: [{ from: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }] } },
    [],
    ['x/b x/a 80'],
  ],
]

for (const [decides, policies, open, closed] of rows) {
  test(`connection: ${decides}`, () => {
    const written = Object.entries(policies).map(([name, spec]) =>
      policyObject(...(name.split('/') as [string, string]), spec),
    )
    const r = reachability(sampleEstate([...gridNamespaces, ...written]), gridPods)
    for (const way of [...open, ...closed]) {
      const judged = connection(r, asked(way))
      assert.equal(judged.open, open.includes(way), way)
      assert.deepEqual(judged.assumes, [])
    }
  })
}

function asked(way: Way): ConnectionQuestion {
  const [from, to, port, protocol = 'TCP'] = way.split(' ')
  const end = (place: string | undefined): Ref => `Deployment/${place}` as Ref
  return { from: end(from), to: end(to), port: Number(port), protocol: protocol as Protocol }
}

test('connection: a named port that differs per pod is let through where each pod has it', () => {
  const calling = (name: string, containerPort: number) =>
    podClass('x', name, { spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort }] }] } })
  const pods = [calling('old', 8080), calling('new', 9090), podClass('y', 'caller')]
  const byName = policyObject('x', 'by-name', { ...all, ingress: [{ ports: [{ port: 'http' }] }] })
  const r = reachability(sampleEstate([...gridNamespaces, byName]), pods)
  const open = (to: Ref, port: number) => connection(r, { from: 'Deployment/y/caller', to, port }).open
  assert.deepEqual([open('Deployment/x/old', 8080), open('Deployment/x/old', 9090)], [true, false])
  assert.deepEqual([open('Deployment/x/new', 9090), open('Deployment/x/new', 8080)], [true, false])
})
