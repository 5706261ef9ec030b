// Who runs a store: an operator whose habits are known, and what it is told beyond what every store says.

import type { Operated } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import {
  count,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  list,
  need,
  noun,
  oneOf,
  record,
  stated,
  text,
} from '../schema.ts'

export type CloudNativePgOptions = Omit<Operated, 'is' | 'by'>

export const operatorSpec: NounSpec<CloudNativePgOptions, Operated> = {
  is: 'operator',
  word: 'cloudNativePg',
  fields: {
    owner: record("an owner such as { database: 'orders', user: 'orders', secret: 'orders-db-owner' }", {
      database: need(text, 'the database'),
      user: need(text, 'who owns it'),
      secret: need(dnsName, 'the Secret with username and password'),
    }),
    archive: record('an archive such as { to: copies }', {
      to: need(noun('bucket'), 'where the write-ahead log goes'),
      every: duration,
      takes: durationRange,
      stated,
    }),
    poolers: list(
      record("a pooler such as { name: 'orders-pool', instances: 2 }", {
        name: need(dnsLabel, 'its name, and that of its Service'),
        to: oneOf('primary', 'replica'),
        instances: count(1),
        mode: oneOf('session', 'transaction'),
      }),
    ),
    follows: record("an archive to follow, such as { archive: copies, of: 'orders-db' }", {
      archive: need(noun('bucket'), 'where the other one archives'),
      of: need(dnsLabel, 'the name under which the other one archives'),
      stated,
    }),
    stated,
  },
  build: (_, options) => ({ is: 'operator', by: 'cloudnative-pg', ...options }),
}

/**
 * CloudNativePG runs the store: it makes the pods, promotes a follower, keeps the names of the roles and takes copies.
 * `postgres('orders-db', { members: 3, operatedBy: cloudNativePg({ archive: { to: copies } }), … })`
 */
export function cloudNativePg(options: CloudNativePgOptions = {}): Operated {
  return make(operatorSpec, '', options)
}
