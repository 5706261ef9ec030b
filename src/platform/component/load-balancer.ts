import { flag } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type EdgeOptions, edgeSpec } from './edge.ts'
import type { ListenOptions, PortNames } from './options.ts'

export interface LoadBalancerOptions<L extends ListenOptions = ListenOptions> extends EdgeOptions<L> {
  /** Reached from within the network alone. */
  readonly internal?: boolean
}

const edge = edgeSpec('loadBalancer', 'load-balancer')

export const loadBalancerSpec: ComponentSpec<LoadBalancerOptions> = {
  ...edge,
  fields: { ...edge.fields, internal: flag },
  traits: (name, options) => {
    const { forwards, ...traits } = edge.traits(name, options)
    return { ...traits, ...(forwards && { forwards: { ...forwards, ...(options.internal && { internal: true }) } }) }
  },
}

/**
 * Shares out connections (layer 4) or requests (layer 7) among what it calls.
 * `loadBalancer('balancer', { by: 'alb', layer: 7, tls: 'terminates', calls: [shopFront] })`
 */
export function loadBalancer<const L extends ListenOptions = never>(
  name: string,
  options: LoadBalancerOptions<L> = {},
): PortedComponent<PortNames<L>, LoadBalancerOptions> {
  return component(loadBalancerSpec, name, options)
}
