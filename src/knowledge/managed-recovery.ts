// What services of providers do by themselves when rows or a region are gone, and what somebody has to do.

import type { Known } from './table.ts'

export interface ManagedRecovery {
  /** How old the newest state is that its own copies can give back, in seconds; at most, as its page says. */
  readonly lateSeconds?: Known<number>
  /** Whether a replica in another region takes over without anybody's doing. */
  readonly promotesItself?: Known<boolean>
  /** Whether clients reach the replica that took over by the name that they had. */
  readonly keepsName?: Known<boolean>
}

/** Undefined for a service that is not in the table; what a row leaves out was not found. */
export function managedRecovery(service: string): ManagedRecovery | undefined {
  return Object.hasOwn(rows, service) ? rows[service] : undefined
}

const asOf = '2026-11-22'

const rows: { readonly [service: string]: ManagedRecovery } = {
  rds: {
    lateSeconds: {
      value: 300,
      source:
        'https://aws.amazon.com/rds/custom/faqs: the latest restorable time is typically within the last five minutes',
      asOf,
    },
    promotesItself: {
      value: false,
      source:
        'https://docs.aws.amazon.com/r53recovery/latest/dg/rds-promote-read-replica-block.html: a step of a plan promotes it',
      asOf,
    },
    keepsName: {
      value: false,
      source:
        'https://docs.aws.amazon.com/r53recovery/latest/dg/rds-promote-read-replica-block.html: it keeps its own endpoint, and the application has to use that one afterwards',
      asOf,
    },
  },
}
