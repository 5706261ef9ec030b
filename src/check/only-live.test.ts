import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../estate/import.ts'
import { liveCluster } from '../estate/live/live-cluster.ts'
import { readManifests } from '../kubernetes/read.ts'
import { judge } from './judge.ts'
import { worldOf } from './world.ts'

const head = 'apiVersion: seaworthy/v1\nkind: Snapshot\nmetadata: { name: prod }\nserver: { minor: "1.34" }\n'
const node = `---
apiVersion: v1
kind: Node
metadata: { name: n1, labels: { kubernetes.io/hostname: n1 } }
status: { allocatable: { cpu: "4", memory: 8Gi, pods: "10" } }
`
const deployment = (name: string, cpu: number) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: '${name}:1', resources: { requests: { cpu: ${cpu} } } }] }
`
const budget = (name: string) => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: ${name} } } }
`
const quota = `---
apiVersion: v1
kind: ResourceQuota
metadata: { name: small, namespace: shop }
spec: { hard: { requests.cpu: 500m } }
`

function broken(live: string): readonly string[] {
  const cluster = liveCluster(readManifests(head + live, 'prod.yaml').manifests)
  const { estate } = importManifests(readManifests(deployment('orders', 1), 'shop.yaml').manifests, { live: cluster })
  const verdicts = judge(worldOf([estate], { asOf: '2026-11-21' }), {})
  assert.ok(!verdicts.some(({ id }) => id.includes('search')), 'nothing is said of search, which no file holds')
  return verdicts.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id)
}

const rows: [what: string, live: string, broken: string[]][] = [
  ['nodes of the cluster', node, []],
  ['a node that is too small', node.replace('"4"', '"500m"'), ['placed/shop/orders']],
  ['a fault of a neighbour is none of ours', node + deployment('search', 9) + budget('search'), []],
  ['a budget on the cluster that ties what a file holds', node + budget('orders'), ['drains/shop/orders']],
  ['a quota on the cluster', node + quota, ['quota/shop/small']],
  ['a quota of another namespace', node + quota.replace('shop', 'search'), []],
]

for (const [what, live, expected] of rows) {
  test(`only live: ${what}`, () => assert.deepEqual(broken(live), expected))
}

const caller = `${deployment('orders', 1).replace("image: 'orders:1'", 'image: orders, env: [{ name: DB_URL, value: "postgres://ledger-db" }]')}
${deployment('ledger-db', 1)}
---
apiVersion: v1
kind: Service
metadata: { name: ledger-db, namespace: shop }
spec: { selector: { app: ledger-db }, ports: [{ port: 5432 }] }
`
const isolates = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: shop }
spec: { podSelector: { matchLabels: { app: ledger-db } }, policyTypes: [Ingress] }
`
const refused = 'notAllowed: [{ resource: networkpolicies.networking.k8s.io, kind: NetworkPolicy }]\n'
const policies: [what: string, live: string, verdict: string][] = [
  ['that stand there and close a call', isolates, 'broken'],
  ['of which there are none', '', 'kept'],
  ['that nobody was allowed to read', refused, 'assumed'],
]

for (const [what, live, verdict] of policies) {
  test(`only live: policies ${what}`, () => {
    const cluster = liveCluster(readManifests(head + live, 'prod.yaml').manifests)
    const { estate } = importManifests(readManifests(caller, 'shop.yaml').manifests, {
      live: cluster,
      enforcesPolicy: true,
    })
    const found = judge(worldOf([estate], { asOf: '2026-11-21' }), {}).filter(({ asks }) => asks === 'reaches')
    assert.deepEqual(
      found.map((one) => one.verdict),
      [verdict],
    )
  })
}
