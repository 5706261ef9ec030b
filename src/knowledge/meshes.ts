// What a mesh's proxies are and can do; a mesh outside the table is not known here.

import type { Known } from './table.ts'

export interface MeshProduct {
  readonly name: string
  readonly proxy: string
  /** Ways to pick who is asked that one can choose; those that need to be told by what (a header, a cookie) are in `byKey`. */
  readonly balances: readonly string[]
  readonly byKey: readonly string[]
  /** How it picks where nobody says. */
  readonly picks: string
  /** Whether it leaves out who fails of connections too, or only of requests. */
  readonly breaks: 'requests' | 'connections'
  /** How much longer it leaves out who fails again, up to a most: its first time × how often it has, or twice the last. */
  readonly shutsOut: { readonly grows: 'times' | 'doubles'; readonly mostSeconds: number }
  /** Whether it refuses what shows no certificate where nobody says. */
  readonly refusesByDefault: boolean
}

const asOf = '2026-11-22'

const table: { readonly [by: string]: Known<MeshProduct> } = {
  istio: {
    value: {
      name: 'Istio',
      proxy: 'envoy',
      balances: ['round-robin', 'random', 'least-requests', 'least-connections'],
      byKey: ['consistent-hash', 'weighted'],
      picks: 'least-requests',
      breaks: 'connections',
      shutsOut: { grows: 'times', mostSeconds: 300 },
      refusesByDefault: false,
    },
    source:
      'istio.io/latest/docs/ops/deployment/architecture; istio.io/latest/docs/reference/config/networking/destination-rule; istio.io/latest/docs/concepts/security; envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier (base_ejection_time × times ejected, max_ejection_time 300s)',
    asOf,
  },
  linkerd: {
    value: {
      name: 'Linkerd',
      proxy: 'linkerd2-proxy',
      balances: [],
      byKey: ['weighted'],
      picks: 'fastest',
      breaks: 'requests',
      shutsOut: { grows: 'doubles', mostSeconds: 60 },
      refusesByDefault: false,
    },
    source:
      'linkerd.io/2/reference/architecture; linkerd.io/docs/reference/load-balancing; linkerd.io/2/reference/circuit-breaking; linkerd.io/2/features/server-policy',
    asOf,
  },
}

/** The product behind a mesh's `by`; undefined outside the table. */
export function meshProduct(by: string | undefined): Known<MeshProduct> | undefined {
  return by !== undefined && Object.hasOwn(table, by) ? table[by] : undefined
}
