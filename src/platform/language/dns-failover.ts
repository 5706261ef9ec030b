import { make, type NounSpec } from '../make.ts'
import type { DnsFailover } from '../model.ts'
import { count, dnsLabel, duration, need, noun, oneOf, record, stated } from '../schema.ts'

export type DnsFailoverOptions = Omit<DnsFailover, 'is' | 'name'>

export const dnsFailoverSpec: NounSpec<DnsFailoverOptions, DnsFailover> = {
  is: 'dnsFailover',
  word: 'dnsFailover',
  named: dnsLabel,
  fields: {
    from: need(noun('environment'), 'where the name leads when all is well'),
    to: need(noun('environment'), 'where it leads then'),
    by: oneOf('route53', 'cloudflare', 'azure-traffic-manager', 'google-cloud-dns'),
    checks: record("health checks such as { every: '30s', failures: 3 }", { every: duration, failures: count(1) }),
    ttl: duration,
    stated,
  },
  rules(_, { from, to }, say) {
    if (from === to) say({ path: 'to', found: `${to.name}, where it leads already`, allowed: 'another environment' })
  },
  build: (name, options) => ({ is: 'dnsFailover', name, ...options }),
}

/**
 * A name that leads to another environment once health checks of the first fail. What nobody says of checks and TTL leaves
 * its time open. `dnsFailover('shop', { from: live, to: standby, checks: { every: '30s', failures: 3 }, ttl: '60s' })`
 */
export function dnsFailover(name: string, options: DnsFailoverOptions): DnsFailover {
  return make(dnsFailoverSpec, name, options)
}
