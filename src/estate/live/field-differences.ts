// The fields of a written object that say otherwise on the cluster. Only what is written is asked for: what the API server
// filled in, and what others added, is none of it.

import { compareQuantity, tryQuantity } from '../../kubernetes/quantity.ts'
import type { Manifest } from '../../kubernetes/types.ts'

export type Path = readonly (string | number)[]

export interface FieldDifference {
  /** In what is written. */
  readonly path: Path
  /** The path with members of lists by name: `spec.template.spec.containers[orders].image`. */
  readonly name: string
  readonly written: unknown
  readonly live: unknown
}

interface Told {
  /** Free text and addresses were taken out of what is shown of the cluster. */
  readonly redacted: boolean
}

/** In the order of what is written; status and annotations are the cluster's own. */
export function fieldsThatDiffer(written: Manifest, live: Manifest, told: Told): readonly FieldDifference[] {
  const { labels } = written.metadata
  const { apiVersion: _, kind: __, metadata: ___, status: ____, ...rest } = written
  const compare = comparison(told)
  return [
    ...compare(labels, live.metadata.labels, { path: ['metadata', 'labels'], name: 'metadata.labels' }),
    ...Object.entries(rest).flatMap(([key, value]) => compare(value, own(live, key), { path: [key], name: key })),
  ]
}

interface Place {
  readonly path: Path
  readonly name: string
}

type Compare = (written: unknown, live: unknown, place: Place) => readonly FieldDifference[]

function comparison(told: Told): Compare {
  const compare: Compare = (written, live, place) => {
    if (isNothing(written, live) || isUntold(live, place.path, told)) return []
    if (Array.isArray(written) && Array.isArray(live)) return ofLists(written, live, place)
    if (isFields(written) && isFields(live))
      return Object.entries(written).flatMap(([key, value]) =>
        compare(value, own(live, key), { path: [...place.path, key], name: `${place.name}.${key}` }),
      )
    return isSame(written, live) ? [] : [{ ...place, written, live }]
  }

  // Lists of named things are compared by name, as the API server merges them.
  const ofLists = (written: readonly unknown[], live: readonly unknown[], place: Place): readonly FieldDifference[] => {
    const key = keys.find((name) => [...written, ...live].every((item) => own(item, name) !== undefined))
    if (key === undefined && written.length !== live.length) return [{ ...place, written, live }]
    const byKey = key === undefined ? undefined : Map.groupBy(live, (item) => own(item, key))
    return written.flatMap((item, index) => {
      const named = key === undefined ? `${index}` : `${own(item, key)}`
      const here = { path: [...place.path, index], name: `${place.name}[${named}]` }
      const same = key === undefined ? [live[index]] : (byKey?.get(own(item, key)) ?? [])
      // Two members may have one name (a port by TCP and by UDP): one that is alike is meant.
      const found = same.map((other) => compare(item, other, here)).sort((a, b) => a.length - b.length)
      return found[0] ?? [{ ...here, written: item, live: undefined }]
    })
  }
  return compare
}

const keys = ['name', 'mountPath', 'containerPort', 'port', 'key', 'topologyKey', 'ip']

/** The API server drops what is empty, and does not say what is false or 0 without being asked. */
function isNothing(written: unknown, live: unknown): boolean {
  if (written === undefined || written === null || written === '') return true
  if (written === false || written === 0) return live === undefined
  if (Array.isArray(written)) return written.length === 0
  return isFields(written) && Object.values(written).every((value) => isNothing(value, undefined))
}

const addresses: ReadonlySet<unknown> = new Set([
  'externalIPs',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'addresses',
  'hostAliases',
])

// A snapshot keeps no values of ConfigMaps, and none that were redacted; certificates are put in by who has them.
function isUntold(live: unknown, path: Path, { redacted }: Told): boolean {
  if (path.at(-1) === 'caBundle') return true
  if ((path[0] === 'data' || path[0] === 'binaryData') && live === '') return true
  if (!redacted) return false
  const [only] = Array.isArray(live) && live.length === 1 ? live : [live]
  return (
    (live === undefined && addresses.has(path.at(-1))) ||
    (typeof only === 'string' && (only === '(redacted)' || only.startsWith('redacted.invalid')))
  )
}

function isSame(written: unknown, live: unknown): boolean {
  if (written === live) return true
  if (!isScalar(written) || !isScalar(live)) return false
  const [one, other] = [tryQuantity(written), tryQuantity(live)]
  return one !== undefined && other !== undefined && compareQuantity(one, other) === 0
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function own(value: unknown, key: string): unknown {
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isFields(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
