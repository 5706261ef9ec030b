import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type EdgeOptions, edgeSpec } from './edge.ts'
import type { ListenOptions, PortNames } from './options.ts'

export const cdnSpec: ComponentSpec<EdgeOptions> = edgeSpec('cdn', 'cdn')

/**
 * Copies of what is asked for often, near those who ask.
 * `cdn('edge-cache', { by: 'cloudfront', does: ['caches', 'absorbs-ddos'], calls: [balancer] })`
 */
export function cdn<const L extends ListenOptions = never>(
  name: string,
  options: EdgeOptions<L> = {},
): PortedComponent<PortNames<L>, EdgeOptions> {
  return component(cdnSpec, name, options)
}
