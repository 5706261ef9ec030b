import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { importManifests } from '../import.ts'
import { differencesOf } from './differences.ts'

const objectsOf = (text: string) => importManifests(readManifests(text, 'shop.yaml').manifests).estate.objects

const deployment = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: ${spec}
`
const live = deployment(
  "{ replicas: 3, template: { spec: { restartPolicy: Always, containers: [{ name: sidecar, image: s:1 }, { name: orders, image: 'orders:1', resources: { requests: { cpu: 500m } } }] } } }",
)

const rows: [what: string, written: string, live: string, found: unknown[]][] = [
  ['what the cluster filled in is no difference', deployment('{ replicas: 3 }'), live, []],
  ['another count is one', deployment('{ replicas: 2 }'), live, [['spec.replicas', 2, 3]]],
  [
    'containers are compared by name, amounts by value',
    deployment(
      "{ template: { spec: { containers: [{ name: orders, image: 'orders:2', resources: { requests: { cpu: 0.5 } } }] } } }",
    ),
    live,
    [['spec.template.spec.containers.0.image', 'orders:2', 'orders:1']],
  ],
  ['empty is not written', deployment('{ replicas: 3, minReadySeconds: null, strategy: {} }'), live, []],
  ['what is not there is said once', deployment('{ replicas: 3 }'), '', [[undefined, undefined, undefined]]],
  [
    'a snapshot keeps no values of ConfigMaps',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { url: here, port: "1" }',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: default }\ndata: { url: "" }',
    [['data.port', '1', undefined]],
  ],
  [
    'Secrets are never compared',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: c }\nstringData: { token: abc }',
    '',
    [],
  ],
]

for (const [what, written, there, found] of rows) {
  test(`live: ${what}`, () => {
    const differences = differencesOf(objectsOf(written), objectsOf(there))
    assert.deepEqual(
      differences.map((one) => [one.path?.join('.'), one.written, one.live]),
      found,
    )
  })
}

test('live: a difference stands at the line that was written', () => {
  const [difference] = differencesOf(objectsOf(deployment('\n  replicas: 2')), objectsOf(live))
  assert.equal(difference?.at?.line, 5)
})
