import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld, verdictsOf } from '../sample.ts'
import { secured } from './secured.ts'

const safe = 'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }'
const whole = 'securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } },'
const rows: [
  name: string,
  level: string,
  pod: string,
  container: string,
  verdict: string | undefined,
  refuses?: string[],
][] = [
  ['no level', '', 'hostNetwork: true,', '', undefined],
  ['privileged', 'privileged', 'hostNetwork: true,', '', undefined],
  ['baseline takes what is plain', 'baseline', '', '', 'kept'],
  ['the network of the host', 'baseline', 'hostNetwork: true,', '', 'broken', ['hostNetwork']],
  [
    'a path of the host',
    'baseline',
    'volumes: [{ name: logs, hostPath: { path: /var/log } }],',
    '',
    'broken',
    ['hostPath volume logs'],
  ],
  [
    'a capability',
    'baseline',
    '',
    'securityContext: { capabilities: { add: [NET_ADMIN, CHOWN] } }',
    'broken',
    ['capability NET_ADMIN'],
  ],
  ['restricted, and all is said', 'restricted', whole, safe, 'kept'],
  [
    'restricted, and nothing is said',
    'restricted',
    '',
    '',
    'broken',
    ['no allowPrivilegeEscalation: false', 'no capabilities.drop: [ALL]', 'no seccompProfile', 'no runAsNonRoot: true'],
  ],
  [
    'restricted, for the container only',
    'restricted',
    '',
    'securityContext: { runAsNonRoot: true, seccompProfile: { type: Localhost, localhostProfile: a }, allowPrivilegeEscalation: false, capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }',
    'kept',
  ],
  [
    'a disk of the network',
    'restricted',
    `${whole} volumes: [{ name: d, nfs: { server: a, path: / } }],`,
    safe,
    'broken',
    ['nfs volume d'],
  ],
]

for (const [name, level, pod, container, verdict, refuses] of rows) {
  test(`secured: ${name}`, () => {
    const [found] = verdictsOf(
      secured,
      manifestWorld(`
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${level && `pod-security.kubernetes.io/enforce: ${level}`} } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { ${pod} containers: [{ name: app, ${container} }] }
`),
    )
    assert.equal(found?.verdict, verdict)
    if (refuses)
      assert.deepEqual(
        found?.because[0]?.says.rows?.map(([, what]) => what),
        refuses,
      )
  })
}
