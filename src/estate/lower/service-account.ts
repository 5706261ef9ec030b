import type { Manifest } from '../../kubernetes/types.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'

/** The account that a workload's pods run as, where one is said: who they are, and no right yet. */
export function serviceAccount(placed: Placed): Manifest | undefined {
  const { workload } = placed
  if (workload.account === undefined || workload.account === 'default') return undefined
  const metadata = metadataOf(placed, workload.account)
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata }
}
