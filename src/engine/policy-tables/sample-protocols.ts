// The end-to-end cases of Kubernetes about protocols, and those that it runs over UDP and SCTP. Source: kubernetes v1.36.3,
// test/e2e/network/netpol/network_policy.go.

import type { Protocol } from '../../kubernetes/types.ts'
import { a, all, ingress, namespace, type PolicyTable, pod } from './sample-case.ts'

export const protocolTables: readonly PolicyTable[] = [
  {
    name: 'should enforce ingress policy allowing any port traffic to a server on a specific protocol',
    line: 912,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/tcp': ingress(a, { ports: [{ protocol: 'TCP' }] }) }, at: 'TCP 80', but: [] },
      { policies: { 'x/tcp': ingress(a, { ports: [{ protocol: 'TCP' }] }) }, at: 'UDP 80', but: ['- * x/a'] },
    ],
  },
  {
    name: "should not mistakenly treat 'protocol: SCTP' as 'protocol: TCP', even if the plugin doesn't support SCTP",
    line: 1176,
    pods: 'x/a y/a',
    steps: [
      {
        policies: { 'x/deny': ingress(all), 'x/sctp': ingress(a, { ports: [{ port: 81, protocol: 'SCTP' }] }) },
        at: 'TCP 81',
        but: ['- * x/*'],
      },
    ],
  },
  {
    name: "should properly isolate pods that are selected by a policy allowing SCTP, even if the plugin doesn't support SCTP",
    line: 1204,
    pods: 'x/a y/a',
    steps: [
      {
        policies: { 'x/sctp': ingress(a, { ports: [{ port: 80, protocol: 'SCTP' }] }) },
        at: 'TCP 81',
        but: ['- * x/a'],
      },
    ],
  },
  {
    name: 'should not allow access by TCP when a policy specifies only UDP',
    line: 1224,
    pods: 'x/a y/a',
    steps: [
      {
        policies: { 'x/udp': ingress(a, { ports: [{ port: 81, protocol: 'UDP' }] }) },
        at: 'TCP 81',
        but: ['- * x/a'],
      },
    ],
  },
]

export const udpTables = overProtocol('UDP', { deny: 1313, ports: 1331, pods: 1360 })
export const sctpTables = overProtocol('SCTP', { deny: 1405, ports: 1423, pods: 1452 })

function overProtocol(
  protocol: Protocol,
  lines: { readonly deny: number; readonly ports: number; readonly pods: number },
): readonly PolicyTable[] {
  return [
    {
      name: `should support a 'default-deny-ingress' policy (${protocol})`,
      line: lines.deny,
      pods: 'x/a x/b y/a y/b',
      steps: [{ policies: { 'x/deny-all': ingress(all) }, at: `${protocol} 80`, but: ['- * x/*'] }],
    },
    {
      name: `should enforce policy based on Ports (${protocol})`,
      line: lines.ports,
      pods: 'x/a x/b y/a z/a',
      steps: [
        {
          policies: { 'x/y-at-81': ingress(a, { from: [namespace('y')], ports: [{ port: 81, protocol }] }) },
          at: `${protocol} 81`,
          but: ['- x/* x/a', '- z/* x/a'],
        },
      ],
    },
    {
      name: `should enforce policy to allow traffic only from a pod in a different namespace based on PodSelector and NamespaceSelector (${protocol})`,
      line: lines.pods,
      pods: 'x/a x/b y/a',
      steps: [
        {
          policies: { 'x/a-of-y': ingress(a, { from: [{ ...namespace('y'), ...pod('a') }] }) },
          at: `${protocol} 80`,
          but: ['- * x/a', '+ y/a x/a'],
        },
      ],
    },
  ]
}
