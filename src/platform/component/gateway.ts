import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'

export const gatewaySpec: ComponentSpec<ServiceOptions> = { ...serviceSpec, noun: 'gateway' }

/**
 * The service through which callers from outside come in.
 * `gateway('shop-front', { listens: 8080, replicas: 3, calls: [checkout.port('http')] })`
 */
export function gateway<const L extends ListenOptions = never>(
  name: string,
  options: ServiceOptions<L> = {},
): PortedComponent<PortNames<L>, ServiceOptions> {
  return component(gatewaySpec, name, options)
}
