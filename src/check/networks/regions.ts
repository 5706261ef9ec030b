// A zone lies in one region, and what stands there lies in that region too: a group of nodes, a subnet, a store in a subnet.
// A provider refuses to make one of them in a zone of another region
// (docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html).

import { sourceOf } from '../../estate/source.ts'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import { isRegionLike, isZoneOfAny, regionOfZone } from '../../knowledge/zones.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Cluster, Segment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { clustersIn } from '../tiering/clusters-in.ts'
import type { Truth } from '../verdict.ts'
import { type NetworkUsed, networksIn } from './networks-in.ts'

type Rules = {
  zones: {
    readonly what: string
    readonly region: string
    readonly zones: readonly string[]
    readonly elsewhere: readonly (readonly [zone: string, region: string])[]
    readonly unknown: readonly string[]
    readonly known?: string
  }
  segment: { readonly what: string; readonly region: string; readonly segment: string; readonly of: string }
}

export const regions = defineQuestion<Rules>({
  id: 'regions',
  asks: 'Do zones, and what stands in them, lie in the region that is said of them?',

  *judge(world) {
    const { platform } = world
    for (const cluster of clustersIn(world))
      yield* findingOf([cluster.name], clusterParts(cluster), { noun: cluster, stated: cluster.stated })
    for (const network of networksIn(world))
      yield* findingOf([platform?.name ?? 'platform', 'network', network.of.name], networkParts(network), {
        noun: network.of,
        stated: network.of.stated,
      })
    for (const environment of platform ? environmentsOf(platform) : [])
      for (const component of componentsOf(environment))
        yield* findingOf([environment.name, component.name], storeParts(component), {
          noun: component,
          stated: traitsOf(component).stated,
          environment: environment.name,
        })
  },

  says: {
    zones: ({ what, region, zones, elsewhere, unknown, known }, truth) => {
      const rows = known === undefined ? [] : ([['known', known]] as const)
      if (truth === true) return { line: `every zone of ${what} lies in ${region}: ${zones.join(', ')}`, rows }
      const others = elsewhere.map(([zone, of]) => `${zone}, which lies in ${of}`)
      return {
        line:
          truth === false
            ? `${what} stands in ${region}, and is said to have ${others.join('; ')}: it is refused there`
            : `nobody knows ${unknown.join(', ')} of ${what} as a zone of ${region}`,
        rows,
      }
    },
    segment: ({ what, region, segment, of }, truth) =>
      truth === true
        ? `${what} stands in ${segment}, and both lie in ${region}`
        : `${what} is said to lie in ${region}, and stands in ${segment}, which lies in ${of}`,
  },
})

function* findingOf(
  id: readonly [string, ...string[]],
  parts: readonly AnyPart<Rules>[],
  { noun, stated, environment }: { noun: object; stated: Stated | undefined; environment?: string },
): Iterable<Finding<Rules>> {
  if (parts.length === 0) return
  const name = id.at(-1)
  yield {
    id,
    ...(environment !== undefined && { environment }),
    says: `${name} lies in one region`,
    source: sourceOf(noun, stated),
    parts,
  }
}

function clusterParts({ name, region, provider, distribution, nodes, nodePools, stated }: Cluster) {
  const by = provider ?? managedClusterOf(distribution)?.provider
  if (region === undefined && by === undefined) return []
  const zones = [...nodePools.flatMap((pool) => pool.zones), ...nodes.flatMap(({ zone }) => zone ?? [])]
  return zonesParts({ what: name, region, zones, provider: by, stated })
}

interface Zoned {
  readonly what: string
  readonly region: string | undefined
  readonly zones: readonly string[]
  /** Where it is known, each zone is one of its own. */
  readonly provider?: 'aws' | 'azure' | 'gcp' | undefined
  readonly stated: Stated | undefined
}

// Names that tell no region are anybody's, unless a provider is said that would have named them.
function zonesParts({ what, region: said, zones, provider, stated }: Zoned): readonly AnyPart<Rules>[] {
  const all = [...new Set(zones)].filter((zone) => !isZoneOfAny(zone)).sort(byCodePoint)
  const read = all.map((zone) => [zone, regionOfZone(zone, provider)] as const)
  const first = read.find(([, known]) => known)?.[1]
  const region = said ?? first?.region ?? provider
  const isOpen = ([, known]: (typeof read)[number]) =>
    known ? !isRegionLike(known, region ?? '') : provider !== undefined
  const unknown = read.filter(isOpen).map(([zone]) => zone)
  const told = read.flatMap(([zone, known]) => (known && !unknown.includes(zone) ? [[zone, known] as const] : []))
  const elsewhere = told.flatMap(([zone, known]) => (known.region === region ? [] : [[zone, known.region] as const]))
  if (region === undefined || told.length + unknown.length === 0) return []
  const truth: Truth = elsewhere.length > 0 ? false : unknown.length > 0 ? undefined : true
  return [
    part(
      'zones',
      truth,
      { what, region, zones: all, elsewhere, unknown, ...(first && { known: first.known }) },
      {
        cause: `region/${what}`,
        waitsFor: `the zones of ${what}`,
        hint: `zones of ${region}, or the region that these lie in`,
        stated: [stated],
      },
    ),
  ]
}

function networkParts({ of, segments }: NetworkUsed): readonly AnyPart<Rules>[] {
  return segments.flatMap(({ name, zones = [], stated }) =>
    zonesParts({ what: name, region: of.region, zones, stated: stated ?? of.stated }),
  )
}

function storeParts(component: Component): readonly AnyPart<Rules>[] {
  const { managed, in: segments = [], stated } = traitsOf(component)
  if (!managed) return []
  const { region, zones = [] } = managed
  return [
    ...zonesParts({ what: component.name, region, zones, stated: managed.stated ?? stated }),
    ...segments.flatMap((segment) => segmentPart(component.name, region, segment, [managed.stated, stated])),
  ]
}

function segmentPart(
  what: string,
  region: string | undefined,
  { name, of: network, stated }: Segment,
  cited: readonly (Stated | undefined)[],
): readonly AnyPart<Rules>[] {
  const of = network?.region
  if (region === undefined || of === undefined) return []
  const more = { cause: `region/${what}`, hint: `region: '${of}', or a segment of a network there` }
  return [part('segment', of === region, { what, region, segment: name, of }, { ...more, stated: [...cited, stated] })]
}
