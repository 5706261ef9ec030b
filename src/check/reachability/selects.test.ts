import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { selects } from './selects.ts'

const from = (peer: object) => ({ podSelector: { matchLabels: { app: 'checkout' } }, ingress: [{ from: [peer] }] })
const label = (key: string, value: string) => ({ matchLabels: { [key]: value } })

const rows: [name: string, spec: object, verdict: string | undefined, line: string, hint?: string][] = [
  ['everything', { podSelector: {} }, undefined, ''],
  ['pods that run', from({ podSelector: label('app', 'orders') }), 'kept', 'app=checkout finds checkout'],
  ['pods that nobody runs', from({ podSelector: label('app', 'till') }), 'broken', 'app=till finds no pods'],
  [
    'the name of a namespace under another key',
    from({ namespaceSelector: label('name', 'shop') }),
    'broken',
    'name=shop finds no namespaces',
    'did you mean kubernetes.io/metadata.name=shop, the label that the API server gives every namespace? It has no label name',
  ],
  [
    'a label’s value under another key',
    from({ podSelector: label('component', 'orders') }),
    'broken',
    'component=orders finds no pods',
    'did you mean app=orders, which Deployment/shop/orders has? It has no label component',
  ],
]

for (const [name, spec, verdict, line, hint] of rows) {
  test(`selects: ${name}`, () => {
    const metadata = { name: 'guard', namespace: 'shop' }
    const guard = written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec })
    const [found] = verdictsOf(selects, sampleWorld({ live: { includes: [guard] } }))
    assert.equal(found?.verdict, verdict)
    assert.equal((found && linesOf(found)[0]) ?? '', line)
    assert.equal(found?.because.find(({ truth }) => truth === false)?.hint, hint)
  })
}

// What a distribution brings along is shown or not: only where it is not, the usual is taken for it.
const dns: [name: string, distribution: string, namespace: string, found: string[]][] = [
  ['where nobody shows what answers', 'eks', 'kube-system', ['assumed dns/harbour']],
  ['in another namespace', 'eks', 'shop', ['broken']],
  ['where it is shown', 'k3s', 'kube-system', ['kept']],
]

for (const [name, distribution, namespace, found] of dns) {
  test(`selects: the pods that answer for DNS, ${name}`, () => {
    const to = {
      namespaceSelector: label('kubernetes.io/metadata.name', namespace),
      podSelector: label('k8s-app', 'kube-dns'),
    }
    const metadata = { name: 'names', namespace: 'shop' }
    const spec = { podSelector: {}, egress: [{ to: [to] }] }
    const guard = written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec })
    const said = verdictsOf(selects, sampleWorld({ cluster: { distribution }, live: { includes: [guard] } }))
    assert.deepEqual(
      said.map(({ verdict, assumes }) => [verdict, ...assumes.map(({ id }) => id)].join(' ')),
      found,
    )
  })
}
