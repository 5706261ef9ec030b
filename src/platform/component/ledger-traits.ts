// What a ledger is to the engines: its members by role, who of them calls whom, and who decides by majority.

import type { Election, Traits, Within } from '../component.ts'
import { backupsOf, dumpers, dumps } from './backup.ts'
import { type LedgerMembers, membersOf } from './ledger-members.ts'
import { type LedgerOptions, type LedgerPort, ROLES } from './ledger-options.ts'
import { stateOf } from './volume.ts'
import { callsOf, endpointsOf, present, segmentsOf, workloadOf } from './workload.ts'

function namesOf(ledger: string, role: LedgerPort, members: LedgerMembers): readonly string[] {
  return membersOf(ledger, role, members).flatMap(({ name, isOutside }) => (isOutside ? [] : [name]))
}

export function ledgerTraits(name: string, options: LedgerOptions): Traits {
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
