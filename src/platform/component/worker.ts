import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'

export const workerSpec: ComponentSpec<ServiceOptions> = { ...serviceSpec, noun: 'worker' }

/**
 * Something that runs all the time and works by itself, called by nobody but who reads its metrics.
 * `worker('invoice-mailer', { replicas: 2, calls: [ledgerDb, mail] })`
 */
export function worker<const L extends ListenOptions = never>(
  name: string,
  options: ServiceOptions<L> = {},
): PortedComponent<PortNames<L>, ServiceOptions> {
  return component(workerSpec, name, options)
}
