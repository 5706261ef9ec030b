import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnyQuestion } from '../define.ts'
import { placed } from '../placement/placed.ts'
import { manifestWorld, verdictsOf } from '../sample.ts'
import { admitted } from './admitted.ts'
import { quota } from './quota.ts'
import { secured } from './secured.ts'

const shop = (meta = '') => `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, ${meta} }\n`
const node = `apiVersion: v1
kind: Node
metadata: { name: n1, labels: { kubernetes.io/hostname: n1 } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
`
const checkout = (container = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { containers: [{ name: main, image: shop/checkout, ${container} }] }
`
const asks = (cpu: string) => checkout(`resources: { requests: { cpu: ${cpu} } }`)
const quotaOf = (hard: string) => `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec: { hard: { ${hard} } }
`
const meshed = shop('labels: { istio-injection: enabled }')
const policy = `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: defaults }
spec: { rules: [{ mutate: { patchStrategicMerge: {} } }] }
`
const enforced = (level: string, more = '') => shop(`labels: { pod-security.kubernetes.io/enforce: ${level}, ${more} }`)

const istio = 'mutates/cluster/Istio'
const kyverno = 'mutates/cluster/ClusterPolicy defaults'
const rows: [name: string, asked: AnyQuestion, manifests: string[], verdict: string, assumes: string[]][] = [
  ['nobody changes pods', placed, [shop(), node, asks('1')], 'kept', []],
  ['a sidecar needs room too', placed, [meshed, node, asks('1')], 'assumed', [istio]],
  ['a sidecar makes no pod smaller', placed, [meshed, node, asks('5')], 'broken', []],
  ['a policy may', placed, [shop(), node, policy, asks('5')], 'unknown', []],
  ['a sidecar where nothing bounds pods', admitted, [meshed, asks('1')], 'kept', []],
  ['a sidecar under a quota', admitted, [meshed, quotaOf('requests.cpu: 4'), asks('1')], 'assumed', [istio]],
  ['requests that a policy may set', admitted, [policy, quotaOf('requests.cpu: 4'), checkout()], 'unknown', []],
  ['requests that a sidecar does not', admitted, [meshed, quotaOf('requests.cpu: 4'), checkout()], 'broken', []],
  ['what sidecars ask counts', quota, [meshed, quotaOf('requests.cpu: 4'), asks('1')], 'assumed', [istio]],
  ['a number of pods is the same', quota, [meshed, quotaOf('pods: 4'), asks('1')], 'kept', []],
  ['too much is too much with sidecars', quota, [meshed, quotaOf('requests.cpu: 4'), asks('5')], 'broken', []],
  ['what sidecars need', secured, [enforced('baseline', 'istio-injection: enabled'), asks('1')], 'assumed', [istio]],
  ['what a policy may set', secured, [enforced('restricted'), policy, asks('1')], 'unknown', []],
  ['what a policy may spoil', secured, [enforced('baseline'), policy, asks('1')], 'assumed', [kyverno]],
]

const about = (id: string) => /(^quota\/|checkout$)/.test(id)

for (const [name, asked, manifests, verdict, assumes] of rows) {
  test(`pods that others change: ${name}`, () => {
    const ask = (denied: readonly string[] = []) =>
      verdictsOf(asked, manifestWorld(manifests.join('---\n'), { denied })).find(({ id }) => about(id))
    const found = ask()
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(
      found?.assumes.map(({ id }) => id),
      assumes,
    )
    for (const id of assumes) assert.equal(ask([id])?.verdict, 'unknown')
    if (verdict === 'unknown')
      assert.deepEqual(found?.because.find(({ truth }) => truth === undefined)?.says.rows?.at(-1), [
        'perhaps',
        'ClusterPolicy defaults changes the pods',
      ])
  })
}
