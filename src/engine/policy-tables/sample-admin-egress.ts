// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const adminEgressTables: readonly ClusterTable[] = [
  {
    name: 'CNPAdminTierEgressSCTP',
    file: 'admin-network-policy-standard-egress-sctp-rules.go',
    policies: [
      {
        name: 'egress-sctp',
        tier: 'Admin',
        priority: 8,
        subject: 'ravenclaw',
        egress: [
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
        name: "Should support an 'allow-egress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['ravenclaw gryffindor SCTP 9003 open', 'ravenclaw gryffindor SCTP 9005 open'],
      },
      {
        name: "Should support an 'allow-egress' policy for SCTP protocol at the specified port",
        line: 55,
        probes: ['ravenclaw hufflepuff SCTP 9003 open', 'ravenclaw hufflepuff SCTP 9005 closed'],
      },
      {
        name: "Should support an 'deny-egress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 69,
        changes: ['swap egress 0 1'],
        probes: ['ravenclaw gryffindor SCTP 9003 closed', 'ravenclaw gryffindor SCTP 9005 closed'],
      },
      {
        name: "Should support a 'deny-egress' policy for SCTP protocol at the specified port",
        line: 90,
        probes: ['ravenclaw slytherin SCTP 9003 closed', 'ravenclaw slytherin SCTP 9005 open'],
      },
      {
        name: "Should support an 'pass-egress' policy for SCTP protocol; ensure rule ordering is respected",
        line: 104,
        changes: ['swap egress 0 2'],
        probes: ['ravenclaw gryffindor SCTP 9003 open', 'ravenclaw gryffindor SCTP 9005 open'],
      },
      {
        name: "Should support a 'pass-egress' policy for SCTP protocol at the specified port",
        line: 125,
        changes: ['swap egress 3 4'],
        probes: ['ravenclaw slytherin SCTP 9003 open', 'ravenclaw slytherin SCTP 9005 open'],
      },
    ],
  },
  {
    name: 'CNPAdminTierEgressTCP',
    file: 'admin-network-policy-standard-egress-tcp-rules.go',
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
        name: "Should support an 'allow-egress' policy for TCP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['gryffindor ravenclaw TCP 80 open', 'gryffindor ravenclaw TCP 8080 open'],
      },
      {
        name: "Should support an 'allow-egress' policy for TCP protocol at the specified port",
        line: 54,
        probes: ['gryffindor hufflepuff TCP 8080 open', 'gryffindor hufflepuff TCP 80 closed'],
      },
      {
        name: "Should support an 'deny-egress' policy for TCP protocol; ensure rule ordering is respected",
        line: 68,
        changes: ['swap egress 0 1'],
        probes: ['gryffindor ravenclaw TCP 80 closed', 'gryffindor ravenclaw TCP 8080 closed'],
      },
      {
        name: "Should support a 'deny-egress' policy for TCP protocol at the specified port",
        line: 89,
        probes: ['gryffindor slytherin TCP 80 closed', 'gryffindor slytherin TCP 8080 open'],
      },
      {
        name: "Should support an 'pass-egress' policy for TCP protocol; ensure rule ordering is respected",
        line: 103,
        changes: ['swap egress 0 2'],
        probes: ['gryffindor ravenclaw TCP 80 open', 'gryffindor ravenclaw TCP 8080 open'],
      },
      {
        name: "Should support a 'pass-egress' policy for TCP protocol at the specified port",
        line: 124,
        changes: ['swap egress 3 4'],
        probes: ['gryffindor slytherin TCP 80 open', 'gryffindor slytherin TCP 8080 open'],
      },
    ],
  },
  {
    name: 'CNPAdminTierEgressUDP',
    file: 'admin-network-policy-standard-egress-udp-rules.go',
    policies: [
      {
        name: 'egress-udp',
        tier: 'Admin',
        priority: 7,
        subject: 'hufflepuff',
        egress: [
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
        name: "Should support an 'allow-egress' policy for UDP protocol; ensure rule ordering is respected",
        line: 41,
        probes: ['hufflepuff ravenclaw UDP 53 open', 'hufflepuff ravenclaw UDP 5353 open'],
      },
      {
        name: "Should support an 'allow-egress' policy for UDP protocol at the specified port",
        line: 55,
        probes: ['hufflepuff gryffindor UDP 53 open', 'hufflepuff gryffindor UDP 5353 closed'],
      },
      {
        name: "Should support an 'deny-egress' policy for UDP protocol; ensure rule ordering is respected",
        line: 69,
        changes: ['swap egress 0 1'],
        probes: ['hufflepuff ravenclaw UDP 53 closed', 'hufflepuff ravenclaw UDP 5353 closed'],
      },
      {
        name: "Should support a 'deny-egress' policy for UDP protocol at the specified port",
        line: 90,
        probes: ['hufflepuff slytherin UDP 5353 closed', 'hufflepuff slytherin UDP 53 open'],
      },
      {
        name: "Should support an 'pass-egress' policy for UDP protocol; ensure rule ordering is respected",
        line: 104,
        changes: ['swap egress 0 2'],
        probes: ['hufflepuff ravenclaw UDP 5353 open', 'hufflepuff ravenclaw UDP 53 open'],
      },
      {
        name: "Should support a 'pass-egress' policy for UDP protocol at the specified port",
        line: 125,
        changes: ['swap egress 3 4'],
        probes: ['hufflepuff slytherin UDP 5353 open', 'hufflepuff slytherin UDP 53 open'],
      },
    ],
  },
]
