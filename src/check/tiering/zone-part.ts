// A cluster of a provider stands in one region, and its machines in zones of that region, which bear its name.

import type { Cluster, Pool } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'

export interface Zoned {
  readonly pool: string
  readonly region: string
  readonly zones: readonly string[]
  /** Those of another region. */
  readonly others: readonly string[]
}

// `eu-west-1a` of AWS (docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html), `europe-west1-b`
// of Google Cloud (cloud.google.com/compute/docs/regions-zones). Names of another form, as numbers, tell no region.
const forms = [/^([a-z]{2,}(?:-[a-z]+)+-\d+)[a-z]$/, /^([a-z]+(?:-[a-z]+)+\d+)-[a-z]$/]

/** Nothing where nobody says the region, or no zone is called so that its region can be told. */
export function zonePart(
  { name, zones, stated }: Pool,
  { name: on, region }: Cluster,
): readonly Part<'zones', Zoned>[] {
  const told = zones.filter((zone) => regionOf(zone) !== undefined)
  if (region === undefined || told.length === 0) return []
  if (![`${region}a`, `${region}-a`].some((zone) => regionOf(zone) === region)) return []
  const others = told.filter((zone) => regionOf(zone) !== region)
  return [
    part(
      'zones',
      others.length === 0,
      { pool: name, region, zones, others },
      { cause: `other-region/${on}/${name}`, hint: `zones of ${region}, or another region of ${on}`, stated: [stated] },
    ),
  ]
}

function regionOf(zone: string): string | undefined {
  return forms.map((form) => form.exec(zone)?.[1]).find((region) => region !== undefined)
}

export function zoneWords({ pool, region, zones, others }: Zoned): string {
  return others.length === 0
    ? `machines of ${pool} stand in ${zones.join(', ')}, of the region ${region}`
    : `machines of ${pool} are to stand in ${others.join(', ')}, and their cluster stands in the region ${region}`
}
