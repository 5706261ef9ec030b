import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../kubernetes/read.ts'
import { type Imported, importManifests } from './import.ts'

const shop = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: orders, tier: 1}}
---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {selector: {app: orders}}
---
apiVersion: v1
kind: Service
metadata: {name: elsewhere, namespace: shop}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {stage: live}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: rates}
`

const cluster = `
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Node
  metadata: {name: n2, labels: {topology.kubernetes.io/zone: west}}
  spec:
    unschedulable: true
    taints: [{key: dedicated, effect: NoSchedule}, {key: odd, effect: Sometimes}]
  status:
    capacity: {cpu: "8", memory: 32Gi, pods: "110"}
    allocatable: {cpu: 7500m, memory: 30Gi, pods: "110"}
- apiVersion: v1
  kind: Node
  metadata: {name: n1}
  status: {capacity: {cpu: 4, memory: 16Gi}}
- apiVersion: v1
  kind: Node
  metadata: {name: n3}
- apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: {name: local, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
  provisioner: rancher.io/local-path
- apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: {name: odd}
  provisioner: disks.example.com
`

function imported(...texts: readonly string[]): Imported {
  return importManifests(texts.flatMap((text, index) => [...readManifests(text, `${index}.yaml`).manifests]))
}

test('objects are sorted by ref and know their lines', () => {
  const { estate, problems } = imported(shop)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    estate.objects.map(({ ref, implied }) => (implied ? `${ref} implied` : ref)),
    [
      'ConfigMap/default/rates',
      'Deployment/shop/orders',
      'Namespace//default implied',
      'Namespace//shop',
      'Service/shop/elsewhere',
      'Service/shop/orders',
    ],
  )
  const deployment = estate.objects[1]
  assert.deepEqual(deployment?.source.at, { file: '0.yaml', line: 2, column: 1 })
  assert.equal(deployment?.source.lineOf?.(['spec', 'replicas'])?.line, 6)
  assert.equal(deployment?.source.lineOf?.(['spec', 'paused']), undefined)
})

test('namespaces carry the label of their name; places are the namespaces that hold something', () => {
  const { estate } = imported(shop)
  const namespace = estate.objects.find(({ ref }) => ref === 'Namespace//shop')
  assert.deepEqual(namespace?.manifest.metadata.labels, { stage: 'live', 'kubernetes.io/metadata.name': 'shop' })
  assert.deepEqual(
    estate.environments.map(({ name }) => name),
    ['default', 'shop'],
  )
})

test('a Service with a selector is an endpoint of what it selects, and nothing else is claimed', () => {
  const { estate } = imported(shop)
  assert.deepEqual(
    estate.facts.map(({ source: _, ...fact }) => fact),
    [
      {
        trait: 'endpoint',
        service: 'Service/shop/orders',
        of: 'Deployment/shop/orders',
        standing: { is: 'carried', by: 'Service/shop/orders' },
        component: 'orders',
        environment: 'shop',
      },
    ],
  )
})

test('nodes have the room that they show, their zone and their taints', () => {
  const { estate, problems } = imported(cluster)
  assert.deepEqual(
    estate.nodes.map(({ name, zone, allocatable, taints }) => ({ name, zone, cpu: allocatable.cpu, taints })),
    [
      { name: 'n1', zone: undefined, cpu: '4', taints: [] },
      {
        name: 'n2',
        zone: 'west',
        cpu: '7500m',
        taints: [
          { key: 'dedicated', effect: 'NoSchedule' },
          { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
        ],
      },
    ],
  )
  assert.deepEqual(
    problems.map(({ says }) => says),
    ['Node n3 shows no status.allocatable, so nobody knows its room'],
  )
})

test('where a volume goes is known by its provisioner, or not at all', () => {
  const { classes } = imported(cluster).estate
  assert.deepEqual(
    Object.entries(classes).map(([name, { bound, default: isDefault }]) => [name, bound, isDefault]),
    [
      ['local', 'node', true],
      ['odd', 'unknown', false],
    ],
  )
})

test('what nobody tells is unknown', () => {
  const { estate } = imported(shop)
  assert.deepEqual([estate.minor, estate.distribution, estate.enforcesPolicy.holds], [undefined, undefined, undefined])
  const told = importManifests([], { cluster: 'east', kubernetes: '1.34.2', enforcesPolicy: true }).estate
  assert.deepEqual([told.cluster, told.minor, told.enforcesPolicy.holds], ['east', '1.34', true])
})

const refused: [name: string, text: string, says: string[], refs: string[]][] = [
  [
    'the same object twice',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n---\nkind: Secret\napiVersion: v1\nmetadata: {namespace: default, name: a}',
    [],
    ['Namespace//default', 'Secret/default/a'],
  ],
  [
    'a template that is YAML all the same',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: "{{ .Release.Name }}-a"}',
    ['Secret {{ .Release.Name }}-a is a template, no manifest yet'],
    [],
  ],
  [
    'one ref twice, in two words',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: default}\ndata: {}',
    ['Secret a stands already at 0.yaml:1'],
    ['Namespace//default', 'Secret/default/a'],
  ],
  [
    'one name for one kind of two groups',
    'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: edge}\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: edge}\nspec: {}',
    [],
    ['Gateway.networking.istio.io/default/edge', 'Gateway/default/edge', 'Namespace//default'],
  ],
  [
    'one name for one kind of two groups of others',
    ['sea.example/v1', 'air.example/v1']
      .map((group) => `apiVersion: ${group}\nkind: Port\nmetadata: {name: a}`)
      .join('\n---\n'),
    [],
    ['Namespace//default', 'Port.sea.example/default/a', 'Port/default/a'],
  ],
  [
    'an old version of a kind and the new one, in two words',
    ['extensions/v1beta1', 'networking.k8s.io/v1']
      .map((group) => `apiVersion: ${group}\nkind: Ingress\nmetadata: {name: a}`)
      .join('\n---\n'),
    ['Ingress a stands already at 0.yaml:1'],
    ['Ingress/default/a', 'Namespace//default'],
  ],
  [
    'two versions of a kind',
    ['autoscaling/v1', 'autoscaling/v2']
      .map((group) => `apiVersion: ${group}\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}`)
      .join('\n---\n'),
    ['HorizontalPodAutoscaler a stands already at 0.yaml:1'],
    ['HorizontalPodAutoscaler/default/a', 'Namespace//default'],
  ],
  ['no name', 'apiVersion: v1\nkind: Secret', ['this Secret has no name'], []],
  [
    'a kustomization',
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization',
    ['a Kustomization is built before it is applied'],
    [],
  ],
  [
    'names that the API server makes',
    ['a', 'b'].map(() => 'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: move-}').join('\n---\n'),
    [],
    ['Job/default/move-#', 'Job/default/move-#2', 'Namespace//default'],
  ],
  [
    'a kind that a definition makes cluster-wide',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: reefs.sea.example}\nspec: {group: sea.example, scope: Cluster, names: {kind: Reef}}\n---\napiVersion: sea.example/v1\nkind: Reef\nmetadata: {name: outer}',
    [],
    ['CustomResourceDefinition//reefs.sea.example', 'Reef//outer'],
  ],
  [
    'fields of a wrong shape',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: [1], labels: 3}\nspec: {selector: [x]}\n---\napiVersion: v1\nkind: Node\nmetadata: {name: m}\nspec: 3\nstatus: {allocatable: {cpu: [1]}}',
    ['Node m shows no status.allocatable, so nobody knows its room'],
    ['Namespace//default', 'Node//m', 'Service/default/a'],
  ],
  [
    'names of prototypes',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: constructor, labels: {__proto__: x}}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: __proto__, namespace: constructor}',
    [],
    ['Namespace//constructor', 'Secret/constructor/__proto__'],
  ],
]

for (const [name, text, says, refs] of refused) {
  test(`imported: ${name}`, () => {
    const { estate, problems } = imported(text)
    assert.deepEqual(
      problems.map((problem) => problem.says),
      says,
    )
    assert.deepEqual(
      estate.objects.map(({ ref }) => ref),
      refs,
    )
  })
}

test('what names no namespace goes where the delivery says', () => {
  const { objects } = importManifests(readManifests(shop, '0.yaml').manifests, { namespace: 'live' }).estate
  assert.ok(objects.some(({ ref }) => ref === 'ConfigMap/live/rates'))
})

test('what was not read stands in the estate by name, and what was read leaves nothing', () => {
  const { problems } = readManifests('apiVersion: v1\nkind: Secret\nmetadata: [\n', 'broken.yaml')
  const { unseen } = importManifests([], { unread: problems }).estate
  assert.deepEqual(
    unseen?.map(({ id, kinds }) => [id, kinds]),
    [['unread/broken.yaml', ['Secret']]],
  )
  assert.equal(importManifests([]).estate.unseen, undefined)
})

test('the order of files changes nothing', () => {
  const read = [shop, cluster].flatMap((text, index) => [...readManifests(text, `${index}.yaml`).manifests])
  assert.equal(JSON.stringify(importManifests([...read].reverse())), JSON.stringify(importManifests(read)))
})

const twice: [name: string, files: readonly [string, string], next: string][] = [
  ['side by side', ['k8s/a.yaml', 'k8s/b.yaml'], 'leave one of them out'],
  ['in a folder each', ['k8s/dev/a.yaml', 'k8s/prod/a.yaml'], 'one folder at a time: seaworthy check k8s/prod'],
  ['one folder around the other', ['k8s/a.yaml', 'k8s/prod/a.yaml'], 'leave one of them out'],
]

for (const [name, files, next] of twice) {
  test(`an object twice, in other words, ${name}`, () => {
    const read = files.flatMap(
      (file) => readManifests(`apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ntype: ${file}`, file).manifests,
    )
    assert.deepEqual(
      importManifests(read).problems.map((problem) => problem.next),
      [next],
    )
  })
}
