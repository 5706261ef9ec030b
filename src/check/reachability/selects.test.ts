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
