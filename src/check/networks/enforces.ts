// Kubernetes takes policies and enforces none: the network plugin does, if it is one that can
// (kubernetes.io/docs/concepts/services-networking/network-policies/, Prerequisites).

import { sourceOf } from '../../estate/source.ts'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import { isOnOneMachine, networkPlugin } from '../../knowledge/network-plugins.ts'
import type { Cluster } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { clustersIn } from '../tiering/clusters-in.ts'
import type { World } from '../world.ts'

type Rules = {
  policies: {
    readonly cluster: string
    readonly plugin: string
    readonly isSaid: boolean
    readonly does?: string
    readonly known?: string
  }
  named: {
    readonly cluster: string
    readonly isSaid: boolean
    /** What relies on it: policies that are made, or that are said to be there. */
    readonly by: readonly (readonly [environment: string, policies: string])[]
  }
  runs: { readonly cluster: string; readonly plugin: string; readonly only: string; readonly on: string }
}

export const enforces = defineQuestion<Rules>({
  id: 'enforces',
  asks: 'Does the network plugin of each cluster do with policies what is said of it, or counted on?',

  *judge(world) {
    for (const cluster of clustersIn(world)) {
      const { name, cni, stated } = cluster
      if (cni?.name === undefined) {
        const parts = namedPart(cluster, world)
        if (parts.length === 0) continue
        const says = `a network plugin enforces the policies in ${name}`
        yield { id: [name], cluster: name, says, source: sourceOf(cluster, cni?.stated, stated), parts }
        continue
      }
      yield {
        id: [name],
        cluster: name,
        says: `${cni.name} ${cni.enforcesPolicy ? 'enforces' : 'connects, and enforces no'} policies in ${name}`,
        source: sourceOf(cluster, cni.stated, stated),
        parts: partsOf(cluster, cni.name, cni.enforcesPolicy),
      }
    }
  },

  says: {
    policies: ({ cluster, plugin, isSaid, does, known }) => ({
      line:
        does === undefined
          ? `nobody here knows what ${plugin} does with policies in ${cluster}`
          : `${plugin} ${does}${isSaid ? '' : '; in this cluster it is said to enforce none'}`,
      rows: known === undefined ? [] : [['known', known]],
    }),
    named: ({ cluster, isSaid, by }) => ({
      line: `${isSaid ? `policies are said to be enforced in ${cluster}, and nobody names the network plugin that does` : `nobody says which network plugin enforces policies in ${cluster}`}: without one they are text`,
      rows: by,
    }),
    runs: ({ cluster, plugin, only, on }, truth) =>
      truth === true
        ? `${plugin} runs on machines of ${only}, and ${cluster} stands there`
        : `${plugin} runs on machines of ${only} alone, and ${cluster} stands on ${on}`,
  },
})

// What a distribution brings enforces them, or does not, whether anybody names it or not.
function namedPart(cluster: Cluster, { platform, views }: World): readonly AnyPart<Rules>[] {
  const { name, cni, stated } = cluster
  const estate = views.find((view) => view.estate.cluster === name)?.estate
  if (cni ? !cni.enforcesPolicy : estate?.enforcesPolicy.holds !== undefined) return []
  const made = estate?.objects.filter(({ manifest }) => manifest.kind === 'NetworkPolicy') ?? []
  const relying = (platform ? environmentsOf(platform) : []).filter(({ on }) => on.name === name)
  const by = relying.flatMap((one) => {
    const count = made.filter(({ environment }) => environment === one.name).length
    const told = one.unseenPolicies?.says
    return told !== undefined
      ? [[one.name, told] as const]
      : count > 0
        ? [[one.name, countOf(count, 'NetworkPolicy', 'NetworkPolicies')] as const]
        : []
  })
  if (by.length === 0) return []
  return [
    part(
      'named',
      undefined,
      { cluster: name, isSaid: cni !== undefined, by },
      {
        waitsFor: `the network plugin of ${name}`,
        hint: "cni: { name: 'cilium', enforcesPolicy: true }, or whichever plugin it has",
        stated: [cni?.stated ?? stated, ...relying.map(({ unseenPolicies }) => unseenPolicies?.stated)],
      },
    ),
  ]
}

function partsOf(cluster: Cluster, called: string, isSaid: boolean): readonly AnyPart<Rules>[] {
  const { name, cni, stated } = cluster
  const known = networkPlugin(called)
  const more = { stated: [cni?.stated ?? stated] }
  if (!known)
    return [
      part(
        'policies',
        undefined,
        { cluster: name, plugin: called, isSaid },
        { ...more, waitsFor: `the network plugin of ${name}`, hint: 'the name of a plugin that is known' },
      ),
    ]
  const { name: plugin, enforces: when, says: does, only } = known.value
  const because = { cluster: name, plugin, isSaid, does, known: `${known.source} (${known.asOf})` }
  const policies = part('policies', !(isSaid && when === 'never'), because, {
    ...more,
    cause: `network-plugin/${name}`,
    hint: 'a plugin that enforces policies; or enforcesPolicy: false, and what policies keep apart kept apart otherwise',
  })
  const on = placeOf(cluster)
  if (only === undefined || on === undefined) return [policies]
  return [
    policies,
    part(
      'runs',
      only === on,
      { cluster: name, plugin, only, on },
      { ...more, cause: `network-plugin/${name}`, hint: 'a plugin that runs there' },
    ),
  ]
}

function placeOf({ provider, distribution }: Cluster): string | undefined {
  const by = provider ?? managedClusterOf(distribution)?.provider
  return by ?? (isOnOneMachine(distribution) ? 'a machine of its own' : undefined)
}
