import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { isOutside, keptTraits } from './object-store.ts'
import { checkStore, type StoreKind, storePorts } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { type Ports, portNumbers } from './workload.ts'

// With pods of one's own: ClickHouse at its secure HTTP port (clickhouse.com/docs/guides/sre/network-ports).
//
const KIND: StoreKind = {
  noun: 'warehouse',
  portName: 'https',
  port: 8443,
  mount: '/var/lib/clickhouse',
}

export const warehouseSpec: ComponentSpec<StoreOptions> = {
  noun: 'warehouse',
  fields: storeFields,
  ports: (options) => portNumbers(portsOf(options)),
  traits: (name, options) => keptTraits(KIND, name, options, portsOf(options)),
  rules: (name, options, say) => checkStore(KIND, name, options, say),
}

function portsOf(options: StoreOptions): Ports {
  return isOutside(options)
    ? [{ name: 'https', port: options.port ?? 443, protocol: 'TCP' }]
    : storePorts(KIND, options)
}

/**
 * What analyses are run on: a provider's service, or pods with `members`. Its port is called `https`.
 * `warehouse('analytics', { managedBy: managed('bigquery') })`
 */
export function warehouse(name: string, options: StoreOptions = {}): PortedComponent<'https', StoreOptions> {
  return component(warehouseSpec, name, options)
}
