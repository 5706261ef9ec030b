// A ledger with ordering and validating members. Each member is a StatefulSet of one with a Service of its own name:
// members are known by name to each other, and none may stand in for another.

import type { Election, State, Traits, Within } from '../component.ts'
import { count, dnsLabel, duration, type Fields, list, need, oneOf, port, record, stated } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { resources, workloadFields } from './fields.ts'
import type { PlaceOptions, ResourceOptions, WorkloadOptions } from './options.ts'
import { open } from './rules.ts'
import {
  type BackupOptions,
  backupsField,
  backupsOf,
  checkBackups,
  dumpers,
  dumps,
  type VolumeOptions,
  volumeField,
} from './store.ts'
import { endpointsOf, present, workloadOf } from './workload.ts'

export interface LedgerMembers {
  /** One pod each, called by this name. */
  readonly names?: readonly string[]
  /** Instead of `names`, where nobody says them: members are then called `<ledger>-<role>-0` and on. */
  readonly count?: number
  readonly port: number
  readonly image?: string
  /** Name of their ServiceAccount; default: that of the ledger. */
  readonly account?: string
  /** Names of the Secrets that they read, beside those of the ledger. */
  readonly secrets?: readonly string[]
  readonly requests?: ResourceOptions
  readonly limits?: ResourceOptions
  readonly place?: PlaceOptions
  readonly volume?: VolumeOptions
  /** Copies that are taken of each of these members, as `<member>-backup`. */
  readonly backups?: readonly BackupOptions[]
  readonly stated?: Stated
}

export interface LedgerOptions
  extends Pick<
    WorkloadOptions,
    'account' | 'secrets' | 'calls' | 'place' | 'requests' | 'limits' | 'starts' | 'stated' | 'cites'
  > {
  /** Members that put transactions in order; `raft` decides by majority. */
  readonly orderers?: LedgerMembers & {
    readonly consensus: 'raft' | 'none'
    /** How long they wait for a batch to fill; default: what the software waits that is known. */
    readonly batch?: Duration
  }
  /** Members that validate and keep the ledger. */
  readonly peers?: LedgerMembers
  /** Certificate authorities. */
  readonly authorities?: LedgerMembers
  /** State databases of the peers. */
  readonly databases?: LedgerMembers
}

const ROLES = [
  ['orderers', 'orderer', '/var/orderer'],
  ['peers', 'peer', '/var/peer'],
  ['authorities', 'authority', '/var/authority'],
  ['databases', 'database', '/var/database'],
] as const

export type LedgerPort = (typeof ROLES)[number][1]

const members = {
  names: list(dnsLabel, 1),
  count: count(1, 1000),
  port: need(port, 'where its members listen'),
  image: workloadFields.image,
  account: workloadFields.account,
  secrets: workloadFields.secrets,
  requests: resources,
  limits: resources,
  place: workloadFields.place,
  volume: volumeField,
  backups: backupsField,
  stated,
} satisfies Fields

const says = "members such as { names: ['peer0', 'peer1'], port: 7051 }"
const { account, secrets, calls, place, requests, limits, starts, cites } = workloadFields

export const ledgerSpec: ComponentSpec<LedgerOptions> = {
  noun: 'ledger',
  fields: {
    orderers: record(says, {
      ...members,
      consensus: need(oneOf('raft', 'none'), 'whether a majority decides'),
      batch: duration,
    }),
    peers: record(says, members),
    authorities: record(says, members),
    databases: record(says, members),
    ...{ account, secrets, calls, place, requests, limits, starts, stated, cites },
  },
  ports: (options) => new Map(ROLES.flatMap(([role, name]) => (options[role] ? [[name, options[role].port]] : []))),
  rules(name, options, say) {
    const seen = new Set<string>()
    for (const [role, port] of ROLES) {
      const members = options[role]
      if (!members || open(members)) continue
      if ((members.names === undefined) === (members.count === undefined)) {
        const found = members.names ? 'both names and count' : 'neither names nor count'
        say({ path: role, found, allowed: 'names, or a count where nobody says them' })
      }
      namesOf(name, port, members).forEach((member, index) => {
        if (seen.has(member)) {
          say({ path: `${role}.names[${index}]`, found: `a second '${member}'`, allowed: 'a name of its own' })
        }
        seen.add(member)
      })
      checkBackups(role, members.backups, (wrong) => say({ ...wrong, path: `${role}.${wrong.path}` }))
    }
  },
  traits: ledgerTraits,
}

function namesOf(ledger: string, port: LedgerPort, { names, count = 0 }: LedgerMembers): readonly string[] {
  return names ?? Array.from({ length: count }, (_, index) => `${ledger}-${port}-${index}`)
}

function ledgerTraits(name: string, options: LedgerOptions): Traits {
  const groups = ROLES.flatMap(([role, port, mount]) =>
    options[role] ? [groupOf(name, options, options[role], port, mount)] : [],
  )
  return present({
    runs: groups.flatMap(({ runs }) => runs),
    serves: groups.flatMap(({ serves }) => serves),
    calls: options.calls ?? [],
    within: [...among(name, options), ...groups.flatMap(({ within }) => within)],
    keeps: groups.flatMap(({ keeps }) => keeps),
    elects: electionsOf(name, options),
    backsUp: groups.flatMap(({ backsUp }) => backsUp),
    stated: options.stated,
  })
}

// Orderers that decide by majority send each other what they decide; peers take blocks from the orderers, tell each other
// what they have, and keep their state in a database (hyperledger-fabric.readthedocs.io: Raft, Gossip, Ledger).
function among(ledger: string, options: LedgerOptions): readonly Within[] {
  const [orderers = [], peers = [], , databases = []] = ROLES.map(([role, port]) =>
    options[role] ? namesOf(ledger, port, options[role]) : [],
  )
  const pairs = (from: readonly string[], to: readonly string[], port: LedgerPort, option: string) =>
    from.flatMap((one) => to.flatMap((other) => (one === other ? [] : [{ from: one, to: other, port, option }])))
  const own = peers.length === databases.length
  return [
    ...(options.orderers?.consensus === 'raft' ? pairs(orderers, orderers, 'orderer', 'orderers') : []),
    ...pairs(peers, orderers, 'orderer', 'peers'),
    ...pairs(peers, peers, 'peer', 'peers'),
    ...peers.flatMap((peer, at) =>
      pairs([peer], own ? databases.slice(at, at + 1) : databases, 'database', 'databases'),
    ),
  ]
}

function groupOf(ledger: string, options: LedgerOptions, members: LedgerMembers, port: LedgerPort, mount: string) {
  const ports = [{ name: port, port: members.port, protocol: 'TCP' as const }]
  const labels = { app: ledger, role: port }
  const { volume, stated, image, backups = [] } = members
  const names = namesOf(ledger, port, members)
  const backsUp = names.flatMap((member) => backupsOf(member, backups))
  const shared = present({
    image,
    account: members.account ?? options.account,
    secrets: [...(options.secrets ?? []), ...(members.secrets ?? [])],
    starts: options.starts,
    requests: members.requests ?? options.requests,
    limits: members.limits ?? options.limits,
    place: members.place ?? options.place,
  })
  return {
    runs: [
      ...names.map((name) =>
        workloadOf(
          { name, controller: 'StatefulSet', replicas: 1, ports },
          { ...shared, labels: { ...labels, member: name } },
        ),
      ),
      ...dumpers(backsUp),
    ],
    backsUp,
    within: dumps(backsUp, port),
    serves: names.flatMap((name) => endpointsOf(name, ports, {}).map((endpoint) => present({ ...endpoint, stated }))),
    keeps: volume ? names.map((of): State => stateOf(of, volume, mount)) : [],
  }
}

function stateOf(
  of: string,
  { size, class: storageClass, claim = 'data', mount, stated }: VolumeOptions,
  usual: string,
): State {
  return present({ of, claim, size, class: storageClass, mount: mount ?? usual, stated })
}

function electionsOf(name: string, { orderers }: LedgerOptions): readonly Election[] {
  if (orderers?.consensus !== 'raft') return []
  return [
    present({
      name: `${name}-orderers`,
      voters: namesOf(name, 'orderer', orderers),
      batches: orderers.batch,
      stated: orderers.stated,
    }),
  ]
}

/**
 * A ledger kept by several members: `orderers` put transactions in order, `peers` validate them.
 * Its ports are called `orderer`, `peer`, `authority` and `database`.
 */
export function ledger(name: string, options: LedgerOptions): PortedComponent<LedgerPort, LedgerOptions> {
  return component(ledgerSpec, name, options)
}
