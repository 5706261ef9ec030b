// Blocks of addresses: a subnet is cut out of the block of its network, and no two of one network share an address; a pod
// gets an address of the block that its cluster has for pods, or waits for one
// (docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html; kubernetes.io/docs/concepts/cluster-administration/networking).

import { blockOf, covers, overlaps } from '../../engine/reachability/address.ts'
import { sourceOf } from '../../estate/source.ts'
import type { Cluster, Network, Segment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { clustersIn } from '../tiering/clusters-in.ts'
import type { View, World } from '../world.ts'
import { networksIn, networksOf } from './networks-in.ts'

type Rules = {
  within: { readonly segment: string; readonly block: string; readonly network: string; readonly of: string }
  apart: { readonly segment: string; readonly block: string; readonly others: readonly (readonly [string, string])[] }
  pods: {
    readonly cluster: string
    readonly blocks: readonly string[]
    readonly addresses: string
    readonly pods: number
    readonly nodes: number
  }
  shared: { readonly cluster: string; readonly block: string; readonly network: string; readonly of: string }
}

// The kubelet's own limit (--max-pods), where nobody says another (kubernetes.io/docs/setup/best-practices/cluster-large).
const podsPerNode = 110

export const addresses = defineQuestion<Rules>({
  id: 'addresses',
  asks: 'Do blocks of addresses lie in their network, apart from each other, with one for each pod?',

  *judge(world) {
    const networks = networksIn(world)
    for (const { of, segments } of networks) {
      const parts = segments.flatMap((segment) => segmentParts(segment, of, segments))
      if (parts.length > 0)
        yield {
          id: [world.platform?.name ?? 'platform', 'network', of.name],
          says: `the segments of ${of.name} have addresses of their own, of its block`,
          source: sourceOf(of, of.stated),
          parts,
        }
    }
    for (const cluster of clustersIn(world)) {
      const view = world.views.find(({ estate }) => estate.cluster === cluster.name)
      const blocks = cluster.cni?.pods
      if (!view || blocks === undefined) continue
      yield {
        id: [cluster.name, 'pods'],
        cluster: cluster.name,
        says: `there is an address for each pod of ${cluster.name}, and nobody else has it`,
        source: sourceOf(cluster, cluster.cni?.stated, cluster.stated),
        parts: [podsPart(cluster, blocks, view), ...sharedParts(cluster, blocks, world)],
      }
    }
  },

  says: {
    within: ({ segment, block, network, of }, truth) =>
      `${segment}, ${block}, ${truth === true ? 'is cut out of' : 'does not lie in'} ${network}, ${of}`,
    apart: ({ segment, block, others }, truth) =>
      truth === true
        ? `${segment} shares none of ${block}`
        : `${segment} shares addresses of ${block} with ${others.map(([name, of]) => `${name}, ${of}`).join('; ')}`,
    pods: ({ blocks, addresses: all, pods, nodes }, truth) => {
      const has = `${blocks.join(', ')} ${blocks.length === 1 ? 'has' : 'have'} ${all} addresses`
      const most = nodes * podsPerNode
      const rows = `${countOf(nodes, 'node')} of ${podsPerNode} pods each would take ${most}`
      return truth === true
        ? `${has} for ${countOf(pods, 'pod')}; ${rows}`
        : `${has}, and there are ${countOf(pods, 'pod')}`
    },
    shared: ({ cluster, block, network, of }) =>
      `pods of ${cluster} get addresses of ${block}, and ${network} has ${of}: what answers there is a pod, or nobody`,
  },
})

function segmentParts({ name, cidr, stated }: Segment, network: Network, all: readonly Segment[]) {
  const block = cidr === undefined ? undefined : blockOf(cidr)
  const whole = network.cidr === undefined ? undefined : blockOf(network.cidr)
  if (!block || cidr === undefined) return []
  const others = all.flatMap(({ name: other, cidr: of = '' }): readonly (readonly [string, string])[] => {
    const theirs = blockOf(of)
    return other !== name && theirs && overlaps(block, theirs) ? [[other, of]] : []
  })
  const more = { cause: `addresses/${network.name}/${name}`, stated: [stated, network.stated] }
  const parts: AnyPart<Rules>[] = []
  if (whole && network.cidr !== undefined)
    parts.push(
      part(
        'within',
        covers(whole, block),
        { segment: name, block: cidr, network: network.name, of: network.cidr },
        { ...more, hint: `a block of ${network.cidr}` },
      ),
    )
  if (all.some((one) => one.name !== name && one.cidr !== undefined))
    parts.push(
      part(
        'apart',
        others.length === 0,
        { segment: name, block: cidr, others },
        { ...more, hint: 'a block of its own' },
      ),
    )
  return parts
}

// As many as there may be at once, on as many nodes as there may be.
function podsPart({ name, cni, nodePools, nodes, stated }: Cluster, blocks: readonly string[], { pods }: View) {
  const all = blocks.reduce((sum, text) => {
    const block = blockOf(text)
    return block ? sum + (block.last - block.first + 1n) : sum
  }, 0n)
  const most = pods.reduce((sum, { count, scales }) => sum + Math.max(count, scales?.max ?? 0), 0)
  const further = nodePools.reduce((sum, pool) => sum + furtherOf(pool.nodes), 0)
  return part(
    'pods',
    all >= BigInt(most),
    { cluster: name, blocks, addresses: `${all}`, pods: most, nodes: nodes.length + further },
    { cause: `pod-addresses/${name}`, hint: 'a larger block, or one more', stated: [cni?.stated ?? stated] },
  )
}

function furtherOf(nodes: Cluster['nodePools'][number]['nodes']): number {
  return typeof nodes === 'object' ? nodes.to - nodes.from : 0
}

// Of the networks in which something of its environments stands. Where the cluster stands in one itself, its plugin hands out
// addresses of that one.
function sharedParts({ name, cni, in: own, stated }: Cluster, blocks: readonly string[], { platform }: World) {
  const segments: readonly Segment[] = own === undefined ? [] : 'is' in own ? [own] : own
  const here = (platform ? environmentsOf(platform) : []).filter(({ on }) => on.name === name)
  return networksOf(here).flatMap(({ of: { name: network, cidr, stated: said } }) => {
    const whole = cidr === undefined ? undefined : blockOf(cidr)
    if (!whole || cidr === undefined || segments.some(({ of }) => of?.name === network)) return []
    return blocks.flatMap((text) => {
      const block = blockOf(text)
      if (!block || !overlaps(block, whole)) return []
      return [
        part(
          'shared',
          false,
          { cluster: name, block: text, network, of: cidr },
          {
            cause: `addresses/${network}/${name}`,
            hint: 'a block for pods that no network has which they call',
            stated: [cni?.stated ?? stated, said],
          },
        ),
      ]
    })
  })
}
