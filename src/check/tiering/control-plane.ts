// Whether the control plane under production outlives one of its members: etcd goes on while a majority of them is there
// (https://etcd.io/docs/v3.6/faq/, What is failure tolerance?).

import { sourceOf } from '../../estate/source.ts'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import type { Cluster } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { clustersIn } from './clusters-in.ts'

type Rules = {
  etcd: { readonly cluster: string; readonly members?: number }
  managed: { readonly cluster: string; readonly by: string; readonly known?: string }
}

export const controlPlane = defineQuestion<Rules>({
  id: 'control-plane',
  asks: 'Does the control plane under production outlive any one of its members?',

  *judge(world) {
    for (const cluster of clustersIn(world)) {
      if (cluster.controlPlane === undefined || !carriesProduction(cluster, world)) continue
      yield {
        id: [cluster.name],
        cluster: cluster.name,
        says: `the control plane of ${cluster.name} outlives any one of its members`,
        source: sourceOf(cluster, cluster.stated),
        parts: [membersPart(cluster, cluster.controlPlane)],
      }
    }
  },

  says: {
    managed: ({ cluster, by, known }) => ({
      line: `${by} keeps the control plane of ${cluster}`,
      rows: known === undefined ? [] : [['known', known]],
    }),
    etcd: ({ cluster, members }) => {
      if (members === undefined) return `nobody says how many members etcd of ${cluster} has`
      const majority = Math.floor(members / 2) + 1
      return members === 1
        ? '1 member of etcd: none may be lost'
        : `${members} members of etcd: ${majority} are a majority, so ${members - majority} may be lost`
    },
  },
})

function membersPart({ name, distribution }: Cluster, said: NonNullable<Cluster['controlPlane']>): AnyPart<Rules> {
  const known = managedClusterOf(distribution)
  if (said === 'managed' || known) {
    const by = known?.provider ?? 'the provider'
    return part('managed', true, { cluster: name, by, ...(known && { known: `${known.source} (${known.asOf})` }) })
  }
  const members = said.etcd ?? said.servers
  return part(
    'etcd',
    members === undefined ? undefined : members >= 3,
    { cluster: name, ...(members !== undefined && { members }) },
    {
      cause: `control-plane/${name}`,
      hint: 'etcd: 3: as many as outlive one, an odd number',
      waitsFor: `how many members etcd of ${name} has`,
      stated: [said.stated],
    },
  )
}

function carriesProduction({ name }: Cluster, { platform }: World): boolean {
  const environments = platform ? environmentsOf(platform) : []
  return environments.some(
    ({ on, purpose }) => on.name === name && (purpose === 'production' || purpose === 'recovery'),
  )
}
