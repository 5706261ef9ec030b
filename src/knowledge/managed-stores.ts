// What services of providers take: how many members, in how many zones, of which machines, in which versions. Anything else
// is refused when it is asked for.

export interface ServiceShape {
  /** How many members one may ask for, given its zones; undefined where the table does not say. */
  readonly members?: { readonly fits: (members: number, zones: number | undefined) => boolean; readonly says: string }
  /** Fewest and most zones of those that are asked for. */
  readonly zones?: { readonly from: number; readonly to?: number; readonly says: string }
  /** How a word for one of its machines begins. */
  readonly sizes?: string
  /** Versions that can be asked for, as its own page numbers them. */
  readonly versions?: readonly string[]
  readonly source: string
}

/** Undefined for a service that is not in the table. */
export function serviceShape(service: string): ServiceShape | undefined {
  return Object.hasOwn(shapes, service) ? shapes[service] : undefined
}

const asOf = '2026-11-22'

const shapes: { readonly [service: string]: ServiceShape } = {
  'atlas-mongodb': {
    members: { fits: (count) => count >= 3 && count % 2 === 1, says: 'an odd number of them, three at least' },
    versions: ['7.0', '8.0'],
    source: `https://www.mongodb.com/docs/atlas/architecture/current/resiliency (${asOf})`,
  },
  elasticache: {
    sizes: 'cache.',
    versions: ['4.0', '5.0', '6.0', '6.2', '7.0', '7.1'],
    source: `https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html (${asOf})`,
  },
  memorydb: {
    sizes: 'db.',
    versions: ['6.2', '7.0', '7.1'],
    source: `https://docs.aws.amazon.com/memorydb/latest/devguide/engine-versions.html (${asOf})`,
  },
  msk: {
    members: {
      fits: (count, zones) => count > 0 && (zones === undefined || count % zones === 0),
      says: 'as many in each zone',
    },
    zones: { from: 2, to: 3, says: 'two zones or three' },
    sizes: 'kafka.',
    source: `https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html (${asOf})`,
  },
  rds: {
    sizes: 'db.',
    versions: ['11', '12', '13', '14', '15', '16', '17', '18'],
    source: `https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html (${asOf})`,
  },
}

// A deployment has one standby in a second zone, or two in three; others follow asynchronously, and people promote them.
const standbys = {
  source: `https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html, …/USER_ReadRepl.html (${asOf})`,
  zonesOf: new Map([
    [1, 2],
    [2, 3],
  ]),
}

/** In how many zones so many synchronous followers stand; undefined where there can be no such number, or nobody has looked. */
export function standbyZones(
  service: string,
  followers: number,
): { readonly zones?: number; readonly source: string } | undefined {
  if (service !== 'rds') return undefined
  const zones = standbys.zonesOf.get(followers)
  return { ...(zones !== undefined && { zones }), source: standbys.source }
}

const gib = 2 ** 30
// The most that keys and all else may take there (maxmemory), before anything is reserved for copies.
const memory: { readonly [machine: string]: number } = {
  large: 13.07,
  xlarge: 26.32,
  '2xlarge': 52.82,
  '4xlarge': 105.81,
  '8xlarge': 209.55,
  '12xlarge': 317.77,
  '16xlarge': 419.09,
}

/** What a machine of a cache has for keys; undefined for one that is not in the table. */
export function cacheBytes(size: string): { readonly bytes: number; readonly source: string } | undefined {
  const [, of = ''] = /^cache\.r[67]g\.(\w+)$/.exec(size) ?? []
  const found = Object.hasOwn(memory, of) ? memory[of] : undefined
  const source = `https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html (${asOf})`
  return found === undefined ? undefined : { bytes: Math.round(found * gib), source }
}

/** Whether a zone is one of a region, by its name; undefined where its name does not say its region. */
export function isZoneOf(region: string, zone: string): boolean | undefined {
  const [, own] = /^([a-z]{2}(?:-[a-z]+)+-\d+)[a-z]$/.exec(zone) ?? /^([a-z]+-[a-z]+\d+)-[a-z]$/.exec(zone) ?? []
  return own === undefined ? undefined : own === region
}

/** Whether a service answers a write only when it lies in several zones; false for one that is not in the table. */
export function writesBeforeItAnswers(service: string): boolean {
  return durable.has(service)
}

// https://docs.aws.amazon.com/memorydb/latest/devguide/durability.html (2026-11-22): a write is in the log of several zones first.
const durable: ReadonlySet<string> = new Set(['memorydb'])
