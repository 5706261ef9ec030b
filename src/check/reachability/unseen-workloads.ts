// What is said of all pods of a place rests on there being no others: of what was not read, that is assumed by name.

import type { Assumption } from '../../engine/assumption.ts'
import { assumptionOf, unseenFor } from '../../engine/unseen.ts'
import type { Estate } from '../../estate/estate.ts'

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod', 'CronJob', 'Job']

/** Of the whole cluster where no environments are named. */
export function unseenWorkloads(estate: Estate, environments?: readonly string[]): readonly Assumption[] {
  if (!estate.unseen) return []
  const namespaces = environments?.map((one) => estate.environments.find(({ name }) => name === one)?.namespace ?? one)
  const asked = kinds.flatMap((kind) => (namespaces ?? [undefined]).map((namespace) => ({ kind, namespace })))
  const found = new Map(asked.flatMap((one) => unseenFor(estate, one)).map((unseen) => [unseen.id, unseen]))
  return [...found.values()].map(assumptionOf)
}
