// What a provider refuses when it is asked for: zones of another region, other numbers of members, machines of another
// service, versions that it does not have.

import { isZoneOf, standbyZones } from '../../knowledge/managed-stores.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { Asked } from './asked.ts'

export type ShapeParts = {
  zone: { service: string; region: string; zones: readonly string[]; others: readonly string[] }
  members: { service: string; members: number; zones?: number; says: string; source: string }
  standby: { service: string; followers: number; mode: string; zones?: number; wanted?: number; source: string }
  size: { service: string; size: string; begins: string; source: string }
  version: { service: string; version: string; versions: readonly string[]; source: string }
}

type Parts = readonly AnyPart<ShapeParts>[]

export function shapeParts(asked: Asked): Parts {
  return [
    ...zoneParts(asked),
    ...memberParts(asked),
    ...standbyParts(asked),
    ...sizeParts(asked),
    ...versionParts(asked),
  ]
}

function zoneParts({ managed: { name: service, region, zones = [] }, component, environment, at }: Asked): Parts {
  const here = region ?? environment.on.region
  if (here === undefined || zones.length === 0 || zones.every((zone) => isZoneOf(here, zone) === undefined)) return []
  const others = zones.filter((zone) => isZoneOf(here, zone) === false)
  const because = { service, region: here, zones, others }
  return [
    part('zone', others.length === 0, because, {
      cause: `zone-elsewhere/${environment.name}/${component.name}`,
      hint: `zones of ${here}`,
      at,
    }),
  ]
}

function memberParts({ managed: { name: service, zones }, shape, members, component, environment, at }: Asked): Parts {
  const cause = `not-offered/${environment.name}/${component.name}`
  const count = zones && new Set(zones).size
  const found: AnyPart<ShapeParts>[] = []
  if (shape?.members && members !== undefined) {
    const { fits, says } = shape.members
    const because = { service, members, ...(count !== undefined && { zones: count }), says, source: shape.source }
    found.push(part('members', fits(members, count), because, { cause, hint: says, at }))
  }
  if (shape?.zones && count !== undefined && members === undefined) {
    const { from, to = count, says } = shape.zones
    const because = { service, members: count, says, source: shape.source }
    found.push(part('members', count >= from && count <= to, because, { cause, hint: says, at }))
  }
  return found
}

function standbyParts({
  managed: { name: service, zones },
  traits,
  members,
  component,
  environment,
  sourceOf,
}: Asked): Parts {
  const { replicates } = traits
  if (replicates?.failover !== 'automatic' || members === undefined) return []
  const followers = members - 1
  const known = standbyZones(service, followers)
  if (!known) return []
  const { zones: wanted, source } = known
  const count = zones && new Set(zones).size
  const { mode } = replicates
  const isOffered = mode === 'synchronous' && wanted !== undefined && (count === undefined || count >= wanted)
  const because = {
    ...{ service, followers, mode, source },
    ...(count !== undefined && { zones: count }),
    ...(wanted !== undefined && { wanted }),
  }
  return [
    part('standby', isOffered, because, {
      cause: `no-standby/${environment.name}/${component.name}`,
      hint: "followers: 1 in two zones or 2 in three, replication: { mode: 'synchronous', failover: 'automatic' }",
      at: { source: sourceOf('replication') },
      stated: [replicates.stated],
    }),
  ]
}

function standbyWords({ service, followers, mode, zones, wanted, source }: ShapeParts['standby'], truth: Truth): Words {
  const rows = [['source', source]] as const
  if (mode !== 'synchronous')
    return { line: `${service} makes no follower the primary by itself that follows it ${mode}ly`, rows }
  if (wanted === undefined)
    return { line: `${service} has one synchronous follower or two, and ${followers} are asked for`, rows }
  const line = `${followers} synchronous ${followers === 1 ? 'follower' : 'followers'} of ${service} and their primary stand in ${wanted} zones`
  return { line: truth === true ? line : `${line}, and ${zones} are said`, rows }
}

function sizeParts({ managed: { name: service, size }, shape, component, environment, at }: Asked): Parts {
  if (size === undefined || shape?.sizes === undefined) return []
  const because = { service, size, begins: shape.sizes, source: shape.source }
  return [
    part('size', size.startsWith(shape.sizes), because, {
      cause: `no-such-machine/${environment.name}/${component.name}`,
      hint: `a machine of ${service}: ${shape.sizes}…`,
      at,
    }),
  ]
}

function versionParts({ managed: { name: service }, shape, component, environment, sourceOf }: Asked): Parts {
  const { version } = component.options
  const versions = shape?.versions
  if (typeof version !== 'string' || !shape || !versions) return []
  const isKnown = versions.some((one) => version === one || version.startsWith(`${one}.`))
  return [
    part(
      'version',
      isKnown ? true : undefined,
      { service, version, versions, source: shape.source },
      {
        cause: `no-such-version/${environment.name}/${component.name}`,
        waitsFor: `whether ${service} has version ${version}`,
        at: { source: sourceOf('version') },
      },
    ),
  ]
}

type WordsOf = { readonly [R in keyof ShapeParts]: (because: ShapeParts[R], truth: Truth) => string | Words }

export const shapeWords: WordsOf = {
  zone: ({ service, region, zones, others }, truth) =>
    truth === true
      ? `${zones.join(', ')} ${zones.length === 1 ? 'is a zone' : 'are zones'} of ${region}, where ${service} stands`
      : `${others.join(', ')} ${others.length === 1 ? 'is no zone' : 'are no zones'} of ${region}, where ${service} stands`,
  members: ({ service, members, zones, says, source }) => ({
    line: `${service} takes ${says}, and ${members}${zones === undefined ? '' : ` in ${zones} zones`} ${members === 1 ? 'is' : 'are'} asked for`,
    rows: [['source', source]],
  }),
  standby: standbyWords,
  size: ({ service, size, begins, source }, truth) => ({
    line: `machines of ${service} are called ${begins}…${truth === true ? `, as ${size} is` : `, and ${size} is asked for`}`,
    rows: [['source', source]],
  }),
  version: ({ service, version, versions, source }, truth) => ({
    line:
      truth === true
        ? `${service} has version ${version}`
        : `of ${service} the versions ${versions.join(', ')} are known, and ${version} is asked for`,
    rows: [['source', source]],
  }),
}
