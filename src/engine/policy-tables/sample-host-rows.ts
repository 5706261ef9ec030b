// Pods on their node's network, nodes and their own pods, pods that call themselves. x/agent and y/host have the network of
// their node; the cluster has two nodes.

import { api, page, type SpecifiedRow } from './sample-specified.ts'

const deny = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] as const }
const onlyFrom = (from: object) => ({ 'y/in': { podSelector: {}, ingress: [{ from: [from] }] } })
const onlyTo = (to: object) => ({
  'x/out': { podSelector: {}, policyTypes: ['Egress'] as const, egress: [{ to: [to] }] },
})

const leftOpen = `${page}: policy for pods of the host network is undefined, and may be as for pods or, more often, as for nodes`

export const hostRows: readonly SpecifiedRow[] = [
  {
    says: 'most plugins ignore pods on the host network as targets: they are not isolated',
    source: leftOpen,
    policies: { 'y/deny': deny },
    asks: [
      ['x/client', 'y/host', 'TCP 80', 'open', 'host-network-as-nodes/harbour'],
      ['y/host', 'x/client', 'TCP 80', 'open', 'host-network-as-nodes/harbour'],
      ['x/client', 'y/web', 'TCP 80', 'closed'],
    ],
  },
  {
    says: 'and as peers no selector takes them',
    source: leftOpen,
    policies: onlyFrom({ namespaceSelector: {} }),
    asks: [
      ['x/agent', 'y/web', 'TCP 80', 'open', 'host-network-as-pods/harbour'],
      ['x/client', 'y/web', 'TCP 80', 'open'],
    ],
  },
  {
    says: 'going out, no selector takes them either',
    source: leftOpen,
    policies: onlyTo({ podSelector: {}, namespaceSelector: {} }),
    asks: [
      ['x/client', 'y/host', 'TCP 80', 'open', 'host-network-as-pods/harbour'],
      ['x/client', 'y/web', 'TCP 80', 'open'],
    ],
  },
  {
    says: 'they have the address of their node, and a block of every address holds that',
    source: `${page}: their traffic comes from the address of the node, so a block may let it through`,
    policies: onlyFrom({ ipBlock: { cidr: '0.0.0.0/0' } }),
    asks: [['x/agent', 'y/web', 'TCP 80', 'open', 'ip-block-on-pods/harbour']],
  },
  {
    says: 'whether a narrower block holds it depends on an address that nobody shows',
    source: leftOpen,
    policies: onlyFrom({ ipBlock: { cidr: '198.51.100.0/24' } }),
    asks: [['x/agent', 'y/web', 'TCP 80', 'unknown', 'node-addresses/harbour']],
  },
  {
    says: 'where both readings agree nothing rests on the plugin',
    source: leftOpen,
    policies: {},
    asks: [
      ['x/agent', 'y/web', 'TCP 80', 'open'],
      ['x/client', 'y/host', 'TCP 80', 'open'],
    ],
  },
  {
    says: 'a node of several does not hold all pods: its pods on the host network are kept from the others',
    source: `${api}:74: only the pod’s own node is let in whatever the policies say`,
    policies: { 'y/deny': deny },
    asks: [['x/agent', 'y/web', 'TCP 80', 'closed']],
  },
  {
    says: 'a pod cannot block access to itself; whether its call through its Service comes back is the plugin’s',
    source: `${page}: loopback or incoming host traffic cannot be prevented`,
    policies: { 'y/deny': deny },
    asks: [['y/web', 'y/web', 'TCP 80', 'open', 'loopback/harbour']],
  },
]
