import { flag, oneOf } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkForwarding, type ForwardOptions, forwardFields, forwarding } from './edge.ts'
import type { ListenOptions, PortNames } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'

export interface GatewayOptions<L extends ListenOptions = ListenOptions> extends ServiceOptions<L>, ForwardOptions {
  /** Which product it is; default: nobody says, or as `software` has it. */
  readonly by?: 'nginx' | 'traefik' | 'kong' | 'haproxy' | 'contour' | 'envoy' | 'alb'
  /** Callers outside come by an address that the cluster is asked for: its Service is of type LoadBalancer. */
  readonly loadBalancer?: boolean
}

export const gatewaySpec: ComponentSpec<GatewayOptions> = {
  ...serviceSpec,
  noun: 'gateway',
  fields: {
    ...serviceSpec.fields,
    ...forwardFields,
    loadBalancer: flag,
    by: oneOf('nginx', 'traefik', 'kong', 'haproxy', 'contour', 'envoy', 'alb'),
  },
  traits: (name, options) => {
    const traits = { ...serviceSpec.traits(name, options), forwards: forwarding('gateway', options) }
    if (options.loadBalancer !== true) return traits
    return {
      ...traits,
      serves: traits.serves.map((each) => (each.headless ? each : { ...each, type: 'LoadBalancer' })),
    }
  },
  rules(name, options, say) {
    serviceSpec.rules?.(name, options, say)
    checkForwarding(options, say)
  },
}

/**
 * The service through which callers from outside come in.
 * `gateway('shop-front', { listens: 8080, replicas: 3, calls: [checkout.port('http')] })`
 */
export function gateway<const L extends ListenOptions = never>(
  name: string,
  options: GatewayOptions<L> = {},
): PortedComponent<PortNames<L>, GatewayOptions> {
  return component(gatewaySpec, name, options)
}
