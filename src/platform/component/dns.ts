import type { Naming } from '../component.ts'
import { duration, flag, oneOf, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import type { CallTargetOption } from './options.ts'
import { present, simpleTraits, workloadOf } from './workload.ts'

export interface DnsOptions {
  /** `coredns`, `kube-dns`, `route53`. */
  readonly by?: string
  /** Whose names it answers with: those of the cluster's Services, or those of the platform on the internet. */
  readonly answers: Naming['answers']
  /** Answers are signed, so that who checks can tell that they are genuine. */
  readonly dnssec?: boolean
  /** How long an answer may be kept. */
  readonly ttl?: Duration
  /** What its names lead to. */
  readonly calls?: readonly CallTargetOption[]
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

export const dnsSpec: ComponentSpec<DnsOptions> = {
  noun: 'dns',
  fields: {
    by: text,
    answers: { ...oneOf('cluster', 'internet'), needed: 'whose names it knows' },
    dnssec: flag,
    ttl: duration,
    calls: workloadFields.calls,
    stated,
    cites: workloadFields.cites,
  },
  ports: () => new Map(),
  traits(name, { by, answers, dnssec, ttl, ...options }) {
    const workload = workloadOf({ name, controller: 'outside', replicas: 0, ports: [] }, {})
    return { ...simpleTraits(workload, options), serves: [], resolves: present({ answers, by, dnssec, ttl }) }
  },
}

/**
 * Whoever answers for names: of the cluster's Services, or of the platform on the internet.
 * `dns('names', { by: 'route53', answers: 'internet', ttl: '60s', calls: [edgeCache] })`
 */
export function dns(name: string, options: DnsOptions): PortedComponent<never, DnsOptions> {
  return component(dnsSpec, name, options)
}
