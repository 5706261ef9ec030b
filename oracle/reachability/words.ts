import type { Labels, Protocol } from '../../src/kubernetes/types.ts'
import type { Random } from '../random.ts'

export const protocols: readonly Protocol[] = ['TCP', 'TCP', 'UDP', 'SCTP']
export const portNames = ['web', 'admin', 'dns', 'p-443'] as const
export const portNumbers = [1, 53, 79, 80, 81, 443, 8080, 65_535] as const
export const keys = ['app', 'tier', 'zone', 'constructor', 'example.com/team'] as const
export const values = ['u', 'v', 'w', ''] as const

export function labels(random: Random): Labels {
  const chosen = keys.filter(() => random.chance(0.4))
  return Object.fromEntries(chosen.map((key) => [key, random.pick(values)]))
}

const addresses4 = ['203.0.113.7', '203.0.113.200', '198.51.100.1', '10.1.9.9', '0.0.0.0', '255.255.255.255', '8.8.8.8']
const addresses6 = ['2001:db8::1', '2001:db8:0:1::1', 'fd00::5', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']

export function someAddress(random: Random): string {
  return random.pick(random.chance(0.7) ? addresses4 : addresses6)
}

/** Each with holes that lie within it: the API server takes no others. */
export const blocks: readonly { readonly cidr: string; readonly holes: readonly string[] }[] = [
  { cidr: '0.0.0.0/0', holes: ['10.0.0.0/8', '203.0.113.0/24', '8.8.8.8/32', '128.0.0.0/1'] },
  { cidr: '::/0', holes: ['2001:db8::/32', 'fc00::/7'] },
  { cidr: '203.0.113.0/24', holes: ['203.0.113.0/25', '203.0.113.7/32'] },
  { cidr: '203.0.113.7/32', holes: [] },
  { cidr: '0.0.0.0/1', holes: ['0.0.0.0/8', '10.0.0.0/8'] },
  { cidr: '10.0.0.0/8', holes: ['10.1.0.0/16', '10.200.0.0/24'] },
  { cidr: '192.168.0.0/16', holes: ['192.168.7.0/24'] },
  { cidr: '198.51.100.0/31', holes: ['198.51.100.1/32'] },
  { cidr: '2001:db8::/32', holes: ['2001:db8::/64', '2001:db8::1/128'] },
  { cidr: 'fd00::/8', holes: [] },
  // With bits beyond its length, as API servers before 1.36 take it.
  { cidr: '203.0.113.77/25', holes: ['203.0.113.5/30'] },
]
