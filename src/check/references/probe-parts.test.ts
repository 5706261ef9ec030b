import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { refers } from './refers.ts'

const pod = (fields: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec: { template: { spec: { containers: [{ name: app, ports: [{ name: http, containerPort: 8080 }], ${fields} }${more}] } } }
`
const sidecar = ', { name: proxy, ports: [{ name: admin, containerPort: 9000 }] }'
const asks = (what: string, port: string, otherwise: string) =>
  `${what} of container app asks port ${port}, and the container names only http: ${otherwise}`
const notReady = 'the pod never becomes Ready'
const there = 'probes ask for ports that their containers name: http'

const rows: [name: string, manifest: string, verdict: string | undefined, line?: string][] = [
  ['a port of the container', pod('readinessProbe: { httpGet: { port: http } }'), 'kept', there],
  [
    'a name that it has not',
    pod('readinessProbe: { httpGet: { port: web } }'),
    'broken',
    asks('readinessProbe', 'web', notReady),
  ],
  [
    'a name that only its neighbour has',
    pod('readinessProbe: { tcpSocket: { port: admin } }', sidecar),
    'broken',
    asks('readinessProbe', 'admin', notReady),
  ],
  [
    'a start that nobody sees',
    pod('startupProbe: { tcpSocket: { port: web } }'),
    'broken',
    asks('startupProbe', 'web', 'the container never counts as started'),
  ],
  [
    'a probe that is never asked',
    pod('livenessProbe: { httpGet: { port: web } }'),
    'broken',
    asks('livenessProbe', 'web', 'the probe is never asked, and nothing restarts the container'),
  ],
  [
    'a hook after the start',
    pod('lifecycle: { postStart: { httpGet: { port: web } } }'),
    'broken',
    asks('postStart', 'web', 'the container is killed as soon as it has started (FailedPostStartHook)'),
  ],
  [
    'a hook before the end',
    pod('lifecycle: { preStop: { httpGet: { port: web } } }'),
    'broken',
    asks('preStop', 'web', 'the hook never runs (FailedPreStopHook)'),
  ],
  [
    'a socket of a hook, which the kubelet does not know',
    pod('lifecycle: { preStop: { tcpSocket: { port: web } } }'),
    undefined,
  ],
  ['a number that no container lists', pod('readinessProbe: { httpGet: { port: 9090 } }'), undefined],
  ['a number in quotes', pod('readinessProbe: { httpGet: { port: "9090" } }'), undefined],
  ['a probe that is no object', pod('readinessProbe: web'), undefined],
]

for (const [name, manifest, verdict, line] of rows) {
  test(`refers: probes and hooks: ${name}`, () => {
    const [found] = verdictsOf(refers, manifestWorld(manifest))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
    if (verdict === 'broken') assert.equal(found?.because[0]?.hint, 'did you mean http?')
  })
}
