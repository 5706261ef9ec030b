import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { listens, workloadFields } from './fields.ts'
import type { ListenOptions, PortNames, WorkloadOptions } from './options.ts'
import { portNumbers, portsOf, simpleTraits, workloadOf } from './workload.ts'

export interface DaemonOptions<L extends ListenOptions = ListenOptions> extends Omit<WorkloadOptions, 'budget'> {
  readonly listens?: L
}

const { budget: _, ...fields } = workloadFields

export const daemonSpec: ComponentSpec<DaemonOptions> = {
  noun: 'daemon',
  fields: { ...fields, listens },
  ports: (options) => portNumbers(portsOf(options.listens)),
  traits(name, options) {
    // How many there are, its nodes say.
    const base = { name, controller: 'DaemonSet', replicas: 1, ports: portsOf(options.listens) } as const
    return simpleTraits(workloadOf(base, options), options)
  },
}

/**
 * Something that runs once on each node: a DaemonSet.
 * `daemon('node-watch', { listens: { metrics: 9100 }, metrics: { port: 'metrics' } })`
 */
export function daemon<const L extends ListenOptions = never>(
  name: string,
  options: DaemonOptions<L> = {},
): PortedComponent<PortNames<L>, DaemonOptions> {
  return component(daemonSpec, name, options)
}
