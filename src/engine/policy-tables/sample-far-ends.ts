// Conformance tables of ClusterNetworkPolicy with far ends that are no pods, or pods by their addresses. The ports of the
// host are chosen here. Source: sigs.k8s.io/network-policy-api v0.2.0, conformance/tests.

import type { ClusterTable } from './sample-cluster-case.ts'

export const farEndsTables: readonly ClusterTable[] = [
  {
    name: 'CNPAdminTierEgressNodePeers',
    file: 'admin-network-policy-experimental-egress-rules.go',
    policies: [
      {
        name: 'node-and-cidr-as-peers-example',
        tier: 'Admin',
        priority: 75,
        subject: 'pods:gryffindor',
        egress: ['Accept nodes at TCP:34345', 'Pass nodes at UDP:34347', 'Deny pods:slytherin nodes 0.0.0.0/0 ::/0'],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-egress' rule policy for egress-node-peer",
        line: 85,
        probes: ['gryffindor forbidden-forrest TCP 34345 open'],
      },
      {
        name: "Should support a 'pass-egress' rule policy for egress-node-peer",
        line: 92,
        probes: ['gryffindor forbidden-forrest UDP 34347 open'],
      },
      {
        name: "Should support a 'deny-egress' rule policy for egress-node-peer",
        line: 99,
        probes: [
          'gryffindor forbidden-forrest TCP 34346 closed',
          'gryffindor forbidden-forrest UDP 34349 closed',
          'gryffindor forbidden-forrest SCTP 34351 closed',
        ],
      },
    ],
  },
  {
    name: 'CNPBaselineTierEgressNodePeers',
    file: 'baseline-admin-network-policy-experimental-egress-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'gryffindor',
        egress: ['Accept nodes at TCP:34345-34346', 'Deny nodes 0.0.0.0/0 ::/0'],
      },
    ],
    steps: [
      {
        name: "Should support an 'allow-egress' rule policy for egress-node-peer",
        line: 84,
        probes: ['gryffindor forbidden-forrest TCP 34345 open', 'gryffindor forbidden-forrest TCP 34346 open'],
      },
      {
        name: "Should support a 'deny-egress' rule policy for egress-node-peer",
        line: 94,
        probes: ['gryffindor forbidden-forrest UDP 34349 closed', 'gryffindor forbidden-forrest SCTP 34351 closed'],
      },
    ],
  },
  {
    name: 'CNPAdminTierEgressInlineCIDRPeers',
    file: 'admin-network-policy-standard-egress-inline-cidr-rules.go',
    policies: [
      {
        name: 'inline-cidr-as-peers-example',
        tier: 'Admin',
        priority: 85,
        subject: 'pods:gryffindor',
        egress: ['Accept pods:slytherin', 'Deny 0.0.0.0/0 ::/0'],
      },
    ],
    steps: [
      {
        name: "Should support a 'deny-egress' rule policy for egress-cidr-peer",
        line: 44,
        probes: [
          'gryffindor ravenclaw TCP 80 closed',
          'gryffindor ravenclaw UDP 53 closed',
          'gryffindor ravenclaw SCTP 9003 closed',
          'gryffindor hufflepuff TCP 80 closed',
          'gryffindor hufflepuff UDP 53 closed',
          'gryffindor hufflepuff SCTP 9003 closed',
          'gryffindor slytherin TCP 80 open',
          'gryffindor slytherin UDP 53 open',
          'gryffindor slytherin SCTP 9003 open',
        ],
      },
      {
        name: "Should support an 'allow-egress' rule policy for egress-cidr-peer",
        line: 84,
        changes: ['put egress 0: Accept 10.244.3.10/32 10.244.4.10/32'],
        probes: [
          'gryffindor 10.244.3.10 TCP 80 open',
          'gryffindor 10.244.3.10 UDP 53 open',
          'gryffindor 10.244.3.10 SCTP 9003 open',
          'gryffindor 10.244.4.10 TCP 80 open',
          'gryffindor 10.244.4.10 UDP 53 open',
          'gryffindor 10.244.4.10 SCTP 9003 open',
          'gryffindor 10.244.3.11 TCP 80 closed',
          'gryffindor 10.244.3.11 UDP 53 closed',
          'gryffindor 10.244.3.11 SCTP 9003 closed',
          'gryffindor 10.244.4.11 TCP 80 closed',
          'gryffindor 10.244.4.11 UDP 53 closed',
          'gryffindor 10.244.4.11 SCTP 9003 closed',
        ],
      },
    ],
  },
  {
    name: 'CNPBaselineTierEgressInlineCIDRPeers',
    file: 'baseline-admin-network-policy-standard-egress-inline-cidr-rules.go',
    policies: [
      {
        name: 'default',
        tier: 'Baseline',
        priority: 10,
        subject: 'gryffindor',
        egress: ['Accept pods:slytherin', 'Deny 0.0.0.0/0 ::/0'],
      },
    ],
    steps: [
      {
        name: "Should support a 'deny-egress' rule policy for egress-cidr-peer",
        line: 43,
        probes: [
          'gryffindor ravenclaw TCP 80 closed',
          'gryffindor ravenclaw UDP 53 closed',
          'gryffindor ravenclaw SCTP 9003 closed',
          'gryffindor hufflepuff TCP 80 closed',
          'gryffindor hufflepuff UDP 53 closed',
          'gryffindor hufflepuff SCTP 9003 closed',
          'gryffindor slytherin TCP 80 open',
          'gryffindor slytherin UDP 53 open',
          'gryffindor slytherin SCTP 9003 open',
        ],
      },
      {
        name: "Should support an 'allow-egress' rule policy for egress-cidr-peer",
        line: 83,
        changes: ['put egress 0: Accept 10.244.3.10/32 10.244.4.10/32'],
        probes: [
          'gryffindor 10.244.3.10 TCP 80 open',
          'gryffindor 10.244.3.10 UDP 53 open',
          'gryffindor 10.244.3.10 SCTP 9003 open',
          'gryffindor 10.244.4.10 TCP 80 open',
          'gryffindor 10.244.4.10 UDP 53 open',
          'gryffindor 10.244.4.10 SCTP 9003 open',
          'gryffindor 10.244.3.11 TCP 80 closed',
          'gryffindor 10.244.3.11 UDP 53 closed',
          'gryffindor 10.244.3.11 SCTP 9003 closed',
          'gryffindor 10.244.4.11 TCP 80 closed',
          'gryffindor 10.244.4.11 UDP 53 closed',
          'gryffindor 10.244.4.11 SCTP 9003 closed',
        ],
      },
    ],
  },
]
