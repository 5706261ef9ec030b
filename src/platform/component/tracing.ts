import type { Gathering } from '../component.ts'
import { oneOf } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type GatheringOptions, gatheringFields, gatheringOf, workloadPart } from './gathering.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { serviceSpec } from './service.ts'

export interface TracingOptions<L extends ListenOptions = ListenOptions> extends GatheringOptions<L> {
  /** When it is decided which traces are kept: at their first span, or once the whole trace is there. */
  readonly decides?: Gathering['decides']
  /** By which headers a trace goes on from one program to the next. */
  readonly propagates?: Gathering['propagates']
}

export const tracingSpec: ComponentSpec<TracingOptions> = {
  ...serviceSpec,
  noun: 'tracing',
  fields: { ...gatheringFields, decides: oneOf('head', 'tail'), propagates: oneOf('w3c', 'b3', 'jaeger') },
  traits(name, options) {
    const { decides, propagates } = options
    const gathers = { records: 'traces', ...(decides && { decides }), ...(propagates && { propagates }) } as const
    return { ...serviceSpec.traits(name, workloadPart(options)), gathers: gatheringOf(options, gathers) }
  },
}

/**
 * Gathers the ways that requests take through the services, and keeps them.
 * `tracing('traces', { decides: 'tail', samples: [{ of: 'errors', share: '100%' }, { of: 'others', share: '5%' }] })`
 */
export function tracing<const L extends ListenOptions = never>(
  name: string,
  options: TracingOptions<L> = {},
): PortedComponent<PortNames<L>, TracingOptions> {
  return component(tracingSpec, name, options)
}
