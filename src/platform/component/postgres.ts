import type { Operated, Schema } from '../component.ts'
import { count, noun, oneOf } from '../schema.ts'
import type { Say } from '../validate.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { open } from './rules.ts'
import { checkStore, type StoreKind, storePorts, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { type Ports, portNumbers, present } from './workload.ts'

export interface PostgresOptions extends StoreOptions {
  /** How many follow the primary; in place of `members`, which counts it too. */
  readonly followers?: number
  /** Who runs it; without it, it is a StatefulSet that nobody tends. */
  readonly operatedBy?: Operated
  /** How its tables change: each step so that the version before fits too (`expand-contract`), or `at-once`. */
  readonly schema?: Schema
}

// The port that PostgreSQL listens on by default (IANA: postgresql, 5432).
// Its exporter: github.com/prometheus-community/postgres_exporter.
// Its followers are asynchronous by default (postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION).
const KIND: StoreKind = {
  noun: 'postgres',
  software: 'PostgreSQL',
  followsAsynchronously: true,
  portName: 'postgres',
  port: 5432,
  mount: '/var/lib/postgresql/data',
  exporter: { image: 'quay.io/prometheuscommunity/postgres-exporter:v0.18.1', port: 9187 },
}

// What listens in a pod of CloudNativePG beside PostgreSQL (pkg/management/url/url.go): its exporter, and what the
// operator asks for the state of the instance.
const BESIDE: Ports = [
  { name: 'metrics', port: 9187, protocol: 'TCP', isInner: true },
  { name: 'status', port: 8000, protocol: 'TCP', isInner: true },
]

export const postgresSpec: ComponentSpec<PostgresOptions> = {
  noun: 'postgres',
  fields: {
    ...storeFields,
    followers: count(0),
    operatedBy: noun('operator'),
    schema: oneOf('expand-contract', 'at-once'),
  },
  ports: (options) => portNumbers(portsOf(options)),
  traits: (name, options) =>
    present({
      ...storeTraits(KIND, name, counted(options), { ports: portsOf(options), operated: options.operatedBy }),
      schema: options.schema,
    }),
  rules(name, options, say) {
    checkStore(KIND, name, counted(options), say)
    if (options.followers !== undefined && options.members !== undefined)
      say({ path: 'followers', found: 'followers and members', allowed: 'one of the two' })
    if (options.operatedBy && !open(options.operatedBy)) checkOperated(options, say)
  },
}

function counted(options: PostgresOptions): PostgresOptions {
  const { followers } = options
  return followers === undefined || open(followers) ? options : { ...options, members: followers + 1 }
}

function portsOf(options: PostgresOptions): Ports {
  return [...storePorts(KIND, options), ...(options.operatedBy ? BESIDE : [])]
}

// The operator says these itself: what is said beside it would not come to be.
function checkOperated(options: PostgresOptions, say: Say): void {
  const { port, budget, headless, names, replication, operatedBy, backups, exporter } = options
  const kept = 'nothing (CloudNativePG'
  if (port !== undefined && port !== KIND.port)
    say({ path: 'port', found: `${port}`, allowed: `${KIND.port} (CloudNativePG listens nowhere else)` })
  if (budget) say({ path: 'budget', found: 'a budget', allowed: `${kept} keeps one of its own)` })
  if (exporter)
    say({
      path: 'exporter',
      found: 'an exporter',
      allowed: `${kept} has one in each pod: metrics: { port: 'metrics' })`,
    })
  if (headless !== undefined) say({ path: 'headless', found: `'${headless}'`, allowed: `${kept} needs none)` })
  if (Array.isArray(names) && names.length > 0)
    say({ path: 'names', found: 'names without a role', allowed: "names with the role 'primary' or 'replica'" })
  const isBased = open(backups) || backups?.some(({ to }) => open(to) || to?.is === 'bucket')
  if (operatedBy?.archive && !isBased)
    say({ path: 'backups', found: 'no copy in a bucket', allowed: 'one at least: from a log alone nothing comes back' })
  if (replication === 'none')
    say({ path: 'replication', found: "'none'", allowed: "{ mode: 'asynchronous' } or { mode: 'synchronous' }" })
}

/**
 * PostgreSQL: a StatefulSet of members with a volume each, its port is called `postgres`.
 * `postgres('ledger-db', { members: 3, replication: 'none', volume: { size: '100Gi' } })`
 */
export function postgres(name: string, options: PostgresOptions = {}): PortedComponent<'postgres', PostgresOptions> {
  return component(postgresSpec, name, options)
}
