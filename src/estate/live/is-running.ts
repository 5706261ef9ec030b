import type { EstateObject } from '../estate.ts'

const running: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
])

/** Whether it is pods, or makes them. */
export function isRunning({ manifest }: EstateObject): boolean {
  return running.has(manifest.kind)
}
