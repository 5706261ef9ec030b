import { assumptionOf, unseenFor } from '../../engine/unseen.ts'
import { table } from '../world.ts'

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Pod', 'ReplicaSet', 'Job']

/** Room that nobody else takes is room only as far as everybody else was read. */
export const unseenPods = table(({ estate }) => {
  const unseen = kinds.flatMap((kind) => unseenFor(estate, { kind }))
  return [...new Set(unseen)].map(assumptionOf)
})
