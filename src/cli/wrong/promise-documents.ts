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
): readonly Manifest[] {
  return files.flatMap(({ manifest, at: { file }, lineOf }) => {
    const { apiVersion, kind: document, facts, promises, procedures } = manifest as Manifest & Entry
    const base = { apiVersion, kind: document }
    const isAsked = (i: number) => kind === 'promise' && file === at?.file && lineOf(['promises', i])?.line === at.line
    const made = [
      ...listOf(facts).map((fact) => ({ ...base, facts: [inOne(fact, cluster)] })),
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

// `in: prod/shop` is `in: shop` there.
function inOne(entry: Entry, cluster: string): Entry {
  const named = Object.entries(entry).map(([field, value]) =>
    typeof value === 'string' &&
    value.startsWith(`${cluster}/`) &&
    ['in', 'separates', 'to', 'fits', 'resolves'].includes(field)
      ? [field, value.slice(cluster.length + 1)]
      : [field, value],
  )
  return Object.fromEntries(named)
}
