// What passes until a pod of a lost node is replaced, and why one never is, in words.

import type { NeverBecause } from '../engine/nodeloss/when.ts'
import type { TimelineTerm } from '../engine/recovery/timeline-term.ts'

export const termWords: { readonly [W in TimelineTerm['what']]: string } = {
  'last heartbeat': 'last heartbeat',
  'heartbeat seen': 'last heartbeat seen',
  grace: 'grace of the node',
  'looked at': 'looked at, and not ready',
  requests: 'requests that wait for each other',
  'evictions suspended': 'evictions suspended in its zone',
  'queue of the zone': 'turn of the node in its zone',
  'turn lost': 'a turn lost, at worst',
  tolerated: 'tolerated by the pod',
  'out-of-service': 'node out-of-service',
  'node removed': 'node removed',
  quarantine: 'node missed for a while',
  collected: 'pods removed',
  'charged to the quota': 'charged to the quota',
  'tried again': 'refused, and tried again',
  'counted by the job': 'seen to by the controller of the Job',
  'back-off of the job': 'back-off of the Job',
  'earlier ordinals': 'earlier members ready again',
  fencing: 'fenced',
  starting: 'started again',
}

export const neverWords: { readonly [B in NeverBecause]: string } = {
  'tolerates for ever': 'it tolerates that for ever',
  'evictions suspended': 'evictions are suspended in its zone',
  'all zones lost': 'all zones of the cluster are lost, and nothing is evicted any more',
  'node removed before': 'the node is removed before',
  'node stays': 'nobody removes the node, or taints it out-of-service',
  'stays Terminating': 'the old pod stays Terminating, and another comes only when it is gone',
  'bare pod': 'nothing makes another',
  'pod of a kubelet': 'it is its kubelet that makes it',
  'pod of a DaemonSet': 'one a node, and the node is gone',
  'job gives up': 'its Job may not fail once (backoffLimit)',
  'earlier ordinal stays away': 'a member of a lower ordinal stays away, and they come in order',
}
