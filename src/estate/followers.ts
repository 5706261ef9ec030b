// Who replays whose archive, cluster after cluster: a store learns of those that follow it from elsewhere.

import { partsOf, type Ref } from '../kubernetes/types.ts'
import type { ArchiveName, Estate, Fact, FactOf, Follower } from './estate.ts'

/** The estates, in each of which the stores that others follow are told by whom. */
export function withFollowers(estates: readonly Estate[]): readonly Estate[] {
  const following = estates.flatMap((estate) => followsIn(estate).map((fact) => ({ fact, estate })))
  if (following.length === 0) return estates
  return estates.map((estate) => {
    const followed = estate.facts.flatMap((log) =>
      log.trait === 'backsUp' && log.archive
        ? following
            .filter((other) => isFollowed(log, estate, other))
            .map((other) => followedFact(log, other.fact, other.estate))
        : [],
    )
    return followed.length === 0 ? estate : { ...estate, facts: [...estate.facts, ...followed] }
  })
}

/** Of a store that writes or reads a log: under which name, and where it stands itself. */
export interface ArchiveEnd {
  readonly archive: ArchiveName
  readonly of: Ref
  readonly cluster: string
}

/** One name means one place: where whoever serves it is found from both. */
export function isSameArchive(a: ArchiveEnd, b: ArchiveEnd): boolean {
  const { place, endpoint, server } = a.archive
  if (place !== b.archive.place || endpoint !== b.archive.endpoint || server !== b.archive.server) return false
  if (isFromEverywhere(a.archive)) return true
  if (a.cluster !== b.cluster) return false
  return hostOf(endpoint).includes('.') || partsOf(a.of).namespace === partsOf(b.of).namespace
}

export function followsIn({ facts }: Estate): readonly FactOf<'follows'>[] {
  return facts.filter((fact): fact is FactOf<'follows'> => fact.trait === 'follows')
}

function isFollowed(
  { archive, of }: FactOf<'backsUp'>,
  { cluster }: Estate,
  { fact, estate }: { fact: FactOf<'follows'>; estate: Estate },
): boolean {
  const other = { archive: fact.archive, of: fact.of, cluster: estate.cluster }
  return archive !== undefined && isSameArchive({ archive, of, cluster }, other)
}

// `minio:9000` is another host in another namespace, `minio.storage.svc` in another cluster.
function isFromEverywhere({ endpoint }: ArchiveName): boolean {
  const host = hostOf(endpoint)
  return endpoint === undefined || (host.includes('.') && !/\.(svc|local)(\.|$)/.test(host))
}

function hostOf(endpoint = ''): string {
  return endpoint.replace(/^[a-z]+:\/\//, '').replace(/[:/].*$/, '')
}

function followedFact(log: FactOf<'backsUp'>, by: FactOf<'follows'>, estate: Estate): Fact {
  const { of, environment, component, name } = log
  const follower: Follower = {
    workload: by.of,
    cluster: estate.cluster,
    zones: zonesOf(estate),
    component: by.component,
    environment: by.environment,
  }
  const { standing, source } = by
  return { trait: 'followed', of, log: name, by: follower, standing, source, component, environment }
}

function zonesOf({ nodes }: Estate): Follower['zones'] {
  const zones = nodes.map(({ zone }) => zone)
  return zones.length === 0 || zones.includes(undefined)
    ? undefined
    : [...new Set(zones.filter((zone) => zone !== undefined))].sort()
}
