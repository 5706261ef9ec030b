// What a promises file says, one document per entry, so that each can be left out: the facts, and the promise that is asked for.

import type { Verdict } from '../../check/verdict.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'

type Entry = { readonly [field: string]: unknown }

/** In a folder that is one cluster: the names of clusters are left out. */
export function promiseDocuments(
  files: readonly ReadManifest[],
  { kind, at }: Pick<Verdict, 'kind' | 'at'>,
  cluster: string,
  others: readonly string[],
): readonly Manifest[] {
  return files.flatMap(({ manifest, at: { file }, lineOf }) => {
    const { apiVersion, kind: document, facts, promises, procedures, cluster: only } = manifest as Manifest & Entry
    if (only !== undefined && only !== cluster) return []
    const base = { apiVersion, kind: document }
    const isAsked = (i: number) => kind === 'promise' && file === at?.file && lineOf(['promises', i])?.line === at.line
    const made = [
      ...listOf(facts)
        .filter((fact) => !isOf(fact, others))
        .map((fact) => ({ ...base, facts: [inOne(fact, cluster)] })),
      ...listOf(promises)
        .filter((_, i) => isAsked(i))
        .map((promise) => ({
          ...base,
          ...(procedures !== undefined && { procedures }),
          promises: [inOne(promise, cluster)],
        })),
    ]
    return made as unknown as readonly Manifest[]
  })
}

function listOf(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value : []
}

function isOf({ in: place }: Entry, clusters: readonly string[]): boolean {
  return clusters.some((one) => place === one || (typeof place === 'string' && place.startsWith(`${one}/`)))
}

// `in: prod/shop` is `in: shop` there, and the cluster as a whole has no name of its own.
function inOne(entry: Entry, cluster: string): Entry {
  const named = Object.entries(entry).map(([field, value]) => {
    if (
      typeof value !== 'string' ||
      !['in', 'separates', 'to', 'fits', 'resolves', 'audits', 'hardened'].includes(field)
    )
      return [field, value]
    if (value === cluster) return [field, 'cluster']
    return [field, value.startsWith(`${cluster}/`) ? value.slice(cluster.length + 1) : value]
  })
  return Object.fromEntries(named)
}
