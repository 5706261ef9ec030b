// Where a live cluster differs from what is written for it: what is not there, and each written field that says otherwise
// there. What the cluster filled in by itself is no difference.

import { compareQuantity, tryQuantity } from '../../kubernetes/quantity.ts'
import type { Manifest, Ref } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import type { EstateObject } from '../estate.ts'

export interface Difference {
  readonly ref: Ref
  /** The field that differs; none where the whole object is not there. */
  readonly path?: readonly (string | number)[]
  readonly written?: unknown
  readonly live?: unknown
  readonly at?: Position
}

// More of one object say no more than these.
const mostPerObject = 5

/** What was read of files and differs on the cluster, in the order of what is written. Secrets are never compared. */
export function differencesOf(written: readonly EstateObject[], live: readonly EstateObject[]): readonly Difference[] {
  const there = new Map(live.map(({ ref, manifest }) => [ref, manifest]))
  return written
    .filter(({ origin, manifest, implied }) => origin === 'read' && !implied && manifest.kind !== 'Secret')
    .flatMap(({ ref, manifest, source }): readonly Difference[] => {
      const found = there.get(ref)
      if (!found) return [{ ref, at: source.at }]
      return fieldsThat(manifest, found)
        .slice(0, mostPerObject)
        .map((field) => ({ ref, ...field, at: source.lineOf?.(field.path) ?? source.at }))
    })
}

type Path = readonly (string | number)[]

interface FieldDifference {
  readonly path: Path
  readonly written: unknown
  readonly live: unknown
}

function fieldsThat(written: Manifest, live: Manifest): readonly FieldDifference[] {
  const { labels } = written.metadata
  const { apiVersion: _, kind: __, metadata: ___, status: ____, ...rest } = written
  return [
    ...comparison(labels, live.metadata.labels, ['metadata', 'labels']),
    ...Object.entries(rest).flatMap(([key, value]) => comparison(value, own(live, key), [key])),
  ]
}

function comparison(written: unknown, live: unknown, path: Path): readonly FieldDifference[] {
  if (isEmpty(written) || isUntold(live, path)) return []
  if (Array.isArray(written) && Array.isArray(live)) return listComparison(written, live, path)
  if (isFields(written) && isFields(live))
    return Object.entries(written).flatMap(([key, value]) => comparison(value, own(live, key), [...path, key]))
  return isSame(written, live) ? [] : [{ path, written, live }]
}

// Lists of named things are compared by name, as the API server merges them.
function listComparison(written: readonly unknown[], live: readonly unknown[], path: Path): readonly FieldDifference[] {
  const key = ['name', 'containerPort', 'mountPath', 'port', 'key', 'topologyKey', 'ip'].find((name) =>
    [...written, ...live].every((item) => isFields(item) && own(item, name) !== undefined),
  )
  if (key === undefined) {
    if (written.length !== live.length) return [{ path, written, live }]
    return written.flatMap((item, at) => comparison(item, live[at], [...path, at]))
  }
  return written.flatMap((item, at) => {
    const same = live.find((other) => own(other, key) === own(item, key))
    return same === undefined
      ? [{ path: [...path, at], written: item, live: undefined }]
      : comparison(item, same, [...path, at])
  })
}

// The API server drops what is empty and says its defaults in full.
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

// A snapshot keeps no values of ConfigMaps, and none that were redacted.
function isUntold(live: unknown, path: Path): boolean {
  return (
    live === '(redacted)' ||
    live === 'redacted.invalid' ||
    ((path[0] === 'data' || path[0] === 'binaryData') && live === '')
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
