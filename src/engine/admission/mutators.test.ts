import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from '../pods/pods-of.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { mutatorsOf } from './mutators.ts'

interface Meta {
  readonly labels?: object
  readonly annotations?: object
}
const shop = (meta: Meta) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', ...meta } })
const checkout = (meta: Meta = {}, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'checkout', namespace: 'shop' },
  spec: { template: { metadata: meta, spec: { containers: [{ name: 'main' }], ...spec } } },
})
const custom = (apiVersion: string, kind: string, more: object) => ({
  apiVersion,
  kind,
  metadata: { name: 'defaults' },
  ...more,
})
const webhook = (resource: string, more: object = {}) =>
  custom('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {
    webhooks: [{ rules: [{ apiGroups: [''], resources: [resource], operations: ['CREATE'] }], ...more }],
  })
const istio = { labels: { 'istio-injection': 'enabled' } }
const kyverno = (rule: object) => custom('kyverno.io/v1', 'ClusterPolicy', { spec: { rules: [rule] } })

const rows: [name: string, objects: object[], sees: readonly string[]][] = [
  ['nobody', [shop({}), checkout()], []],
  ['a namespace of Istio', [shop(istio), checkout()], ['Istio']],
  ['a namespace of a revision', [shop({ labels: { 'istio.io/rev': 'stable' } }), checkout()], ['Istio']],
  ['a pod that keeps out', [shop(istio), checkout({ labels: { 'sidecar.istio.io/inject': 'false' } })], []],
  ['a pod that asks', [shop({}), checkout({ labels: { 'sidecar.istio.io/inject': 'true' } })], ['Istio']],
  ['a pod in the network of its node', [shop(istio), checkout({}, { hostNetwork: true })], []],
  ['a mesh without sidecars', [shop({ labels: { 'istio.io/dataplane-mode': 'ambient' } }), checkout()], []],
  ['a namespace of Linkerd', [shop({ annotations: { 'linkerd.io/inject': 'enabled' } }), checkout()], ['Linkerd']],
  [
    'secrets of Vault',
    [checkout({ annotations: { 'vault.hashicorp.com/agent-inject': 'true' } })],
    ['the Vault agent injector'],
  ],
  ['a webhook on pods', [webhook('pods'), checkout()], ['MutatingWebhookConfiguration defaults']],
  ['the webhook of an injector', [webhook('pods', { name: 'vault.hashicorp.com' }), checkout()], []],
  ['a webhook on Services', [webhook('services'), checkout()], []],
  [
    'a webhook of other namespaces',
    [webhook('pods', { namespaceSelector: { matchLabels: { tier: 'edge' } } }), shop({}), checkout()],
    [],
  ],
  [
    'a webhook of other pods',
    [webhook('pods', { objectSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }), checkout()],
    [],
  ],
  [
    'a webhook whose selector nobody can read',
    [webhook('pods', { namespaceSelector: { matchExpressions: 'all' } }), checkout()],
    ['MutatingWebhookConfiguration defaults'],
  ],
  ['a policy of Kyverno that mutates', [kyverno({ mutate: { foreach: [] } }), checkout()], ['ClusterPolicy defaults']],
  ['a policy of Kyverno that judges', [kyverno({ validate: {} }), checkout()], []],
  [
    'a mutation of Gatekeeper',
    [custom('mutations.gatekeeper.sh/v1', 'Assign', { spec: {} }), checkout()],
    ['Assign defaults'],
  ],
  ['labels of Gatekeeper', [custom('mutations.gatekeeper.sh/v1', 'AssignMetadata', { spec: {} }), checkout()], []],
  ['names of prototypes', [shop({ labels: { constructor: 'x' } }), checkout({ annotations: { __proto__: 'x' } })], []],
]

for (const [name, objects, sees] of rows) {
  test(`mutators: ${name}`, () => {
    const estate = estateOf(objects)
    const [pod] = podsOf(estate)
    assert.ok(pod)
    assert.deepEqual(
      mutatorsOf(estate)(pod).map((one) => one.name),
      sees,
    )
  })
}
