import type { Traits } from '../component.ts'
import type { Scaling } from '../model.ts'
import { count, either, oneOf, rate } from '../schema.ts'
import type { Say } from '../validate.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { listens, shares, workloadFields } from './fields.ts'
import type { ListenOptions, PortNames, ReplicatedOptions, WorkloadOptions } from './options.ts'
import { open } from './rules.ts'
import { checkScales, scales } from './scaling.ts'
import { portNumbers, portsOf, present, simpleTraits, workloadOf } from './workload.ts'

export interface ServiceOptions<L extends ListenOptions = ListenOptions> extends WorkloadOptions, ReplicatedOptions {
  /** The ports that it answers on: `8080`, or by name `{ http: 8080, metrics: 9090 }`. */
  readonly listens?: L
}

export const serviceSpec: ComponentSpec<ServiceOptions> = {
  noun: 'service',
  fields: {
    ...workloadFields,
    listens,
    replicas: count(0),
    scales: either(oneOf('none'), scales),
    handles: rate,
    shares,
  },
  ports: ({ listens }) => portNumbers(portsOf(listens)),
  traits: (name, options) =>
    present({ ...simpleTraits(deployment(name, options), options), shares: sharingOf(name, options) }),
  rules(_, options, say) {
    checkShares(options, say)
    checkScales(scalingOf(options), 'scales', say)
  },
}

function sharingOf(of: string, { shares }: ServiceOptions): Traits['shares'] {
  return shares && { of, ...shares }
}

function checkShares({ shares }: ServiceOptions, say: Say): void {
  if (shares && !open(shares) && shares.by === 'lock' && shares.takesOver !== undefined)
    say({
      path: 'shares.takesOver',
      found: 'a time',
      allowed: 'nothing (a lock ends with the connection that holds it)',
    })
}

function scalingOf({ scales }: ServiceOptions): Scaling | undefined {
  return scales === 'none' ? undefined : scales
}

function deployment(name: string, options: ServiceOptions) {
  const base = {
    name,
    controller: 'Deployment',
    replicas: options.replicas ?? scalingOf(options)?.from ?? 1,
    ports: portsOf(options.listens),
  } as const
  return present({ ...workloadOf(base, options), scales: scalingOf(options), handles: options.handles })
}

/**
 * Something that runs all the time and answers calls: a Deployment with a Service in front of it.
 * `service('checkout', { listens: { http: 8080 }, replicas: 3, calls: [ledgerDb] })`
 */
export function service<const L extends ListenOptions = never>(
  name: string,
  options: ServiceOptions<L> = {},
): PortedComponent<PortNames<L>, ServiceOptions> {
  return component(serviceSpec, name, options)
}
