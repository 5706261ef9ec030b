// What passes until a pod of a lost node is replaced, in words.

import type { TimelineTerm } from '../engine/recovery/timeline.ts'

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
  'grace of the pod': 'twice the grace of the pod',
  'charged to the quota': 'charged to the quota',
  'tried again': 'refused, and tried again',
  'back-off of the job': 'back-off of the Job',
  'earlier ordinals': 'earlier members ready again',
  fencing: 'fenced',
  starting: 'started again',
}
