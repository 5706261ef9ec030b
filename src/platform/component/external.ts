import { cidr, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { listens, workloadFields } from './fields.ts'
import type { CallTargetOption, ListenOptions, PortNames } from './options.ts'
import { portNumbers, portsOf, simpleTraits, workloadOf } from './workload.ts'

export interface ExternalOptions<L extends ListenOptions = ListenOptions> {
  readonly listens?: L
  /** Its addresses, as a block: `203.0.113.0/24`. A policy can let pods out to it only so. */
  readonly at?: string
  /** Calls that it makes into the platform, such as webhooks. */
  readonly calls?: readonly CallTargetOption[]
  readonly stated?: Stated
}

export const externalSpec: ComponentSpec<ExternalOptions> = {
  noun: 'external',
  fields: { listens, at: cidr, calls: workloadFields.calls, stated },
  ports: ({ listens }) => portNumbers(portsOf(listens)),
  traits(name, options) {
    const base = { name, controller: 'outside', replicas: 0, ports: portsOf(options.listens) } as const
    const { at } = options
    return { ...simpleTraits({ ...workloadOf(base, options), ...(at && { at }) }, options), serves: [] }
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
