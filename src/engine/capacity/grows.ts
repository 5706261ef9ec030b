// Whether the nodes of a cluster may become more than those that are shown: something there makes nodes on demand.

import type { Estate, EstatePool } from '../../estate/estate.ts'
import { nodeGroups } from './node-groups.ts'

/** Kinds of objects that say so, with their group. */
export const nodeMakers = [
  'karpenter.sh/NodePool',
  'karpenter.sh/Provisioner',
  'cluster.x-k8s.io/MachineDeployment',
  'cluster.x-k8s.io/MachinePool',
  'autoscaling.openshift.io/ClusterAutoscaler',
  'autoscaling.openshift.io/MachineAutoscaler',
] as const
const makesNodes: ReadonlySet<string> = new Set(nodeMakers)

const byName = /autoscaler|karpenter/i
const ofPods = /vertical|horizontal|proportional|pod-autoscaler/i

/** What may add nodes to those that stand, by name, sorted; empty where nothing of the kind is seen. */
export function growsBy(estate: Estate): readonly string[] {
  return [...growsUnbounded(estate), ...pools(estate, ({ further }) => further.length > 0)].sort()
}

function pools({ nodePools = [] }: Estate, grows: (pool: EstatePool) => boolean): readonly string[] {
  return nodePools.filter(grows).map(({ name }) => `pool ${name}`)
}

/** The same without pools whose every node was looked at (`settled`). */
export function growsUnbounded(estate: Estate): readonly string[] {
  const { objects, unseen = [] } = estate
  const makers = objects.filter(({ manifest: { kind, apiVersion, metadata } }) => {
    if (makesNodes.has(`${apiVersion.split('/')[0]}/${kind}`)) return true
    const name = metadata.name ?? ''
    return kind === 'Deployment' && byName.test(name) && !ofPods.test(name)
  })
  // A custom resource that nobody can read is named above where it makes nodes.
  const hidden = unseen.filter(
    ({ id, says }) => byName.test(id) && !ofPods.test(`${id} ${says}`) && !id.startsWith('opaque/'),
  )
  const named = makers.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`)
  // What one environment does not show another may not show either.
  const open = pools(estate, ({ standing, most }) => standing === undefined || most === undefined)
  return [...new Set([...named, ...hidden.map(({ says }) => says), ...nodeGroups(estate), ...open])].sort()
}
