import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld } from '../sample.ts'
import { zoneRoom } from './zone-room.ts'

const node = (name: string, zone: string, cpu = 4) => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name}, topology.kubernetes.io/zone: ${zone} } }
status: { allocatable: { cpu: "${cpu}", memory: 16Gi, pods: "110" } }
`
const workload = (kind: string, replicas: number, cpu = '1') => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${kind.toLowerCase()}, namespace: shop }
spec:
  ${kind === 'DaemonSet' ? '' : `replicas: ${replicas}`}
  selector: { matchLabels: { app: ${kind} } }
  template:
    metadata: { labels: { app: ${kind} } }
    spec: { containers: [{ name: main, image: shop, resources: { requests: { cpu: "${cpu}" } } }] }
`
const least = (min: number) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: deployment, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: deployment }, minReplicas: ${min}, maxReplicas: 9 }
`
const maker = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
`
const three = [node('n1', 'a'), node('n2', 'b'), node('n3', 'c')]

const rows: [name: string, yaml: readonly string[], said: readonly string[]][] = [
  ['two zones hold what three do', [workload('Deployment', 8), ...three], []],
  [
    'one pod more than two zones hold',
    [workload('Deployment', 9), ...three],
    ['a', 'b', 'c'].map((zone) => `${zone}: the others have room for 8 cores, and the pods ask for 9 cores`),
  ],
  [
    'the largest zone counts',
    [workload('Deployment', 8), node('n1', 'a', 8), node('n2', 'b')],
    ['a: the others have room for 4 cores, and the pods ask for 8 cores'],
  ],
  ['an autoscaler at its least', [workload('Deployment', 9), least(8), ...three], []],
  [
    'a pod of a DaemonSet on each node',
    [workload('Deployment', 7), workload('DaemonSet', 0), ...three],
    ['a', 'b', 'c'].map((zone) => `${zone}: the others have room for 6 cores, and the pods ask for 7 cores`),
  ],
  ['too many even now', [workload('Deployment', 13), ...three], []],
  ['what makes nodes makes room', [workload('Deployment', 9), maker, ...three], []],
  ['one zone', [workload('Deployment', 4), node('n1', 'a')], []],
]

for (const [name, yaml, said] of rows) {
  test(`zone room: ${name}`, () => {
    const found = [...zoneRoom(manifestWorld(yaml.join('---\n')))]
    assert.deepEqual(
      found.flatMap(({ says }) => (says.rows ?? []).map((row) => row.join(': '))),
      said,
    )
  })
}
