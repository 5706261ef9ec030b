// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

const ofSlytherin = { namespaceSelector: { matchLabels: { 'conformance-house': 'slytherin' } } }

export const betweenTiersTables: readonly ClusterTable[] = [
  {
    name: 'CNPAdminTierIntegration',
    file: 'admin-network-policy-standard-integration.go',
    policies: [
      {
        name: 'pass-example',
        tier: 'Admin',
        priority: 10,
        subject: 'house:gryffindor',
        ingress: ['Deny house:slytherin'],
        egress: ['Deny house:slytherin'],
      },
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'house:gryffindor',
        ingress: ['Deny house:slytherin'],
        egress: ['Deny house:slytherin'],
      },
    ],
    networkPolicies: {
      'gryffindor/with-slytherin': {
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [ofSlytherin] }],
        egress: [{ to: [ofSlytherin] }],
      },
    },
    steps: [
      {
        name: 'Should Deny traffic from slytherin to gryffindor respecting admin CNP',
        line: 47,
        probes: ['slytherin gryffindor TCP 80 closed', 'slytherin gryffindor TCP 8080 closed'],
      },
      {
        name: 'Should Deny traffic to slytherin from gryffindor respecting admin CNP',
        line: 61,
        probes: ['gryffindor slytherin TCP 80 closed', 'gryffindor slytherin TCP 8080 closed'],
      },
      {
        name: "Should support a 'pass-ingress' policy for admin CNP and respect the match for network policy",
        line: 75,
        changes: ['set ingress 0: Pass house:slytherin'],
        probes: ['slytherin gryffindor TCP 80 open', 'slytherin gryffindor TCP 8080 open'],
      },
      {
        name: "Should support a 'pass-egress' policy for admin CNP and respect the match for network policy",
        line: 95,
        changes: ['set egress 0: Pass house:slytherin'],
        probes: ['gryffindor slytherin TCP 80 open', 'gryffindor slytherin TCP 8080 open'],
      },
      {
        name: "Should support a 'pass-ingress' policy for admin CNP and respect the match for baseline cluster network policy",
        line: 115,
        changes: ['delete network policies'],
        probes: ['slytherin gryffindor TCP 80 closed', 'slytherin gryffindor TCP 8080 closed'],
      },
      {
        name: "Should support a 'pass-egress' policy for admin CNP and respect the match for baseline cluster network policy",
        line: 140,
        probes: ['gryffindor slytherin TCP 80 closed', 'gryffindor slytherin TCP 8080 closed'],
      },
    ],
  },
  {
    name: 'CNPAdminTierPriorityField',
    file: 'admin-network-policy-standard-priority.go',
    policies: [
      {
        name: 'priority-50-example',
        tier: 'Admin',
        priority: 50,
        subject: 'pods:gryffindor',
        ingress: ['Deny pods:slytherin'],
        egress: ['Deny pods:slytherin'],
      },
      {
        name: 'old-priority-60-new-priority-40-example',
        tier: 'Admin',
        priority: 60,
        subject: 'pods:gryffindor',
        ingress: ['Pass pods:slytherin'],
        egress: ['Pass pods:slytherin'],
      },
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'pods:gryffindor',
        ingress: ['Accept pods:slytherin'],
        egress: ['Accept pods:slytherin'],
      },
    ],
    steps: [
      {
        name: 'Should Deny traffic from slytherin to gryffindor respecting admin CNP',
        line: 41,
        probes: ['slytherin gryffindor TCP 80 closed', 'slytherin gryffindor TCP 8080 closed'],
      },
      {
        name: 'Should Deny traffic to slytherin from gryffindor respecting admin CNP',
        line: 55,
        probes: ['gryffindor slytherin TCP 80 closed', 'gryffindor slytherin TCP 8080 closed'],
      },
      {
        name: 'Should respect admin CNP priority field; thus passing both ingress and egress traffic over to baseline CNP',
        line: 69,
        changes: ['priority old-priority-60-new-priority-40-example 40'],
        probes: [
          'slytherin gryffindor TCP 80 open',
          'slytherin gryffindor TCP 8080 open',
          'gryffindor slytherin TCP 80 open',
          'gryffindor slytherin TCP 8080 open',
        ],
      },
    ],
  },
]
