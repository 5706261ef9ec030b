import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type EdgeOptions, edgeSpec } from './edge.ts'
import type { ListenOptions, PortNames } from './options.ts'

export const wafSpec: ComponentSpec<EdgeOptions> = edgeSpec('waf', 'waf')

/**
 * A firewall that reads requests and refuses those that attack.
 * `waf('shield', { by: 'cloudflare', calls: [shopFront] })`
 */
export function waf<const L extends ListenOptions = never>(
  name: string,
  options: EdgeOptions<L> = {},
): PortedComponent<PortNames<L>, EdgeOptions> {
  return component(wafSpec, name, options)
}
