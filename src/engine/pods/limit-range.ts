// A LimitRange as the API server keeps it: what it says, and what it adds to what it says.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/v1/defaults.go:360 (SetDefaults_LimitRangeItem).
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, textOf } from './untrusted.ts'

export interface LimitRange {
  readonly ref: Ref
  readonly namespace: string
  readonly items: readonly LimitRangeItem[]
  readonly object: EstateObject
}

export interface LimitRangeItem {
  readonly type: string
  readonly min: Bounds
  readonly max: Bounds
  readonly default: Bounds
  readonly defaultRequest: Bounds
  readonly maxLimitRequestRatio: Bounds
}

/** Resource → the amount as written, and the field that it was written in (a default may come from `max`). */
export type Bounds = ReadonlyMap<string, Bound>

export interface Bound {
  readonly written: string | number
  readonly path: readonly (string | number)[]
}

/** Namespace → its LimitRanges by name. The API server applies several in no promised order. */
export function limitRangesOf(objects: readonly EstateObject[]): ReadonlyMap<string, readonly LimitRange[]> {
  const found = new Map<string, LimitRange[]>()
  for (const object of objects) {
    if (object.manifest.kind !== 'LimitRange' || object.manifest.apiVersion !== 'v1') continue
    const range = readLimitRange(object)
    found.set(range.namespace, [...(found.get(range.namespace) ?? []), range])
  }
  for (const ranges of found.values()) ranges.sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
  return found
}

function readLimitRange(object: EstateObject): LimitRange {
  const items = fieldsIn(fieldsOf(object.manifest.spec).limits)
  return {
    ref: object.ref,
    namespace: partsOf(object.ref).namespace,
    items: items.map((item, index) => readItem(item, index)),
    object,
  }
}

function readItem(item: { readonly [field: string]: unknown }, index: number): LimitRangeItem {
  const bounds = (field: string) => readBounds(item[field], ['spec', 'limits', index, field])
  const type = textOf(item.type) ?? ''
  const [min, max, ratio] = [bounds('min'), bounds('max'), bounds('maxLimitRequestRatio')]
  const said = { type, min, max, maxLimitRequestRatio: ratio }
  if (type !== 'Container') return { ...said, default: bounds('default'), defaultRequest: bounds('defaultRequest') }

  const limits = new Map([...max, ...bounds('default')])
  return { ...said, default: limits, defaultRequest: new Map([...min, ...limits, ...bounds('defaultRequest')]) }
}

function readBounds(list: unknown, path: readonly (string | number)[]): Bounds {
  const bounds = new Map<string, Bound>()
  for (const [resource, written] of Object.entries(fieldsOf(list))) {
    if (typeof written === 'string' || typeof written === 'number')
      bounds.set(resource, { written, path: [...path, resource] })
  }
  return bounds
}
