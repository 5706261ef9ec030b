import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connection } from '../../engine/reachability/connection.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { manifestWorld } from '../sample.ts'
import type { AskedPort } from './every-port.ts'
import { openByName } from './open-by-name.ts'
import { reachable } from './reachable.ts'

const workload = (name: string, ...ports: string[]) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [${ports.map((port, at) => `{ name: c${at}, image: "a:1", ports: [{ ${port} }] }`).join(', ')}] }
`
const letting = (port: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: ${port} }] }] }
`
const caller = workload('caller', 'containerPort: 80')
const twice = workload('web', 'name: http, containerPort: 8080', 'name: http, containerPort: 9090')

const rows: [name: string, yaml: string, asked: readonly number[], unknown: readonly string[]][] = [
  ['all ports of the name must be shut', twice + letting('http'), [80, 8080, 9090], ['port-name/cluster/http']],
  ['one of them may be open', twice + letting('http'), [80, 8080], []],
  ['none of them is let through', twice + letting('80'), [8080, 9090], []],
  [
    'a port of another protocol is another',
    workload('web', 'name: http, containerPort: 8080', 'name: http, containerPort: 8080, protocol: UDP') +
      letting('http'),
    [9090],
    [],
  ],
  ['one port of the name', workload('web', 'name: http, containerPort: 8080') + letting('http'), [9090], []],
]

for (const [name, yaml, asked, unknown] of rows) {
  test(`open by name: ${name}`, () => {
    const [view] = manifestWorld(caller + yaml).views
    assert.ok(view)
    const r = reachable(view)
    const to: Ref = 'Deployment/shop/web'
    const ways = asked.map((at) => {
      const port: AskedPort = { port: at, protocol: 'TCP' }
      return { port, is: connection(r, { from: 'Deployment/shop/caller', to, ...port, wanted: 'closed' }) }
    })
    assert.ok(ways.every(({ is }) => is.open === false))
    assert.deepEqual(openByName(r, to, ways), unknown)
  })
}
