// The fewest objects and fields that still show a finding, by leaving out and asking again (delta debugging), within bounds.

import type { Manifest } from '../../kubernetes/types.ts'

/** How often it may be asked, and how much may be read for that in all. */
export interface Effort {
  runs: number
  objects: number
}

export type Still = (manifests: readonly Manifest[]) => boolean

function asking(still: Still, effort: Effort): Still {
  return (manifests) => {
    effort.runs -= 1
    effort.objects -= manifests.length
    return effort.runs >= 0 && effort.objects >= 0 && still(manifests)
  }
}

/** Leaves out ever smaller groups of objects for as long as the finding stays. */
export function fewerObjects(all: readonly Manifest[], still: Still, effort: Effort): readonly Manifest[] {
  const holds = asking(still, effort)
  let left = all
  let size = Math.ceil(left.length / 2)
  while (size >= 1 && left.length > 1) {
    let isLess = false
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + size)]
      if (without.length > 0 && holds(without)) {
        left = without
        isLess = true
      } else at += size
    }
    if (size === 1 && !isLess) break
    size = isLess && size === 1 ? 1 : Math.floor(size / 2)
  }
  return left
}

/** Takes out every field, and every item of a list, without which the finding stays; the larger ones first. */
export function fewerFields(all: readonly Manifest[], still: Still, effort: Effort): readonly Manifest[] {
  const holds = asking(still, effort)
  let left = all
  // What one field needed may be needless once that field is gone.
  for (let before = ''; before !== JSON.stringify(left); left = fewerOnce(left, holds)) before = JSON.stringify(left)
  return left
}

function fewerOnce(all: readonly Manifest[], holds: Still): readonly Manifest[] {
  let left = all
  for (const at of all.keys()) {
    const put = (manifest: Manifest) => left.map((one, i) => (i === at ? manifest : one))
    const holdsWith = (value: unknown) => holds(put(value as Manifest))
    left = put(withoutFields(left[at], [], holdsWith, (value) => value) as Manifest)
  }
  return left
}

const needed: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'metadata.name', 'metadata.namespace'])

// `whole` puts a value in the place that it has in the manifest.
function withoutFields(
  value: unknown,
  path: readonly string[],
  holds: (manifest: unknown) => boolean,
  whole: (value: unknown) => unknown,
): unknown {
  if (typeof value !== 'object' || value === null) return value
  let left = value
  for (const key of Object.keys(value).reverse()) {
    const inner = [...path, key]
    const without = withoutKey(left, key)
    if (!needed.has(inner.join('.')) && holds(whole(without))) left = without
    else {
      const kept = left
      const put = (field: unknown) => withKey(kept, key, field)
      left = put(withoutFields(own(kept, key), inner, holds, (field) => whole(put(field)))) as object
    }
  }
  return left
}

function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value
}

function withoutKey(value: object, key: string): object {
  if (Array.isArray(value)) return value.filter((_, at) => `${at}` !== key)
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}

function withKey(value: object, key: string, field: unknown): object {
  if (Array.isArray(value)) return value.map((item, at) => (`${at}` === key ? field : item))
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, name === key ? field : held]))
}
