import type { EstateObject } from '../../estate/estate.ts'
import { groupOf } from './api-group.ts'

const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment', ['apps', 'extensions']],
  ['StatefulSet', ['apps']],
  ['DaemonSet', ['apps', 'extensions']],
  ['ReplicaSet', ['apps', 'extensions']],
  ['ReplicationController', ['']],
  ['Job', ['batch']],
  ['CronJob', ['batch']],
  ['Pod', ['']],
])

/** Whether Kubernetes itself makes pods of it: a custom resource of the same kind is none. */
export function isWorkload({ manifest }: EstateObject): boolean {
  return groups.get(manifest.kind)?.includes(groupOf(manifest.apiVersion)) === true
}
