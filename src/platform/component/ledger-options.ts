// What may be said of a ledger, and the roles that its members have.

import type { Duration } from '../units.ts'
import type { LedgerMembers } from './ledger-members.ts'
import type { WorkloadOptions } from './options.ts'

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

export const ROLES = [
  ['orderers', 'orderer', '/var/orderer'],
  ['validators', 'validator', '/var/validator'],
  ['peers', 'peer', '/var/peer'],
  ['authorities', 'authority', '/var/authority'],
  ['databases', 'database', '/var/database'],
] as const

export type LedgerPort = (typeof ROLES)[number][1]
