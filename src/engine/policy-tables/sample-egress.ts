// The end-to-end cases of Kubernetes about who is let out. Source: kubernetes v1.36.3, test/e2e/network/netpol/network_policy.go.

import { a, all, b, egress, ingress, namespace, neither, notNamespace, type PolicyTable, pod } from './sample-case.ts'

const toAOfY = egress(a, { to: [{ ...namespace('y'), ...pod('a') }] })
const fromAOfX = { from: [{ ...namespace('x'), ...pod('a') }] }

export const egressTables: readonly PolicyTable[] = [
  {
    name: "should support a 'default-deny-all' policy",
    line: 110,
    pods: 'x/a x/b y/a',
    steps: [{ policies: { 'x/deny-all': neither }, at: 'TCP 80', but: ['- * x/*', '- x/* *'] }],
  },
  {
    name: 'should allow egress access on one named port',
    line: 590,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/at-80': egress(all, { ports: [{ port: 'serve-80-tcp' }] }) }, at: 'TCP 80', but: [] },
      { policies: { 'x/at-80': egress(all, { ports: [{ port: 'serve-80-tcp' }] }) }, at: 'TCP 81', but: ['- x/* *'] },
    ],
  },
  {
    name: 'should deny egress from pods based on PodSelector',
    line: 749,
    pods: 'x/a x/b y/a',
    steps: [{ policies: { 'x/deny-a': egress(a) }, at: 'TCP 80', but: ['- x/a *'] }],
  },
  {
    name: 'should deny egress from all pods in a namespace',
    line: 766,
    pods: 'x/a x/b y/a',
    steps: [{ policies: { 'x/deny': egress(all) }, at: 'TCP 80', but: ['- x/* *'] }],
  },
  {
    name: 'should work with Ingress, Egress specified together',
    line: 783,
    pods: 'x/a x/b x/c y/a',
    steps: (
      [
        ['TCP 80', ['- * x/a', '+ x/b x/a']],
        ['TCP 81', ['- * x/a', '- x/a *', '+ x/b x/a']],
      ] as const
    ).map(([at, but]) => ({
      policies: {
        'x/both': {
          ...ingress(a, { from: [pod('b')] }),
          egress: [{ ports: [{ port: 80 }] }],
          policyTypes: ['Egress', 'Ingress'] as const,
        },
      },
      at,
      but,
    })),
  },
  {
    name: 'should support denying of egress traffic on the client side (even if the server explicitly allows this traffic)',
    line: 825,
    pods: 'x/a y/a y/b',
    steps: [
      {
        policies: { 'x/to-a-of-y': toAOfY, 'y/to-a': ingress(a, fromAOfX), 'y/to-b': ingress(b, fromAOfX) },
        at: 'TCP 80',
        but: ['- x/a *', '- * y/a', '+ x/a y/a', '- * y/b'],
      },
    ],
  },
  {
    name: 'should enforce egress policy allowing traffic to a server in a different namespace based on PodSelector and NamespaceSelector',
    line: 883,
    pods: 'x/a y/a y/b',
    steps: [{ policies: { 'x/to-a-of-y': toAOfY }, at: 'TCP 80', but: ['- x/a *', '+ x/a y/a'] }],
  },
  {
    name: 'should enforce multiple egress policies with egress allow-all policy taking precedence',
    line: 961,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/at-80': egress(all, { ports: [{ port: 80 }] }) }, at: 'TCP 81', but: ['- x/* *'] },
      {
        policies: { 'x/at-80': egress(all, { ports: [{ port: 80 }] }), 'x/all': egress(all, {}) },
        at: 'TCP 81',
        but: [],
      },
    ],
  },
  {
    name: 'should enforce policy based on NamespaceSelector with MatchExpressions using default ns label',
    line: 1273,
    pods: 'x/a x/b y/a z/a',
    steps: [{ policies: { 'x/not-y': egress(a, { to: [notNamespace('y')] }) }, at: 'TCP 80', but: ['- x/a y/*'] }],
  },
]

const address = '10.244.1.5'
const aroundIt = { ipBlock: { cidr: '0.0.0.0/4', except: [`${address}/32`] } }
const itAlone = { ipBlock: { cidr: `${address}/32` } }

/** Policies with the address of one of the pods. */
export const addressTables: readonly PolicyTable[] = [
  {
    name: 'should allow egress access to server in CIDR block',
    line: 1019,
    pods: 'x/a y/a y/b',
    addresses: { 'x/a': '10.244.1.4', 'y/a': '10.244.2.6', 'y/b': address },
    steps: [{ policies: { 'x/to-b': egress(a, { to: [itAlone] }) }, at: 'TCP 80', but: ['- x/a *', '+ x/a y/b'] }],
  },
  {
    name: 'should enforce except clause while egress access to server in CIDR block',
    line: 1050,
    pods: 'x/a x/b x/c',
    addresses: { 'x/a': '10.244.1.4', 'x/b': address, 'x/c': '10.244.2.6' },
    steps: [{ policies: { 'x/around-b': egress(a, { to: [aroundIt] }) }, at: 'TCP 80', but: ['- x/a x/b'] }],
  },
  {
    name: 'should ensure an IP overlapping both IPBlock.CIDR and IPBlock.Except is allowed',
    line: 1085,
    pods: 'x/a x/b x/c',
    addresses: { 'x/a': '10.244.1.4', 'x/b': address, 'x/c': '10.244.2.6' },
    steps: [
      { policies: { 'x/blocks': egress(a, { to: [aroundIt] }) }, at: 'TCP 80', but: ['- x/a x/b'] },
      { policies: { 'x/blocks': egress(a, { to: [itAlone] }) }, at: 'TCP 80', but: ['- x/a *', '+ x/a x/b'] },
    ],
  },
]
