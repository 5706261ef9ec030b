import type { Gathering } from '../component.ts'
import { flag, oneOf, set, text } from '../schema.ts'
import { daemonSpec } from './daemon.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type GatheringOptions, gatheringFields, gatheringOf, workloadPart } from './gathering.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { serviceSpec } from './service.ts'

export interface LoggingOptions<L extends ListenOptions = ListenOptions> extends GatheringOptions<L> {
  /** Which logs it takes: `['application', 'audit']`; default: nobody says. */
  readonly of?: readonly string[]
  /** What each line is. */
  readonly format?: Gathering['format']
  /** It runs once on each node, as what reads the logs of containers does; default: as a Deployment. */
  readonly onEachNode?: boolean
}

export const loggingSpec: ComponentSpec<LoggingOptions> = {
  ...serviceSpec,
  noun: 'logging',
  fields: { ...gatheringFields, of: set(text, 1), format: oneOf('json', 'text'), onEachNode: flag },
  traits(name, options) {
    const { of, format, onEachNode } = options
    const workload = onEachNode ? daemonSpec : serviceSpec
    return {
      ...workload.traits(name, workloadPart(options)),
      gathers: gatheringOf(options, { records: 'logs', ...(of && { of }), ...(format && { format }) }),
    }
  },
}

/**
 * Gathers what programs write, and keeps it.
 * `logging('logs', { format: 'json', keeps: [{ tier: 'hot', for: '30d' }], samples: [{ of: 'debug', share: '10%' }] })`
 */
export function logging<const L extends ListenOptions = never>(
  name: string,
  options: LoggingOptions<L> = {},
): PortedComponent<PortNames<L>, LoggingOptions> {
  return component(loggingSpec, name, options)
}
