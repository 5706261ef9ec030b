import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkStore, type StoreKind, type StoreOptions, storeFields, storePorts, storeTraits } from './store.ts'
import { portNumbers } from './workload.ts'

// The port that PostgreSQL listens on by default (IANA: postgresql, 5432).
const KIND: StoreKind = { portName: 'postgres', port: 5432, mount: '/var/lib/postgresql/data' }

export const postgresSpec: ComponentSpec<StoreOptions> = {
  noun: 'postgres',
  fields: storeFields,
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => storeTraits(KIND, name, options),
  rules: checkStore,
}

/**
 * PostgreSQL: a StatefulSet of members with a volume each, its port is called `postgres`.
 * `postgres('ledger-db', { members: 3, replication: 'none', volume: { size: '100Gi' } })`
 */
export function postgres(name: string, options: StoreOptions = {}): PortedComponent<'postgres', StoreOptions> {
  return component(postgresSpec, name, options)
}
