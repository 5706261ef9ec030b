import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { served } from './served.ts'

const rows: [name: string, api: string, kind: string, minor: string | undefined, verdict?: string, line?: string][] = [
  ['what has no other version is not asked', 'apps/v1', 'Deployment', '1.34'],
  [
    'a version that goes on',
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    '1.34',
    'kept',
    'autoscaling/v1 HorizontalPodAutoscaler is served since 1.2',
  ],
  [
    'an old API version',
    'policy/v1beta1',
    'PodDisruptionBudget',
    '1.34',
    'broken',
    'policy/v1beta1 PodDisruptionBudget was removed in Kubernetes 1.25, and the cluster runs 1.34: it is policy/v1 now',
  ],
  [
    'the minor before it went',
    'policy/v1beta1',
    'PodDisruptionBudget',
    '1.24',
    'kept',
    'policy/v1beta1 PodDisruptionBudget is served since 1.5',
  ],
  [
    'a version that is not there yet, and went later',
    'flowcontrol.apiserver.k8s.io/v1beta3',
    'FlowSchema',
    '1.24',
    'broken',
    'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema came with Kubernetes 1.26, and the cluster runs 1.24',
  ],
  [
    'gone from all that are patched',
    'extensions/v1beta1',
    'Ingress',
    undefined,
    'broken',
    'extensions/v1beta1 Ingress was removed in Kubernetes 1.22, and no Kubernetes that is still patched serves it: it is networking.k8s.io/v1 now',
  ],
  [
    'not there yet',
    'resource.k8s.io/v1',
    'DeviceClass',
    '1.33',
    'broken',
    'resource.k8s.io/v1 DeviceClass came with Kubernetes 1.34, and the cluster runs 1.33',
  ],
  [
    'there in some',
    'resource.k8s.io/v1',
    'DeviceClass',
    undefined,
    'unknown',
    'resource.k8s.io/v1 DeviceClass is served from 1.34 on, and nobody says which version the cluster runs',
  ],
  [
    'a beta that is off',
    'storage.k8s.io/v1beta1',
    'VolumeAttributesClass',
    '1.33',
    'unknown',
    'storage.k8s.io/v1beta1 VolumeAttributesClass is a beta: it is served only where the cluster turns it on',
  ],
  ['another group', 'example.com/v1beta1', 'Ingress', '1.34'],
]

for (const [name, api, kind, minor, verdict, line] of rows) {
  test(`served: ${name}`, () => {
    const manifest = `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: a, namespace: shop }`
    const [found] = verdictsOf(served, manifestWorld(manifest, { kubernetes: minor ?? '' }))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('served: no version said', () => {
  const manifest =
    'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: a }\n---\napiVersion: batch/v1beta1\nkind: CronJob\nmetadata: { name: b }'
  const [found, ...more] = verdictsOf(served, manifestWorld(manifest))
  assert.equal(found?.id, 'served/cluster/CronJob/batch.v1beta1')
  assert.deepEqual(found?.about, ['CronJob/default/a', 'CronJob/default/b'])
  assert.deepEqual(more, [])
})

const orNewer: [name: string, api: string, kind: string, verdict: string, line: string][] = [
  [
    'gone before it',
    'policy/v1beta1',
    'PodDisruptionBudget',
    'broken',
    'policy/v1beta1 PodDisruptionBudget was removed in Kubernetes 1.25, and the cluster runs 1.28 or newer: it is policy/v1 now',
  ],
  [
    'there later',
    'flowcontrol.apiserver.k8s.io/v1',
    'FlowSchema',
    'unknown',
    'flowcontrol.apiserver.k8s.io/v1 FlowSchema is served from 1.29 on, and nobody says which version the cluster runs',
  ],
  [
    'there in both',
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    'kept',
    'autoscaling/v1 HorizontalPodAutoscaler is served since 1.2',
  ],
]

for (const [name, api, kind, verdict, line] of orNewer) {
  test(`served: 1.28 or newer, ${name}`, () => {
    const manifest = `apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: a }`
    const { views, ...world } = manifestWorld(manifest, { kubernetes: '1.28' })
    const asked = views.map((view) => ({ ...view, estate: { ...view.estate, orNewer: true } }))
    const [found] = verdictsOf(served, { ...world, views: asked })
    assert.deepEqual([found?.verdict, found && linesOf(found)[0]], [verdict, line])
  })
}
