// What traffic passes on its way: outside every cluster, run by a provider. Each hands on what reaches it to what it calls.

import type { Forwarding } from '../component.ts'
import type { EdgeDuty, Segment } from '../model.ts'
import { cidr, count, duration, type Fields, oneOf, path, record, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Say } from '../validate.ts'
import type { ComponentSpec } from './define.ts'
import { listens, workloadFields } from './fields.ts'
import type { CallTargetOption, ListenOptions } from './options.ts'
import { portNumbers, portsOf, present, simpleTraits, workloadOf } from './workload.ts'

/** How it finds out that a target is well; without figures it is only said that it does. */
export interface HealthCheckOptions {
  readonly every?: Duration
  /** How many in a row must fail. */
  readonly failures?: number
  readonly timeout?: Duration
  readonly path?: string
}

export interface ForwardOptions {
  /** 4: it sees connections; 7: it reads requests. */
  readonly layer?: 4 | 7
  /** What it does with TLS: ends it, ends it and begins another towards its targets, or hands it on as it is. */
  readonly tls?: 'terminates' | 're-encrypts' | 'passes'
  readonly does?: readonly EdgeDuty[]
  readonly healthChecks?: HealthCheckOptions
}

export interface EdgeOptions<L extends ListenOptions = ListenOptions> extends ForwardOptions {
  /** Whose product it is: `cloudfront`, `cloudflare`, `alb`. */
  readonly by?: string
  readonly listens?: L
  /** What it hands traffic on to. */
  readonly calls?: readonly CallTargetOption[]
  /** Its addresses, as blocks: those from which its targets are called. */
  readonly at?: string
  /** The segment, or segments, of a network that it stands in. */
  readonly in?: Segment | readonly Segment[]
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

export const forwardFields = {
  layer: count(4, 7),
  tls: oneOf('terminates', 're-encrypts', 'passes'),
  does: set(
    oneOf(
      'caches',
      'absorbs-ddos',
      'filters',
      'limits-rate',
      'authenticates',
      'routes-by-path',
      'routes-by-host',
      'translates',
      'fails-over',
      'distributes',
    ),
    1,
  ),
  healthChecks: record("health checks such as { every: '10s', failures: 3 }", {
    every: duration,
    failures: count(1),
    timeout: duration,
    path,
  }),
} satisfies Fields

/** Between the layers there is nothing that forwards. */
export function checkForwarding({ layer }: ForwardOptions, say: Say): void {
  if (typeof layer === 'number' && layer !== 4 && layer !== 7)
    say({ path: 'layer', found: `${layer}`, allowed: '4 (connections) or 7 (requests)' })
}

export function forwarding(is: Forwarding['is'], options: ForwardOptions & { readonly by?: string }): Forwarding {
  const { layer, tls, does = [], healthChecks, by } = options
  return present({ is, does, layer, tls, healthChecks, by })
}

/** The noun of one kind of edge. */
export function edgeSpec(word: string, is: Forwarding['is']): ComponentSpec<EdgeOptions> {
  return {
    noun: word,
    fields: {
      by: text,
      listens,
      calls: workloadFields.calls,
      at: cidr,
      in: workloadFields.in,
      ...forwardFields,
      stated,
      cites: workloadFields.cites,
    },
    ports: ({ listens }) => portNumbers(portsOf(listens)),
    traits(name, options) {
      const base = { name, controller: 'outside', replicas: 0, ports: portsOf(options.listens) } as const
      const { at } = options
      const workload = { ...workloadOf(base, options), ...(at !== undefined && { at }) }
      return { ...simpleTraits(workload, options), serves: [], forwards: forwarding(is, options) }
    },
    rules: (_, options, say) => checkForwarding(options, say),
  }
}
