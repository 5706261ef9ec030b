// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const adminIngressTables: readonly ClusterTable[] = [
  {
    name: 'CNPAdminTierIngressSCTP',
    file: 'admin-network-policy-standard-ingress-sctp-rules.go',
    policies: [
      {
        name: 'ingress-sctp',
        tier: 'Admin',
        priority: 5,
        subject: 'ravenclaw',
        ingress: [
          'Accept gryffindor',
          'Deny gryffindor',
          'Pass gryffindor',
          'Deny slytherin at SCTP:9003',
          'Pass slytherin at SCTP:9003',
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
      {
        name: "Should support an 'pass-ingress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 103,
        changes: ['swap ingress 0 2'],
        probes: ['gryffindor ravenclaw SCTP 9003 open', 'gryffindor ravenclaw SCTP 9005 open'],
      },
      {
        name: "Should support a 'pass-ingress' policy for SCTP protocol at the specified port",
        line: 124,
        changes: ['swap ingress 3 4'],
        probes: ['slytherin ravenclaw SCTP 9003 open', 'slytherin ravenclaw SCTP 9005 open'],
      },
    ],
  },
  {
    name: 'CNPAdminTierIngressTCP',
    file: 'admin-network-policy-standard-ingress-tcp-rules.go',
    policies: [
      {
        name: 'ingress-tcp',
        tier: 'Admin',
        priority: 3,
        subject: 'gryffindor',
        ingress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Pass ravenclaw',
          'Deny slytherin at TCP:80',
          'Pass slytherin at TCP:80',
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
      {
        name: "Should support an 'pass-ingress' policy for TCP protocol; ensure rule ordering is respected",
        line: 103,
        changes: ['swap ingress 0 2'],
        probes: ['ravenclaw gryffindor TCP 80 open', 'ravenclaw gryffindor TCP 8080 open'],
      },
      {
        name: "Should support a 'pass-ingress' policy for TCP protocol at the specified port",
        line: 124,
        changes: ['swap ingress 3 4'],
        probes: ['slytherin gryffindor TCP 80 open', 'slytherin gryffindor TCP 8080 open'],
      },
    ],
  },
  {
    name: 'CNPAdminTierIngressUDP',
    file: 'admin-network-policy-standard-ingress-udp-rules.go',
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
        name: "Should support an 'allow-ingress' policy for UDP protocol; ensure rule ordering is respected",
        line: 42,
        probes: ['ravenclaw hufflepuff UDP 53 open', 'ravenclaw hufflepuff UDP 5353 open'],
      },
      {
        name: "Should support an 'allow-ingress' policy for UDP protocol at the specified port",
        line: 55,
        probes: ['gryffindor hufflepuff UDP 53 open', 'gryffindor hufflepuff UDP 5353 closed'],
      },
      {
        name: "Should support an 'deny-ingress' policy for UDP protocol; ensure rule ordering is respected",
        line: 69,
        changes: ['swap ingress 0 1'],
        probes: ['ravenclaw hufflepuff UDP 53 closed', 'ravenclaw hufflepuff UDP 5353 closed'],
      },
      {
        name: "Should support a 'deny-ingress' policy for UDP protocol at the specified port",
        line: 90,
        probes: ['slytherin hufflepuff UDP 5353 closed', 'slytherin hufflepuff UDP 53 open'],
      },
      {
        name: "Should support an 'pass-ingress' policy for UDP protocol; ensure rule ordering is respected",
        line: 104,
        changes: ['swap ingress 0 2'],
        probes: ['ravenclaw hufflepuff UDP 5353 open', 'ravenclaw hufflepuff UDP 53 open'],
      },
      {
        name: "Should support a 'pass-ingress' policy for UDP protocol at the specified port",
        line: 125,
        changes: ['swap ingress 3 4'],
        probes: ['slytherin hufflepuff UDP 5353 open', 'slytherin hufflepuff UDP 53 open'],
      },
    ],
  },
]
