// What stores share: members with a volume each, and how they follow each other.

import type { Operated, Replication, Traits } from '../component.ts'
import { SERVICES } from '../model/store.ts'
import type { Managed } from '../model.ts'
import type { Say } from '../validate.ts'
import { backupOf, checkBackups, dumpers, dumps } from './backup.ts'
import { exporterMetering, withExporter } from './exporter.ts'
import { open } from './rules.ts'
import type { StoreOptions } from './store-options.ts'
import { stateOf } from './volume.ts'
import { callsOf, endpointsOf, meteringOf, type Ports, present, segmentsOf, workloadOf } from './workload.ts'

export interface StoreKind {
  readonly noun: string
  /** As its makers call it; default: as the language does. */
  readonly software?: string
  /** How its members follow each other where nobody says otherwise: what the software cannot do without. */
  readonly replication?: Pick<Replication, 'mode' | 'failover'>
  /** A follower gets what is written after it counts, unless somebody says otherwise. */
  readonly followsAsynchronously?: true
  /** Name of its port. */
  readonly portName: string
  readonly port: number
  readonly mount: string
  /** The usual exporter of its metrics. */
  readonly exporter?: { readonly image: string; readonly port: number }
}

export function storePorts(kind: StoreKind, options: StoreOptions): Ports {
  return [{ name: kind.portName, port: options.port ?? kind.port, protocol: 'TCP' }]
}

export function checkStore(kind: StoreKind, name: string, options: StoreOptions, say: Say): void {
  const { members = 1, replication, backups, update, managedBy } = options
  const isFollowed = replication !== undefined || kind.replication !== undefined || managedBy !== undefined
  if (!open(members) && members > 1 && !isFollowed) {
    const allowed = "'none' or { mode, failover }: whether members share their data cannot be derived"
    say({ path: 'replication', found: `nothing, with ${members} members`, allowed })
  }
  const isModeOpen = typeof replication === 'object' && !open(replication) && replication.mode === undefined
  if (isModeOpen && kind.followsAsynchronously !== true)
    say({ path: 'replication.mode', found: 'nothing', allowed: "'asynchronous', 'synchronous' or 'consensus'" })
  if (update && !open(update) && update.maxSurge !== undefined) {
    say({
      path: 'update.maxSurge',
      found: 'a surge',
      allowed: 'nothing (a StatefulSet never runs more than its members)',
    })
  }
  const { exporter } = options
  if (!kind.exporter && exporter && !open(exporter) && (exporter.image === undefined || exporter.port === undefined))
    say({ path: 'exporter', found: 'no image and port', allowed: `both: no exporter is usual for ${kind.noun}` })
  if (managedBy && !open(managedBy)) checkManaged(kind, options, managedBy, say)
  checkBackups(name, backups, say)
}

// What only pods have is nobody's to say where a provider runs them.
const OF_PODS = ['exporter', 'budget', 'place', 'headless', 'governedBy', 'operatedBy', 'sentinel'] as const

function checkManaged({ noun }: StoreKind, options: StoreOptions, { name }: Managed, say: Say): void {
  const nouns: readonly string[] = Object.hasOwn(SERVICES, name) ? SERVICES[name] : []
  if (!nouns.includes(noun)) {
    const fitting = Object.entries(SERVICES).filter(([, of]) => (of as readonly string[]).includes(noun))
    const allowed = `a service that is a ${noun}: ${fitting.map(([service]) => service).join(', ')}`
    say({ path: 'managedBy', found: name, allowed })
  }
  for (const option of OF_PODS)
    if (Object.hasOwn(options, option))
      say({ path: option, found: 'an option of pods', allowed: `nothing (${name} has none that you place)` })
}

export interface StoreMakes {
  readonly ports: Ports
  /** Who makes its pods and takes its copies to buckets. */
  readonly operated?: Operated
}

export function storeTraits(
  kind: StoreKind,
  name: string,
  options: StoreOptions,
  { ports, operated }: StoreMakes = { ports: storePorts(kind, options) },
): Traits {
  const { members: replicas = 1, governedBy, managedBy: managed, volume } = options
  const members = present({ name, controller: 'StatefulSet' as const, replicas, ports, governedBy })
  const backsUp = (options.backups ?? []).map((backup) => backupOf(name, backup, backup.name))
  const service = { name, controller: 'outside' as const, replicas: 0, ports: served(ports) }
  const { version, image } = options
  // The tag of an image tells more.
  const software =
    version === undefined || image !== undefined ? undefined : { name: kind.software ?? kind.noun, version }
  const sized = present({ ...options, software })
  return present({
    runs: [
      managed
        ? present({ ...workloadOf(service, sized), at: managed.at })
        : withExporter(workloadOf(members, sized), options.exporter, kind.exporter),
      ...dumpers(backsUp.filter((backup) => !operated || backup.to?.is !== 'bucket')),
    ],
    serves: managed ? [] : endpointsOf(name, served(ports), options),
    ...callsOf(options),
    ...segmentsOf(options.in),
    within: dumps(backsUp, kind.portName),
    keeps: volume && !managed ? [stateOf(name, volume, kind.mount)] : [],
    managed,
    holds: options.holds,
    geo: options.replicatesTo,
    replicates: managed && options.replication === undefined ? undefined : replicationOf(kind, name, options),
    elects: [],
    backsUp,
    // CloudNativePG's pods have an exporter of their own.
    metered: operated ? exporterMetering({}) : (exporterMetering(options.exporter) ?? meteringOf(ports, options)),
    operated,
    stated: options.stated,
  })
}

function served(ports: Ports): Ports {
  return ports.filter(({ isInner }) => !isInner)
}

function replicationOf(kind: StoreKind, of: string, { replication, members = 1 }: StoreOptions) {
  if (replication === undefined) return kind.replication && members > 1 ? { of, ...kind.replication } : undefined
  const none: Replication = { of, mode: 'none', failover: 'none' }
  return replication === 'none' ? none : { ...replication, of, mode: replication.mode ?? 'asynchronous' }
}
