import type { Content, NetworkLink, Organisation, Segment } from '../model.ts'
import { cidr, noun, oneOf, set, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { listens, workloadFields } from './fields.ts'
import type { CallTargetOption, ListenOptions, PortNames } from './options.ts'
import { portNumbers, portsOf, present, simpleTraits, workloadOf } from './workload.ts'

export interface ExternalOptions<L extends ListenOptions = ListenOptions> {
  readonly listens?: L
  /** Whose it is: an agency, a provider. */
  readonly of?: Organisation
  /** Its addresses, as a block: `203.0.113.0/24`. A policy can let pods out to it only so. */
  readonly at?: string
  /** The way that leads there; nothing said is a public one for which nobody gives a reason. */
  readonly over?: NetworkLink
  /** The segment, or segments, of a network that it stands in. */
  readonly in?: Segment | readonly Segment[]
  /** Which of its deployments: the real one, one to try things out on, or one that only answers as if. */
  readonly stage?: 'production' | 'sandbox' | 'mock'
  /** What lies there, once it is written: `[content('transactions', { lives: 'for-good' })]`. */
  readonly holds?: readonly Content[]
  /** Calls that it makes into the platform, such as webhooks. */
  readonly calls?: readonly CallTargetOption[]
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

export const externalSpec: ComponentSpec<ExternalOptions> = {
  noun: 'external',
  fields: {
    listens,
    of: noun('organisation'),
    at: cidr,
    over: noun('link'),
    stage: oneOf('production', 'sandbox', 'mock'),
    holds: set(noun('content')),
    in: workloadFields.in,
    calls: workloadFields.calls,
    stated,
    cites: workloadFields.cites,
  },
  ports: ({ listens }) => portNumbers(portsOf(listens)),
  traits(name, options) {
    const base = { name, controller: 'outside', replicas: 0, ports: portsOf(options.listens) } as const
    const { at, over, of: owner, holds } = options
    const traits = simpleTraits({ ...workloadOf(base, options), ...(at && { at }) }, options)
    return { ...traits, serves: [], ...present({ over, owner, holds }) }
  },
}

/**
 * A system outside every cluster that others run: a payment provider, a mail relay.
 * `external('mail', { listens: { smtp: 587 } })`
 */
export function external<const L extends ListenOptions = never>(
  name: string,
  options: ExternalOptions<L> = {},
): PortedComponent<PortNames<L>, ExternalOptions> {
  return component(externalSpec, name, options)
}
