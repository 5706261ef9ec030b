// Conformance tables of ClusterNetworkPolicy. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const baselineBothTables: readonly ClusterTable[] = [
  {
    name: 'CNPBaselineTierGress',
    file: 'baseline-admin-network-policy-standard-gress-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'gryffindor',
        ingress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Deny slytherin at TCP:80 UDP:53 SCTP:9003',
          'Accept hufflepuff at TCP:80 UDP:5353 SCTP:9003',
          'Deny hufflepuff',
        ],
        egress: [
          'Accept ravenclaw',
          'Deny ravenclaw',
          'Deny slytherin at TCP:80 UDP:53 SCTP:9003',
          'Accept hufflepuff at TCP:8080 UDP:5353 SCTP:9003',
          'Deny hufflepuff',
        ],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-gress' policy across different protocols",
        line: 41,
        probes: [
          'gryffindor ravenclaw TCP 80 open',
          'gryffindor ravenclaw UDP 53 open',
          'gryffindor ravenclaw SCTP 9003 open',
          'ravenclaw gryffindor TCP 80 open',
          'ravenclaw gryffindor UDP 53 open',
          'ravenclaw gryffindor SCTP 9003 open',
        ],
      },
      {
        name: "Should support an 'allow-gress' policy across different protocols at the specified ports",
        line: 71,
        probes: [
          'gryffindor hufflepuff TCP 8080 open',
          'gryffindor hufflepuff TCP 80 closed',
          'gryffindor hufflepuff UDP 5353 open',
          'gryffindor hufflepuff UDP 53 closed',
          'gryffindor hufflepuff SCTP 9003 open',
          'gryffindor hufflepuff SCTP 9005 closed',
          'hufflepuff gryffindor TCP 80 open',
          'hufflepuff gryffindor TCP 8080 closed',
          'hufflepuff gryffindor UDP 5353 open',
          'hufflepuff gryffindor UDP 53 closed',
          'hufflepuff gryffindor SCTP 9003 open',
          'hufflepuff gryffindor SCTP 9005 closed',
        ],
      },
      {
        name: "Should support an 'deny-gress' policy across different protocols",
        line: 131,
        changes: ['swap egress 0 1', 'swap ingress 0 1'],
        probes: [
          'gryffindor ravenclaw TCP 80 closed',
          'gryffindor ravenclaw UDP 53 closed',
          'gryffindor ravenclaw SCTP 9003 closed',
          'ravenclaw gryffindor TCP 80 closed',
          'ravenclaw gryffindor UDP 53 closed',
          'ravenclaw gryffindor SCTP 9003 closed',
        ],
      },
      {
        name: "Should support a 'deny-gress' policy across different protocols at the specified ports",
        line: 171,
        probes: [
          'gryffindor slytherin TCP 80 closed',
          'gryffindor slytherin TCP 8080 open',
          'gryffindor slytherin UDP 53 closed',
          'gryffindor slytherin UDP 5353 open',
          'gryffindor slytherin SCTP 9003 closed',
          'gryffindor slytherin SCTP 9005 open',
          'slytherin gryffindor TCP 80 closed',
          'slytherin gryffindor TCP 8080 open',
          'slytherin gryffindor UDP 53 closed',
          'slytherin gryffindor UDP 5353 open',
          'slytherin gryffindor SCTP 9003 closed',
          'slytherin gryffindor SCTP 9005 open',
        ],
      },
    ],
  },
]
