import type { Outcome } from '../loss/outcome.ts'
import { sweep } from '../loss/sweep.ts'
import { type ClusterObjects, estateOf } from './estate-of.ts'

/**
 * What each failure leaves: the loss of every pod, node and zone; must, may and cannot by proof, never by a simulation that
 * happened to succeed. Where running Pods are among the objects, from where they stand, else from every placement.
 */
export function lose(cluster: ClusterObjects): readonly Outcome[] {
  return sweep(estateOf(cluster))
}
