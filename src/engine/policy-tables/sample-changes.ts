// The end-to-end cases of Kubernetes in which policies or labels change. Source: kubernetes v1.36.3,
// test/e2e/network/netpol/network_policy.go.

import { a, all, egress, ingress, neither, type PolicyTable } from './sample-case.ts'

const updatedNamespace = { namespaceSelector: { matchLabels: { ns2: 'updated' } } }
const updatedPod = { podSelector: { matchLabels: { pod: 'b', pod2: 'updated' } } }
const isolated = { matchLabels: { target: 'isolated' } }

export const changeTables: readonly PolicyTable[] = [
  {
    name: 'should enforce updated policy',
    line: 613,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/all': ingress(all, {}) }, at: 'TCP 81', but: [] },
      { policies: { 'x/all': ingress(all) }, at: 'TCP 81', but: ['- * x/*'] },
    ],
  },
  {
    name: 'should allow ingress access from updated namespace',
    line: 639,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/updated': ingress(a, { from: [updatedNamespace] }) }, at: 'TCP 80', but: ['- * x/a'] },
      {
        policies: { 'x/updated': ingress(a, { from: [updatedNamespace] }) },
        labels: { y: { ns2: 'updated' } },
        at: 'TCP 80',
        but: ['- * x/a', '+ y/* *'],
      },
    ],
  },
  {
    name: 'should allow ingress access from updated pod',
    line: 672,
    pods: 'x/a x/b',
    steps: [
      { policies: { 'x/updated': ingress(a, { from: [updatedPod] }) }, at: 'TCP 80', but: ['- * x/a'] },
      {
        policies: { 'x/updated': ingress(a, { from: [updatedPod] }) },
        labels: { 'x/b': { pod2: 'updated' } },
        at: 'TCP 80',
        but: ['- * x/a', '+ x/b x/a'],
      },
    ],
  },
  {
    name: 'should deny ingress access to updated pod',
    line: 724,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/isolated': ingress(isolated) }, at: 'TCP 80', but: [] },
      {
        policies: { 'x/isolated': ingress(isolated) },
        labels: { 'x/a': { target: 'isolated' } },
        at: 'TCP 80',
        but: ['- * x/a'],
      },
    ],
  },
  {
    name: 'should stop enforcing policies after they are deleted',
    line: 989,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/deny-all': neither }, at: 'TCP 80', but: ['- x/* *', '- * x/*'] },
      { policies: {}, at: 'TCP 80', but: [] },
    ],
  },
  {
    name: 'should enforce policies to check ingress and egress policies can be controlled independently based on PodSelector',
    line: 1135,
    pods: 'x/a x/b y/a',
    steps: [
      { policies: { 'x/out': egress(a, {}) }, at: 'TCP 80', but: [] },
      { policies: { 'x/out': egress(a, {}), 'x/not-in': ingress(a) }, at: 'TCP 80', but: ['- * x/a'] },
    ],
  },
]
