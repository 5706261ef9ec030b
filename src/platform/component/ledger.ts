// A ledger with ordering and validating members. Each member is a StatefulSet of one with a Service of its own name:
// members are known by name to each other, and none may stand in for another. Some may stand outside every cluster.

import type { Election, Traits, Within } from '../component.ts'
import { duration, oneOf, record, stated } from '../schema.ts'
import type { Duration } from '../units.ts'
import { backupsOf, dumpers, dumps } from './backup.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import { checkMembers, type LedgerMembers, memberFields, membersOf } from './ledger-members.ts'
import type { WorkloadOptions } from './options.ts'
import { open } from './rules.ts'
import { stateOf } from './volume.ts'
import { callsOf, endpointsOf, present, segmentsOf, workloadOf } from './workload.ts'

export interface LedgerOptions
  extends Pick<
    WorkloadOptions,
    | 'account'
    | 'authenticates'
    | 'secrets'
    | 'calls'
    | 'context'
    | 'encrypted'
    | 'in'
    | 'place'
    | 'requests'
    | 'limits'
    | 'security'
    | 'starts'
    | 'stated'
    | 'cites'
  > {
  /** Members that put transactions in order; `raft` decides by majority. */
  readonly orderers?: LedgerMembers & {
    /** Whether a majority of them decides; absent: nobody says. */
    readonly consensus?: 'raft' | 'none'
    /** How long they wait for a batch to fill; default: what the software waits that is known. */
    readonly batch?: Duration
  }
  /** Members that agree on each block, and keep the ledger: those of ledgers without orderers. */
  readonly validators?: LedgerMembers
  /** Members that validate and keep the ledger. */
  readonly peers?: LedgerMembers
  /** Certificate authorities. */
  readonly authorities?: LedgerMembers
  /** State databases of the peers. */
  readonly databases?: LedgerMembers
}

const ROLES = [
  ['orderers', 'orderer', '/var/orderer'],
  ['validators', 'validator', '/var/validator'],
  ['peers', 'peer', '/var/peer'],
  ['authorities', 'authority', '/var/authority'],
  ['databases', 'database', '/var/database'],
] as const

export type LedgerPort = (typeof ROLES)[number][1]

const says = "members such as { names: ['peer0', 'peer1'], port: 7051 }"
const { account, authenticates, secrets, calls, context, encrypted, in: segments, place } = workloadFields
const { requests, limits, security, starts, cites } = workloadFields

export const ledgerSpec: ComponentSpec<LedgerOptions> = {
  noun: 'ledger',
  fields: {
    orderers: record(says, {
      ...memberFields,
      consensus: oneOf('raft', 'none'),
      batch: duration,
    }),
    validators: record(says, memberFields),
    peers: record(says, memberFields),
    authorities: record(says, memberFields),
    databases: record(says, memberFields),
    ...{
      account,
      authenticates,
      secrets,
      calls,
      context,
      encrypted,
      in: segments,
      place,
      requests,
      limits,
      security,
      starts,
      stated,
      cites,
    },
  },
  ports: (options) =>
    new Map(
      ROLES.flatMap(([role, name]) => {
        const { port } = options[role] ?? {}
        return port === undefined ? [] : [[name, port] as const]
      }),
    ),
  rules(_, options, say) {
    const seen = new Set<string>()
    for (const [role] of ROLES) {
      const members = options[role]
      if (members && !open(members)) checkMembers(role, members, seen, say)
    }
  },
  traits: ledgerTraits,
}

function namesOf(ledger: string, role: LedgerPort, members: LedgerMembers): readonly string[] {
  return membersOf(ledger, role, members).flatMap(({ name, isOutside }) => (isOutside ? [] : [name]))
}

function ledgerTraits(name: string, options: LedgerOptions): Traits {
  const groups = ROLES.flatMap(([role, port, mount]) =>
    options[role] ? [groupOf(name, options, options[role], port, mount)] : [],
  )
  return present({
    runs: groups.flatMap(({ runs }) => runs),
    serves: groups.flatMap(({ serves }) => serves),
    ...callsOf(options),
    ...segmentsOf(options.in),
    within: [...among(name, options), ...groups.flatMap(({ within }) => within)],
    keeps: groups.flatMap(({ keeps }) => keeps),
    elects: electionsOf(name, options),
    backsUp: groups.flatMap(({ backsUp }) => backsUp),
    groups: groups.map(({ group }) => group),
    stated: options.stated,
  })
}

// Orderers that decide by majority send each other what they decide; peers take blocks from the orderers, tell each other
// what they have, and keep their state in a database (hyperledger-fabric.readthedocs.io: Raft, Gossip, Ledger).
function among(ledger: string, options: LedgerOptions): readonly Within[] {
  const [orderers = [], validators = [], peers = [], , databases = []] = ROLES.map(([role, port]) =>
    options[role] ? namesOf(ledger, port, options[role]) : [],
  )
  const pairs = (from: readonly string[], to: readonly string[], port: LedgerPort, option: string) =>
    from.flatMap((one) => to.flatMap((other) => (one === other ? [] : [{ from: one, to: other, port, option }])))
  const own = peers.length === databases.length
  return [
    ...(options.orderers?.consensus === 'raft' ? pairs(orderers, orderers, 'orderer', 'orderers') : []),
    ...pairs(validators, validators, 'validator', 'validators'),
    ...pairs(peers, orderers, 'orderer', 'peers'),
    ...pairs(peers, peers, 'peer', 'peers'),
    ...peers.flatMap((peer, at) =>
      pairs([peer], own ? databases.slice(at, at + 1) : databases, 'database', 'databases'),
    ),
  ]
}

function groupOf(ledger: string, options: LedgerOptions, members: LedgerMembers, port: LedgerPort, mount: string) {
  const ports = members.port === undefined ? [] : [{ name: port, port: members.port, protocol: 'TCP' as const }]
  const labels = { app: ledger, role: port }
  const { volume, stated, image, backups = [] } = members
  const all = membersOf(ledger, port, members)
  const names = namesOf(ledger, port, members)
  const backsUp = names.flatMap((member) => backupsOf(member, backups))
  const shared = present({
    image,
    account: members.account ?? options.account,
    secrets: [...(options.secrets ?? []), ...(members.secrets ?? [])],
    starts: options.starts,
    security: options.security,
    requests: members.requests ?? options.requests,
    limits: members.limits ?? options.limits,
    place: members.place ?? options.place,
  })
  return {
    runs: [
      ...all.map(({ name, operator, isOutside }) => {
        const base = isOutside
          ? ({ name, controller: 'outside', replicas: 0, ports } as const)
          : ({ name, controller: 'StatefulSet', replicas: 1, ports } as const)
        const own = { ...labels, member: name, ...(operator && { operator: operator.name }) }
        return workloadOf(base, { ...shared, ...(options.context && { context: options.context }), labels: own })
      }),
      ...dumpers(backsUp),
    ],
    backsUp,
    within: dumps(backsUp, port),
    serves: names.flatMap((name) => endpointsOf(name, ports, {}).map((endpoint) => present({ ...endpoint, stated }))),
    keeps: volume ? names.map((of) => stateOf(of, volume, mount)) : [],
    group: present({ role: port, members: all, operator: members.operator, hsm: members.hsm, stated }),
  }
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
 * Its ports are called `orderer`, `validator`, `peer`, `authority` and `database`.
 */
export function ledger(name: string, options: LedgerOptions): PortedComponent<LedgerPort, LedgerOptions> {
  return component(ledgerSpec, name, options)
}
