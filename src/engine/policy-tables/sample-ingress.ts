// The end-to-end cases of Kubernetes about who is let in. Source: kubernetes v1.36.3, test/e2e/network/netpol/network_policy.go.

import { a, all, ingress, namespace, notNamespace, type PolicyTable, pod, podsIn } from './sample-case.ts'

const everyone = { podSelector: {}, namespaceSelector: {} }

export const ingressTables: readonly PolicyTable[] = [
  {
    name: "should support a 'default-deny-ingress' policy",
    line: 80,
    pods: 'x/a x/b y/a y/b',
    steps: [{ policies: { 'x/deny-ingress': ingress(all) }, at: 'TCP 80', but: ['- * x/*'] }],
  },
  {
    name: 'should enforce policy to allow traffic from pods within server namespace based on PodSelector',
    line: 129,
    pods: 'x/a x/b x/c y/a',
    steps: [
      { policies: { 'x/b-to-a': ingress(a, { from: [pod('b')] }) }, at: 'TCP 80', but: ['- * x/a', '+ x/b x/a'] },
    ],
  },
  {
    name: 'should enforce policy to allow ingress traffic for a target',
    line: 155,
    pods: 'x/a x/b y/a',
    steps: [
      {
        policies: { 'x/deny-all': ingress(all), 'x/all-to-a': ingress(a, { from: [everyone] }) },
        at: 'TCP 80',
        but: ['+ * x/a', '- * x/b'],
      },
    ],
  },
  {
    name: 'should enforce policy to allow ingress traffic from pods in all namespaces',
    line: 182,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: { 'x/all-namespaces': ingress(a, { from: [{ namespaceSelector: { matchLabels: {} } }] }) },
        at: 'TCP 80',
        but: [],
      },
    ],
  },
  {
    name: 'should enforce policy to allow traffic only from a different namespace, based on NamespaceSelector',
    line: 200,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: { 'x/y-to-a': ingress(a, { from: [namespace('y')] }) },
        at: 'TCP 80',
        but: ['- x/* x/a', '- z/* x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy based on PodSelector with MatchExpressions',
    line: 222,
    pods: 'x/a x/b y/a',
    steps: [
      { policies: { 'x/b-to-a': ingress(a, { from: [podsIn('b')] }) }, at: 'TCP 80', but: ['- * x/a', '+ x/b x/a'] },
    ],
  },
  {
    name: 'should enforce policy based on NamespaceSelector with MatchExpressions',
    line: 249,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: {
          'x/y-to-a': ingress(a, {
            from: [
              {
                namespaceSelector: {
                  matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['y'] }],
                },
              },
            ],
          }),
        },
        at: 'TCP 80',
        but: ['- x/* x/a', '- z/* x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy based on PodSelector or NamespaceSelector',
    line: 278,
    pods: 'x/a x/b x/c y/a',
    steps: [
      {
        policies: { 'x/others-or-b': ingress(a, { from: [notNamespace('x'), pod('b')] }) },
        at: 'TCP 80',
        but: ['- x/a x/a', '- x/c x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy based on PodSelector and NamespaceSelector',
    line: 312,
    pods: 'x/a x/b y/a y/b z/b',
    steps: [
      {
        policies: { 'x/b-of-others': ingress(a, { from: [{ ...notNamespace('x'), ...pod('b') }] }) },
        at: 'TCP 80',
        but: ['- * x/a', '+ y/b x/a', '+ z/b x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy based on Multiple PodSelectors and NamespaceSelectors',
    line: 347,
    pods: 'x/a x/b y/a y/b y/c',
    steps: [
      {
        policies: { 'x/b-c-of-others': ingress(a, { from: [{ ...notNamespace('x'), ...podsIn('b', 'c') }] }) },
        at: 'TCP 80',
        but: ['- x/* x/a', '- y/a x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy based on any PodSelectors',
    line: 382,
    pods: 'x/a x/b x/c',
    steps: [
      {
        policies: { 'x/b-or-c': ingress(a, { from: [pod('b'), pod('c')] }) },
        at: 'TCP 80',
        but: ['- * x/a', '+ x/b x/a', '+ x/c x/a'],
      },
    ],
  },
  {
    name: 'should enforce policy to allow traffic only from a pod in a different namespace based on PodSelector and NamespaceSelector',
    line: 407,
    pods: 'x/a x/b y/a y/b z/a',
    steps: [
      {
        policies: { 'x/a-of-y': ingress(a, { from: [{ ...namespace('y'), ...pod('a') }] }) },
        at: 'TCP 80',
        but: ['- * x/a', '+ y/a x/a'],
      },
    ],
  },
  {
    name: 'should deny ingress from pods on other namespaces',
    line: 703,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: { 'x/own': ingress(all, { from: [{ podSelector: { matchLabels: {} } }] }) },
        at: 'TCP 80',
        but: ['- y/* x/*', '- z/* x/*'],
      },
    ],
  },
  {
    name: 'should enforce policy to allow traffic based on NamespaceSelector with MatchLabels using default ns label',
    line: 1246,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: { 'x/y-to-a': ingress(a, { from: [namespace('y')] }) },
        at: 'TCP 80',
        but: ['- x/* x/a', '- z/* x/a'],
      },
    ],
  },
]
