// The end-to-end cases of Kubernetes about ports, by number and by name. Source: kubernetes v1.36.3,
// test/e2e/network/netpol/network_policy.go.

import { a, all, ingress, namespace, type PolicyTable } from './sample-case.ts'

const eighty = { port: 80, protocol: 'TCP' } as const
const eightyOne = { port: 81, protocol: 'TCP' } as const

export const portTables: readonly PolicyTable[] = [
  {
    name: 'should enforce policy based on Ports',
    line: 438,
    pods: 'x/a x/b y/a y/b z/a',
    steps: [
      {
        policies: { 'x/y-at-81': ingress(a, { from: [namespace('y')], ports: [eightyOne] }) },
        at: 'TCP 81',
        but: ['- x/* x/a', '+ y/* x/a', '- z/* x/a'],
      },
    ],
  },
  {
    name: 'should enforce multiple, stacked policies with overlapping podSelectors',
    line: 468,
    pods: 'x/a x/b y/a y/b z/a',
    steps: [
      {
        policies: { 'x/y-at-81': ingress(a, { from: [namespace('y')], ports: [eightyOne] }) },
        at: 'TCP 81',
        but: ['- x/* x/a', '+ y/* x/a', '- z/* x/a'],
      },
      {
        policies: { 'x/y-at-81': ingress(a, { from: [namespace('y')], ports: [eightyOne] }) },
        at: 'TCP 80',
        but: ['- * x/a'],
      },
      {
        policies: {
          'x/y-at-81': ingress(a, { from: [namespace('y')], ports: [eightyOne] }),
          'x/y-at-80': ingress(a, { from: [namespace('y')], ports: [eighty] }),
        },
        at: 'TCP 80',
        but: ['- x/* x/a', '+ y/* x/a', '- z/* x/a'],
      },
    ],
  },
  {
    name: 'should support allow-all policy',
    line: 513,
    pods: 'x/a x/b y/a',
    steps: [
      { policies: { 'x/allow-all': ingress(all, {}) }, at: 'TCP 80', but: [] },
      { policies: { 'x/allow-all': ingress(all, {}) }, at: 'TCP 81', but: [] },
    ],
  },
  {
    name: 'should allow ingress access on one named port',
    line: 531,
    pods: 'x/a x/b y/a',
    steps: [
      { policies: { 'x/at-81': ingress(all, { ports: [{ port: 'serve-81-tcp' }] }) }, at: 'TCP 81', but: [] },
      { policies: { 'x/at-81': ingress(all, { ports: [{ port: 'serve-81-tcp' }] }) }, at: 'TCP 80', but: ['- * x/*'] },
    ],
  },
  {
    name: 'should allow ingress access from namespace on one named port',
    line: 555,
    pods: 'x/a x/b y/a z/a',
    steps: [
      {
        policies: {
          'x/y-at-80': ingress(a, { from: [namespace('y')], ports: [{ port: 'serve-80-tcp', protocol: 'TCP' }] }),
        },
        at: 'TCP 80',
        but: ['- x/* x/a', '- z/* x/a'],
      },
      {
        policies: {
          'x/y-at-80': ingress(a, { from: [namespace('y')], ports: [{ port: 'serve-80-tcp', protocol: 'TCP' }] }),
        },
        at: 'TCP 81',
        but: ['- * x/a'],
      },
    ],
  },
  {
    name: 'should enforce multiple ingress policies with ingress allow-all policy taking precedence',
    line: 933,
    pods: 'x/a y/a',
    steps: [
      { policies: { 'x/at-80': ingress(all, { ports: [{ port: 80 }] }) }, at: 'TCP 81', but: ['- * x/*'] },
      {
        policies: { 'x/at-80': ingress(all, { ports: [{ port: 80 }] }), 'x/all': ingress(all, {}) },
        at: 'TCP 81',
        but: [],
      },
    ],
  },
]
