// Parts that name another part or another object. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admitObject } from './admit-object.ts'
import { named, parse } from './sample-says.ts'

const claiming = (claims: string, uses: string) =>
  named(
    'v1',
    'Pod',
    `spec: {resourceClaims: [${claims}], containers: [{name: c, image: x, resources: {claims: [${uses}]}}]}`,
  )
const gpu = '{name: gpu, resourceClaimName: a}'
const ofFile = (key: string, volumes = '{name: v, emptyDir: {}}') =>
  named(
    'v1',
    'Pod',
    `spec: {volumes: [${volumes}], containers: [{name: c, image: x, env: [{name: A, valueFrom: {fileKeyRef: {${key}}}}]}]}`,
  )
const job = (selector: string, labels = '') =>
  named(
    'batch/v1',
    'Job',
    `spec: {selector: {${selector}}, template: {metadata: {labels: {${labels}}}, spec: {restartPolicy: Never, containers: [{name: c, image: x}]}}}`,
  )
const zones = (...terms: string[]) =>
  named(
    'storage.k8s.io/v1',
    'StorageClass',
    `provisioner: example.com/disk\nallowedTopologies: [${terms.map((term) => `{matchLabelExpressions: [${term}]}`)}]`,
  )
const ingressClass = (parameters: string) =>
  named(
    'networking.k8s.io/v1',
    'IngressClass',
    `spec: {controller: example.com/ingress, parameters: {kind: K, name: own, ${parameters}}}`,
  )
const pulling = (written: string) =>
  named('v1', 'Secret', `type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: '${written}'}`)
const node = (spec: string) => named('v1', 'Node', `spec: {${spec}}`)

const use = 'spec.containers[0].resources.claims'
const file = 'spec.containers[0].env[0].valueFrom.fileKeyRef'
const expressions = 'allowedTopologies[0].matchLabelExpressions'
const rows: [says: string, text: string, fields: readonly string[]][] = [
  ['a claim for a device', claiming(gpu, '{name: gpu}'), []],
  ['two requests of one claim', claiming(gpu, '{name: gpu, request: a}, {name: gpu, request: b}'), []],
  ['a claim and one of its requests', claiming(gpu, '{name: gpu, request: a}, {name: gpu}'), [`${use}[1]`]],
  [
    'a request of a claim that is used as a whole',
    claiming(gpu, '{name: gpu}, {name: gpu, request: a}'),
    [`${use}[1]`],
  ],
  ['one request twice', claiming(gpu, '{name: gpu, request: a}, {name: gpu, request: a}'), [`${use}[1]`]],
  ['a claim that the pod does not have', claiming(gpu, '{name: nic}'), [`${use}[0]`]],
  ['no name', claiming(gpu, '{name: ""}'), [`${use}[0]`]],
  ['a claim without a name', claiming('{resourceClaimName: a}', ''), ['spec.resourceClaims[0].name']],
  ['a claim with capitals', claiming('{name: Gpu, resourceClaimName: a}', ''), ['spec.resourceClaims[0].name']],
  ['a request with capitals', claiming(gpu, '{name: gpu, request: A}'), [`${use}[0].request`]],
  ['two claims of one name', claiming(`${gpu}, ${gpu}`, ''), ['spec.resourceClaims[1].name']],
  ['a claim from nowhere', claiming('{name: gpu}', ''), ['spec.resourceClaims[0]']],
  [
    'a claim from two places',
    claiming('{name: gpu, resourceClaimName: a, resourceClaimTemplateName: b}', ''),
    ['spec.resourceClaims[0]'],
  ],
  [
    'a claim by no name',
    claiming('{name: gpu, resourceClaimTemplateName: A}', ''),
    ['spec.resourceClaims[0].resourceClaimTemplateName'],
  ],
  ['a variable of a file', ofFile('volumeName: v, path: a, key: K'), []],
  ['a file outside of its volume', ofFile('volumeName: v, path: ../a, key: K'), [`${file}.path`]],
  ['a file of no volume', ofFile('volumeName: w, path: a, key: K'), [`${file}.volumeName`]],
  [
    'a file of another kind of volume',
    ofFile('volumeName: v, path: a, key: K', '{name: v, configMap: {name: c}}'),
    [`${file}.volumeName`],
  ],
  ['a variable with =', ofFile('volumeName: v, path: a, key: K=1'), [`${file}.key`]],
  ['a file without a path', ofFile('volumeName: v, key: K'), [`${file}.path`]],
  ['a selector of what is generated', job('matchLabels: {job-name: a}'), []],
  ['a selector of what the pods alone have', job('matchLabels: {tier: x}', 'tier: x'), ['spec.selector']],
  [
    'a selector of the uid',
    job('matchLabels: {batch.kubernetes.io/controller-uid: x}'),
    ['spec.selector', 'spec.template.metadata.labels'],
  ],
  ['the label of another job', job('', 'job-name: b'), ['spec.template.metadata.labels[job-name]']],
  ['the label of this job', job('', 'job-name: a'), []],
  ['volumes in two zones', zones('{key: zone, values: [a, b]}'), []],
  ['a zone twice', zones('{key: zone, values: [a, a]}'), [`${expressions}[0].values[1]`]],
  ['no zone', zones('{key: zone, values: []}'), [`${expressions}[0].values`]],
  ['a label twice', zones('{key: zone, values: [a]}, {key: zone, values: [b]}'), [`${expressions}[1].key`]],
  [
    'one term twice, in another order',
    zones('{key: zone, values: [a, b]}', '{key: zone, values: [b, a]}'),
    ['allowedTopologies[1].matchLabelExpressions'],
  ],
  ['parameters for the cluster', ingressClass('apiGroup: example.com'), []],
  ['parameters of a namespace', ingressClass('scope: Namespace, namespace: shop'), []],
  ['parameters of some namespace', ingressClass('scope: Namespace'), ['spec.parameters.namespace']],
  ['parameters for the cluster in a namespace', ingressClass('namespace: shop'), ['spec.parameters.namespace']],
  ['parameters of another scope', ingressClass('scope: Node'), ['spec.parameters.scope']],
  ['who may pull', pulling('{"auths":{}}'), []],
  ['who may pull, as nothing', pulling('null'), []],
  ['who may pull, as a list', pulling('[]'), ['data[.dockerconfigjson]']],
  ['who may pull, cut off', pulling('{'), ['data[.dockerconfigjson]']],
  ['a range of each family', node('podCIDRs: [10.0.0.0/24, "fd00::/64"]'), []],
  ['two ranges of one family', node('podCIDRs: [10.0.0.0/24, 10.0.1.0/24]'), ['spec.podCIDRs']],
  ['no range', node('podCIDRs: [10.0.0.1/24]'), ['spec.podCIDRs[0]']],
  ['the single range, which goes first', node('podCIDR: 10.0.9.0/24, podCIDRs: [10.0.0.0/24, 10.0.1.0/24]'), []],
]

for (const [says, text, fields] of rows) {
  test(`references: ${says}`, () => {
    const { refused, notModelled } = admitObject(parse(text), { minor: '1.36' })
    assert.deepEqual([[...new Set(refused.map(({ field }) => field))].sort(), notModelled], [fields, []])
  })
}

test('references: before 1.34 the claims of a pod are not read', () => {
  const { refused } = admitObject(parse(claiming('{name: gpu}', '{name: nic}')), { minor: '1.33' })
  assert.deepEqual(refused, [])
})
