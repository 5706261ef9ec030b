// Protocols, replies, and address blocks that meet pods.

import { api, intoY, page, type SpecifiedRow } from './sample-specified.ts'

const fromBlock = (cidr: string, ...except: string[]) => ({
  'y/in': { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr, ...(except.length > 0 && { except }) } }] }] },
})
const pods = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']

export const plainRows: readonly SpecifiedRow[] = [
  {
    says: 'a policy that selects pods isolates them for every protocol, also where its rules speak of SCTP alone',
    source: `${api}:71; test/e2e/network/netpol/network_policy.go:1204`,
    policies: intoY({ protocol: 'SCTP' }),
    asks: [
      ['x/client', 'y/web', 'SCTP 80', 'open'],
      ['x/client', 'y/web', 'TCP 80', 'closed'],
      ['x/client', 'y/web', 'UDP 80', 'closed'],
    ],
  },
  {
    says: 'replies to what is let through pass: the other direction is judged for what it begins',
    source: `${page}: replies on allowed connections are implicitly allowed`,
    policies: { 'x/in': { podSelector: {} } },
    asks: [
      ['x/client', 'y/web', 'TCP 80', 'open'],
      ['y/web', 'x/client', 'TCP 80', 'closed'],
    ],
  },
  {
    says: 'a connection has to be let out by the one end and in by the other',
    source: `${page}: both the egress policy on the source and the ingress policy on the destination need to allow it`,
    policies: {
      ...intoY({ port: 80 }),
      'x/out': { podSelector: {}, policyTypes: ['Egress'], egress: [{ ports: [{ port: 81 }] }] },
    },
    asks: [
      ['x/client', 'y/web', 'TCP 80', 'closed'],
      ['x/client', 'y/web', 'TCP 81', 'closed'],
    ],
  },
  {
    says: 'blocks are meant for what is outside, and whether they see a pod’s address is the plugin’s',
    source: `${page}: these should be cluster-external IPs, since pod IPs are ephemeral and unpredictable`,
    policies: fromBlock('0.0.0.0/0'),
    asks: [['x/client', 'y/web', 'TCP 80', 'open', 'ip-block-on-pods/harbour']],
  },
  {
    says: 'where a block may hold pods, nobody shows which addresses they get',
    source: `${page}: pod IPs are ephemeral and unpredictable`,
    policies: fromBlock('10.0.0.0/8'),
    asks: [['x/client', 'y/web', 'TCP 80', 'unknown', 'pod-addresses/harbour']],
  },
  {
    says: 'global addresses of IPv6 may be those of pods too',
    source: 'RFC 4291 section 2.5.4',
    policies: fromBlock('2001:db8::/32'),
    asks: [['x/client', 'y/web', 'TCP 80', 'unknown', 'pod-addresses/harbour']],
  },
  {
    says: 'a block without the ranges that pods get takes none',
    source: 'RFC 1918, RFC 6598: pods of IPv4 are taken to have private or shared addresses',
    policies: fromBlock('0.0.0.0/0', ...pods),
    asks: [['x/client', 'y/web', 'TCP 80', 'closed']],
  },
  {
    says: 'what comes from outside may have had its address replaced on the way',
    source: `${page}: whether source rewriting happens before or after policy is not defined`,
    policies: fromBlock('203.0.113.0/24', '203.0.113.128/25'),
    asks: [
      ['203.0.113.7', 'y/web', 'TCP 80', 'open', 'source-address/harbour'],
      ['203.0.113.200', 'y/web', 'TCP 80', 'closed'],
      ['198.51.100.1', 'y/web', 'TCP 80', 'closed'],
    ],
  },
  {
    says: 'addresses of the other family stand in no block',
    source: `${api}:179`,
    policies: fromBlock('0.0.0.0/0'),
    asks: [
      ['198.51.100.1', 'y/web', 'TCP 80', 'open'],
      ['2001:db8::1', 'y/web', 'TCP 80', 'closed'],
    ],
  },
  {
    says: 'selectors take pods only',
    source: `${api}:200, 209`,
    policies: { 'y/in': { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] } },
    asks: [['198.51.100.1', 'y/web', 'TCP 80', 'closed']],
  },
]
