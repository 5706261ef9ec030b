// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const portNamesTables: readonly ClusterTable[] = [
  {
    name: 'CNPAdminTierEgressNamedPort',
    file: 'admin-network-policy-experimental-egress-rules.go',
    policies: [
      {
        name: 'egress-tcp',
        tier: 'Admin',
        priority: 6,
        subject: 'gryffindor',
        egress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Pass ravenclaw',
          'Deny slytherin at TCP:80',
          'Pass slytherin at TCP:80',
          'Accept hufflepuff at TCP:8080',
          'Deny hufflepuff',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-egress' policy for named port",
        line: 44,
        changes: ['set egress 5: Accept hufflepuff at web'],
        probes: ['gryffindor hufflepuff TCP 80 open', 'gryffindor hufflepuff TCP 8080 closed'],
      },
    ],
  },
  {
    name: 'CNPAdminTierIngressNamedPort',
    file: 'admin-network-policy-experimental-ingress-rules.go',
    policies: [
      {
        name: 'ingress-udp',
        tier: 'Admin',
        priority: 4,
        subject: 'hufflepuff',
        ingress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Pass ravenclaw',
          'Deny slytherin at UDP:5353',
          'Pass slytherin at UDP:5353',
          'Accept gryffindor at UDP:53',
          'Deny gryffindor',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-ingress' policy for named port",
        line: 37,
        changes: ['set ingress 5: Accept gryffindor at dns'],
        probes: ['gryffindor hufflepuff UDP 53 open', 'gryffindor hufflepuff UDP 5353 closed'],
      },
    ],
  },
  {
    name: 'CNPBaselineTierEgressNamedPort',
    file: 'baseline-admin-network-policy-experimental-egress-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'hufflepuff',
        egress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Deny slytherin at UDP:5353',
          'Accept gryffindor at UDP:53',
          'Deny gryffindor',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-egress' policy for named port",
        line: 44,
        changes: ['set egress 3: Accept gryffindor at dns'],
        probes: ['hufflepuff gryffindor UDP 53 open', 'hufflepuff gryffindor UDP 5353 closed'],
      },
    ],
  },
  {
    name: 'CNPBaselineTierIngressNamedPort',
    file: 'baseline-admin-network-policy-experimental-ingress-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'gryffindor',
        ingress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Deny slytherin at TCP:80',
          'Accept hufflepuff at TCP:80',
          'Deny hufflepuff',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-ingress' policy for named port",
        line: 43,
        changes: ['set ingress 3: Accept hufflepuff at web'],
        probes: ['hufflepuff gryffindor TCP 80 open', 'hufflepuff gryffindor TCP 8080 closed'],
      },
    ],
  },
]
