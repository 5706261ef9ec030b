// Who replays whose archive, cluster after cluster: a store learns of those that follow it from elsewhere.

import type { ArchiveName, Estate, Fact, FactOf, Follower } from './estate.ts'

/** The estates, in each of which the stores that others follow are told by whom. */
export function withFollowers(estates: readonly Estate[]): readonly Estate[] {
  const following = estates.flatMap((estate) => followsIn(estate).map((fact) => ({ fact, estate })))
  if (following.length === 0) return estates
  return estates.map((estate) => {
    const followed = estate.facts.flatMap((log) =>
      log.trait === 'backsUp' && log.archive
        ? following
            .filter((other) => log.archive && isSameArchive(log.archive, estate, other.fact.archive, other.estate))
            .map((other) => followedFact(log, other.fact, other.estate))
        : [],
    )
    return followed.length === 0 ? estate : { ...estate, facts: [...estate.facts, ...followed] }
  })
}

/** One name means one place: in the same cluster, and beyond it where whoever serves it is found from everywhere. */
function isSameArchive(a: ArchiveName, here: Estate, b: ArchiveName, there: Estate): boolean {
  if (a.place !== b.place || a.endpoint !== b.endpoint || a.server !== b.server) return false
  return here.cluster === there.cluster || isFromEverywhere(a)
}

export function followsIn({ facts }: Estate): readonly FactOf<'follows'>[] {
  return facts.filter((fact): fact is FactOf<'follows'> => fact.trait === 'follows')
}

// `minio:9000` and `minio.storage.svc` are other hosts in other clusters.
function isFromEverywhere({ endpoint }: ArchiveName): boolean {
  if (endpoint === undefined) return true
  const host = endpoint.replace(/^[a-z]+:\/\//, '').replace(/[:/].*$/, '')
  return host.includes('.') && !/\.(svc|local)(\.|$)/.test(host)
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
