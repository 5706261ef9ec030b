// What a team says of an environment: what runs there, how much of it, and what it may ask for.

import { open } from '../component/rules.ts'
import { checkScales, scales } from '../component/scaling.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type {
  Cluster,
  Environment,
  Flow,
  Mesh,
  Planned,
  Policies,
  Pool,
  Role,
  Scaling,
  Secret,
  Shown,
  Sized,
  Tiering,
  Written,
} from '../model.ts'
import {
  dnsLabel,
  either,
  type Fields,
  flag,
  labels,
  list,
  need,
  noun,
  oneOf,
  pair,
  record,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import { type LimitOptions, limits, type QuotaOptions, quota, quotaOf } from './quota.ts'
import { checkTiering, tieringFields } from './tiering.ts'

export interface EnvironmentOptions extends Tiering {
  readonly on: Cluster
  /** The pool of the cluster that it is meant to stand on, or its name; no rule follows from it by itself. */
  readonly pool?: string | Pool
  readonly namespace: string
  /** Labels of its namespace. */
  readonly labels?: { readonly [key: string]: string }
  /** Runs what the other runs, with its flows and sizes; never its cluster, namespace, quota, limits, manifests, policies or promises. */
  readonly like?: Environment
  /**
   * The environment that it takes over from, once the cluster of that one is lost (active/passive). Until then its stores
   * follow those of the same name there, where an operator can make them do so.
   */
  readonly standbyOf?: Environment
  /** Components that the other runs and this one does not. */
  readonly without?: readonly Component[]
  /** Components in place of others: `[[ledger, testLedger]]`; calls to the first then reach the second. */
  readonly instead?: readonly (readonly [was: Component, is: Component])[]
  /** Components with other options here. */
  readonly sized?: readonly Sized[]
  readonly runs?: readonly (Component | Planned<Component>)[]
  /** Calls that cannot be said where the caller is declared (cycles). */
  readonly flows?: readonly Flow[]
  /** The autoscaler of every service, worker and gateway here that has none of its own; another environment's never counts. */
  readonly scales?: Scaling
  readonly quota?: QuotaOptions
  readonly limits?: LimitOptions
  /** Manifests from the document: `written` and `shown`. */
  readonly includes?: readonly (Written | Shown)[]
  readonly roles?: readonly Role[]
  /** NetworkPolicies that are made for it: `{ defaultDeny: true, dns: true, calls: true }`. Default: none. */
  readonly policies?: Policies
  /** Secrets of its namespace, by name: `secret('ledger-db', { keys: ['password'] })`. */
  readonly secrets?: readonly Secret[]
  /** Policies that are said to exist and that nobody has shown: `{ says: 'default deny' }`. */
  readonly unseenPolicies?: Environment['unseenPolicies']
  /** The proxies beside its pods, which carry the calls between them. */
  readonly mesh?: Mesh
  readonly stated?: Stated
}

const fields = {
  on: need(noun('cluster'), 'the cluster that it stands on'),
  pool: either(noun('pool'), dnsLabel),
  namespace: need(dnsLabel, 'the namespace that it fills'),
  labels,
  ...tieringFields,
  like: noun('environment'),
  standbyOf: noun('environment'),
  without: list(noun('component')),
  instead: list(pair(noun('component'))),
  sized: list(noun('sized')),
  runs: list(noun('component', 'planned')),
  flows: list(noun('flow')),
  scales,
  quota,
  limits,
  includes: list(noun('written', 'shown')),
  roles: list(noun('role')),
  policies: record('policies such as { defaultDeny: true, dns: true, calls: true }', {
    defaultDeny: flag,
    dns: flag,
    calls: either(flag, list(noun('component'), 1)),
    egressTo: list(dnsLabel, 1),
    stated,
  }),
  secrets: list(noun('secret')),
  unseenPolicies: record("what is said about them, such as { says: 'default deny' }", {
    says: need(text, ''),
    of: list(noun('component'), 1),
    egress: oneOf('listed'),
    dns: flag,
    stated,
  }),
  mesh: noun('mesh'),
  stated,
} satisfies Fields

export const environmentSpec: NounSpec<EnvironmentOptions, Environment> = {
  is: 'environment',
  word: 'environment',
  named: dnsLabel,
  fields,
  rules(_, options, say) {
    checkScales(options.scales, 'scales', say)
    checkTiering(options, say)
  },
  build(name, { quota, limits, pool, ...options }) {
    const empty = {
      ...{ labels: {}, without: [], instead: [], sized: [], runs: [], flows: [] },
      ...{ includes: [], roles: [], secrets: [] },
    }
    const on = pool !== undefined && { pool: typeof pool === 'object' && !open(pool) ? pool.name : (pool as string) }
    const value: Environment = { is: 'environment', name, ...empty, ...options, ...on }
    return { ...value, ...(limits && { limits: { ...limits } }), ...(quota && { quota: quotaOf(quota) }) }
  },
}

/** The platform placed on a cluster for one purpose. `environment('live', { on: east, namespace: 'shop-live', runs: [checkout, ledgerDb] })` */
export function environment(name: string, options: EnvironmentOptions): Environment {
  return make(environmentSpec, name, options)
}
