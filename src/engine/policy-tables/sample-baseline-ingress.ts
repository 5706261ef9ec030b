// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const baselineIngressTables: readonly ClusterTable[] = [
  {
    name: 'CNPBaselineTierIngressSCTP',
    file: 'baseline-admin-network-policy-standard-ingress-sctp-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'ravenclaw',
        ingress: [
          'Accept gryffindor',
          'Deny gryffindor',
          'Deny slytherin at SCTP:9003',
          'Accept hufflepuff at SCTP:9003',
          'Deny hufflepuff',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-ingress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['gryffindor ravenclaw SCTP 9003 open', 'gryffindor ravenclaw SCTP 9005 open'],
      },
      {
        name: "Should support an 'allow-ingress' policy for SCTP protocol at the specified port",
        line: 54,
        probes: ['hufflepuff ravenclaw SCTP 9003 open', 'hufflepuff ravenclaw SCTP 9005 closed'],
      },
      {
        name: "Should support an 'deny-ingress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 68,
        changes: ['swap ingress 0 1'],
        probes: ['gryffindor ravenclaw SCTP 9003 closed', 'gryffindor ravenclaw SCTP 9005 closed'],
      },
      {
        name: "Should support a 'deny-ingress' policy for SCTP protocol at the specified port",
        line: 89,
        probes: ['slytherin ravenclaw SCTP 9003 closed', 'slytherin ravenclaw SCTP 9005 open'],
      },
    ],
  },
  {
    name: 'CNPBaselineTierIngressTCP',
    file: 'baseline-admin-network-policy-standard-ingress-tcp-rules.go',
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
        name: "Should support an 'allow-ingress' policy for TCP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['ravenclaw gryffindor TCP 80 open', 'ravenclaw gryffindor TCP 8080 open'],
      },
      {
        name: "Should support an 'allow-ingress' policy for TCP protocol at the specified port",
        line: 54,
        probes: ['hufflepuff gryffindor TCP 80 open', 'hufflepuff gryffindor TCP 8080 closed'],
      },
      {
        name: "Should support an 'deny-ingress' policy for TCP protocol; ensure rule ordering is respected",
        line: 68,
        changes: ['swap ingress 0 1'],
        probes: ['ravenclaw gryffindor TCP 80 closed', 'ravenclaw gryffindor TCP 8080 closed'],
      },
      {
        name: "Should support a 'deny-ingress' policy for TCP protocol at the specified port",
        line: 89,
        probes: ['slytherin gryffindor TCP 80 closed', 'slytherin gryffindor TCP 8080 open'],
      },
    ],
  },
  {
    name: 'CNPBaselineTierIngressUDP',
    file: 'baseline-admin-network-policy-standard-ingress-udp-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'hufflepuff',
        ingress: [
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
        name: "Should support an 'allow-ingress' policy for UDP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['ravenclaw hufflepuff UDP 53 open', 'ravenclaw hufflepuff UDP 5353 open'],
      },
      {
        name: "Should support an 'allow-ingress' policy for UDP protocol at the specified port",
        line: 54,
        probes: ['gryffindor hufflepuff UDP 53 open', 'gryffindor hufflepuff UDP 5353 closed'],
      },
      {
        name: "Should support an 'deny-ingress' policy for UDP protocol; ensure rule ordering is respected",
        line: 68,
        changes: ['swap ingress 0 1'],
        probes: ['ravenclaw hufflepuff UDP 53 closed', 'ravenclaw hufflepuff UDP 5353 closed'],
      },
      {
        name: "Should support a 'deny-ingress' policy for UDP protocol at the specified port",
        line: 89,
        probes: ['slytherin hufflepuff UDP 5353 closed', 'slytherin hufflepuff UDP 53 open'],
      },
    ],
  },
]
