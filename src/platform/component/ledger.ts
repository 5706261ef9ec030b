// A ledger with ordering and validating members. Each member is a StatefulSet of one with a Service of its own name:
// members are known by name to each other, and none may stand in for another. Some may stand outside every cluster.

import { duration, oneOf, record, stated } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import { checkMembers, memberFields } from './ledger-members.ts'
import { type LedgerOptions, type LedgerPort, ROLES } from './ledger-options.ts'
import { ledgerTraits } from './ledger-traits.ts'
import { open } from './rules.ts'

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

/**
 * A ledger kept by several members: `orderers` put transactions in order, `peers` validate them.
 * Its ports are called `orderer`, `validator`, `peer`, `authority` and `database`.
 */
export function ledger(name: string, options: LedgerOptions): PortedComponent<LedgerPort, LedgerOptions> {
  return component(ledgerSpec, name, options)
}
