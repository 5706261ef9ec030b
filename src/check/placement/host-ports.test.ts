import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway } from '../../platform/component/gateway.ts'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { linesOf, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import { hostPorts } from './host-ports.ts'

const daemon = (name: string, port: string, more = '') => `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {${more}containers: [{name: c, image: x, ports: [{containerPort: 1, ${port}}]}]}
---`
const node = (name: string, labels = '') => `
apiVersion: v1
kind: Node
metadata: {name: ${name}, labels: {kubernetes.io/hostname: ${name}${labels}}}
status: {allocatable: {cpu: "4", memory: 8Gi, pods: "110"}}
---`
const nodes = node('n1', ', kind: edge') + node('n2')

const rows: [name: string, yaml: string, says: string[]][] = [
  [
    'two for one port',
    daemon('a', 'hostPort: 80') + daemon('b', 'hostPort: 80') + nodes,
    ['broken: a and b both ask for TCP 80 of the same node: one pod gets it, and the other stays Pending'],
  ],
  ['one alone', daemon('a', 'hostPort: 80') + nodes, ['kept: a alone takes TCP 80 of a node']],
  [
    'at other ports',
    daemon('a', 'hostPort: 80') + daemon('b', 'hostPort: 81') + nodes,
    ['kept: a alone takes TCP 80 of a node', 'kept: b alone takes TCP 81 of a node'],
  ],
  [
    'of other protocols',
    daemon('a', 'hostPort: 53') + daemon('b', 'hostPort: 53, protocol: UDP') + nodes,
    ['kept: a alone takes TCP 53 of a node', 'kept: b alone takes UDP 53 of a node'],
  ],
  [
    'on other nodes',
    daemon('a', 'hostPort: 80', 'nodeSelector: {kind: edge}, ') +
      daemon('b', 'hostPort: 80', 'nodeSelector: {kubernetes.io/hostname: n2}, ') +
      nodes,
    ['kept: a, b take TCP 80, no two of them on one node'],
  ],
  [
    'on one node of two',
    daemon('a', 'hostPort: 80', 'nodeSelector: {kind: edge}, ') + daemon('b', 'hostPort: 80') + nodes,
    ['broken: a and b both ask for TCP 80 of the same node: one pod gets it, and the other stays Pending'],
  ],
  [
    'at other addresses',
    daemon('a', 'hostPort: 80, hostIP: 10.0.0.1') + daemon('b', 'hostPort: 80, hostIP: 10.0.0.2') + nodes,
    ['kept: a, b take TCP 80, no two of them on one node'],
  ],
  ['nobody says what nodes there are', daemon('a', 'hostPort: 80') + daemon('b', 'hostPort: 80'), []],
]

for (const [name, yaml, says] of rows) {
  test(`host-ports: ${name}`, () => {
    const found = verdictsOf(hostPorts, manifestWorld(yaml))
    assert.deepEqual(
      found.map((one) => `${one.verdict}: ${linesOf(one)[0]}`),
      says,
    )
  })
}

const edge = gateway('front', { listens: { http: 80 }, loadBalancer: true })
const asks = (cluster: Partial<ClusterOptions>) =>
  verdictsOf(hostPorts, sampleWorld({ cluster, more: () => [edge] })).map(({ id, verdict }) => `${verdict}: ${id}`)

test('host-ports: what K3s packages takes 80 and 443 of each node, and so does whoever else is to be entered there', () => {
  assert.deepEqual(asks({ distribution: 'k3s' }), [
    'kept: host-ports/harbour/TCP-443',
    'broken: host-ports/harbour/TCP-80',
  ])
  assert.deepEqual(asks({ distribution: 'k3s', without: ['traefik'] }), ['kept: host-ports/harbour/TCP-80'])
  assert.deepEqual(asks({ distribution: 'k3s', without: ['servicelb'] }), [])
  assert.deepEqual(asks({}), [])
})
