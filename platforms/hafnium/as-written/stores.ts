// The private data subnet: what keeps data, each run by the provider; and what disaster recovery copies elsewhere.

import { kafka, managed, objectStore, postgres, redis } from 'seaworthy'
import { says } from './says.ts'
import { dataSubnet } from './subnets.ts'

const drawn = (line: number) => says('Infrastructure Taxonomy', line)
const row = (line: number) => says('Disaster Recovery', line)

export const database = postgres('postgresql', {
  managedBy: managed('rds', { stated: drawn(30) }),
  in: dataSubnet,
  replicatesTo: [{ region: 'another region', stated: row(98) }],
  stated: drawn(30),
})

export const cache = redis('redis', {
  mode: 'cluster',
  managedBy: managed('elasticache', { stated: drawn(31) }),
  in: dataSubnet,
  stated: drawn(31),
})

export const broker = kafka('kafka', {
  managedBy: managed('msk', { stated: drawn(32) }),
  in: dataSubnet,
  stated: drawn(32),
})

/** The table calls it state, and shows it nowhere else. */
export const state = objectStore('state', {
  managedBy: managed('s3', { stated: row(100) }),
  replicatesTo: [{ region: 'another region', stated: row(100) }],
  stated: row(100),
})

export const stores = [database, cache, broker, state]
