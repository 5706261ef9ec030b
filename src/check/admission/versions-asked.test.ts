import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersOf, linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { admitted } from './admitted.ts'

const pod = (spec: string, name = 'a') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: [{name: a, image: i}], ${spec}}`
const sidecar = pod('initContainers: [{name: b, image: i, restartPolicy: Always}]')
const claims = pod('resourceClaims: [{name: gpu, resourceClaimName: gpu}]')
const image = pod('volumes: [{name: v, image: {reference: r}}]')
const ever = 'is closed by default in every version up to 1.36'

const rows: [name: string, yaml: string, kubernetes: string | undefined, answer: readonly string[]][] = [
  ['what every version takes', pod(''), '1.28', ['kept', 'every field is known and allowed in Kubernetes 1.28']],
  [
    'a sidecar where it is none',
    sidecar,
    '1.28',
    [
      'broken',
      'spec.initContainers[0].restartPolicy is taken and dropped unread by Kubernetes 1.28: the feature gate SidecarContainers is closed by default before 1.29',
    ],
  ],
  ['a sidecar', sidecar, '1.29', ['kept', 'every field is known and allowed in Kubernetes 1.29']],
  ['a field that came later', image, '1.30', ['broken', 'spec.volumes[0].image is no field of Volume']],
  [
    'a field that came by another name',
    claims,
    '1.30',
    ['broken', 'spec.resourceClaims[0].resourceClaimName is no field of PodResourceClaim'],
  ],
  [
    'a gate that some versions open',
    pod('hostUsers: false'),
    undefined,
    [
      'unknown',
      'spec.hostUsers is taken and dropped unread by Kubernetes 1.32 only, and the cluster may run another: the feature gate UserNamespacesSupport is closed by default before 1.33',
    ],
  ],
  [
    'a gate that none opens',
    pod('volumes: [{name: v, projected: {sources: [{clusterTrustBundle: {path: ca}}]}}]'),
    undefined,
    [
      'broken',
      `spec.volumes[0].projected.sources[0].clusterTrustBundle is taken and dropped unread by Kubernetes 1.32 and 1.36: the feature gate ClusterTrustBundleProjection ${ever}`,
    ],
  ],
]

for (const [name, yaml, kubernetes, answer] of rows) {
  test(`admitted: ${name}, ${kubernetes ?? 'no version'}`, () => {
    const { views, ...world } = manifestWorld(yaml, { kubernetes: kubernetes ?? '1.36' })
    const asked = views.map((view) => ({ ...view, estate: { ...view.estate, minor: kubernetes } }))
    const [own] = answersOf(admitted, { ...world, views: asked })
    assert.deepEqual(own?.slice(0, answer.length), answer)
  })
}

const two = [pod(''), pod('', 'b')].join('\n---\n')

test('a version older than all that are known is unknown once, and what it takes is assumed', () => {
  const [version, ...objects] = verdictsOf(admitted, manifestWorld(two, { kubernetes: '1.22' }))
  assert.deepEqual([version?.id, version?.verdict], ['admitted/cluster/kubernetes', 'unknown'])
  assert.deepEqual(version && linesOf(version), [
    'nobody here knows the rules of Kubernetes 1.22: those of 1.28 stand in, the oldest that are known',
  ])
  assert.match(
    version?.because[0]?.hint ?? '',
    /kubectl apply --dry-run=server -f FILE; or say kubernetes: 1.28 or newer/,
  )
  for (const { verdict, assumes } of objects)
    assert.deepEqual(
      [verdict, assumes.map(({ says }) => says)],
      ['assumed', ['Kubernetes 1.22 of cluster takes what 1.28 takes']],
    )
  const [, denied] = verdictsOf(admitted, manifestWorld(two, { kubernetes: '1.22', denied: ['kubernetes/cluster'] }))
  assert.equal(denied?.verdict, 'unknown')
})

test('what the oldest refuses, those before it refuse too; a newer one may know more', () => {
  const verdicts = (yaml: string, kubernetes: string) =>
    verdictsOf(admitted, manifestWorld(yaml, { kubernetes })).map(({ verdict }) => verdict)
  assert.deepEqual(verdicts(image, '1.22'), ['unknown', 'broken'])
  assert.deepEqual(verdicts(pod('later: true'), '1.99'), ['unknown', 'unknown'])
  assert.deepEqual(verdicts(pod('hostname: A_B'), '1.99'), ['unknown', 'broken'])
  assert.deepEqual(verdicts(pod(''), '1.36'), ['kept'])
})

test('a cluster that may run a newer version is asked for both ends, and what both take is kept', () => {
  const answers = (yaml: string) => {
    const { views, ...world } = manifestWorld(yaml, { kubernetes: '1.28' })
    const asked = views.map((view) => ({ ...view, estate: { ...view.estate, orNewer: true } }))
    return answersOf(admitted, { ...world, views: asked })[0]
  }
  assert.deepEqual(answers(pod(''))?.slice(0, 2), [
    'kept',
    'every field is known and allowed in Kubernetes 1.28 and 1.36',
  ])
  assert.deepEqual(answers(image)?.slice(0, 2), [
    'unknown',
    'spec.volumes[0].image is no field of Volume: refused by Kubernetes 1.28 only, and the cluster may run another',
  ])
})
