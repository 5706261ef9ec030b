// What one entry of a file names, found; and every slip in it told where it is written.

import { unseenFor } from '../../engine/unseen.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Problem } from '../../platform/problem.ts'
import type { Wrong } from '../../platform/validate.ts'
import { foundWords, quoted } from '../../platform/words.ts'
import { type Index, isJob, type Named, type Place, podLabelsOf } from './index-of.ts'

export interface Found {
  readonly at: ReadManifest['at']
  readonly say: (wrong: Wrong) => void
  /** The workload of a reference; says what is wrong where there is none. */
  readonly workload: (written: unknown, path: string) => Named | undefined
  /** The workloads of references, and of namespaces with labels; undefined where one of them is not there. */
  readonly workloads: (written: readonly unknown[], path: string, jobs?: 'too') => readonly Named[] | undefined
  /** Whether the entry may be about this cluster. */
  readonly isMeant: (cluster: string) => boolean
  /** The same entry, with what stands on one cluster only. */
  readonly on: (cluster: string) => Found
  /** A namespace, or a cluster as a whole. */
  readonly place: (written: unknown, path: string) => Place | undefined
}

interface Entry {
  /** The only cluster that is meant. */
  readonly cluster: string | undefined
  /** `facts` or `promises`, for messages. */
  readonly of: string
  readonly at: ReadManifest['at']
  readonly lineOf: (path: readonly (string | number)[]) => { line: number; column: number } | undefined
  readonly problems: Problem[]
}

export function foundIn(index: Index, entry: Entry): Found {
  const { of, at, lineOf, problems } = entry
  const say = ({ path, found, allowed, didYouMean }: Wrong) => {
    const field = { ...at, ...lineOf(path.split(/[.[\]]+/).flatMap(pathPart)) }
    problems.push({ of, path, at: field, found, allowed, ...(didYouMean && { didYouMean }) })
  }
  const isHere = (place: Place) => entry.cluster === undefined || place.cluster === entry.cluster
  const lookUp: LookUp = { index, isHere, say }
  const workload = (written: unknown, path: string) => workloadOf(written, path, lookUp)
  return {
    at,
    say,
    workload,
    isMeant: (cluster) => entry.cluster === undefined || entry.cluster === cluster,
    on: (cluster) => foundIn(index, { ...entry, cluster: entry.cluster ?? cluster }),
    place: (written, path) => placeOf(written, path, lookUp),
    workloads(written, path, jobs) {
      const found = written.map((one, i) =>
        typeof one === 'object' && one !== null
          ? selected(one, `${path}[${i}]`, lookUp, jobs)
          : (madeOf(one, lookUp) ?? workload(one, `${path}[${i}]`)),
      )
      return found.includes(undefined) ? undefined : [...new Set(found.flatMap((one) => one ?? []))]
    },
  }
}

interface LookUp {
  readonly index: Index
  readonly isHere: (place: Place) => boolean
  readonly say: (wrong: Wrong) => void
}

function pathPart(part: string): readonly (string | number)[] {
  if (part === '') return []
  return [/^\d+$/.test(part) ? Number(part) : part]
}

function workloadOf(written: unknown, path: string, { index, isHere, say }: LookUp): Named | undefined {
  const found = typeof written === 'string' ? (index.workloads.get(written)?.filter(isHere) ?? []) : []
  const [one, ...others] = found
  if (one && others.length === 0) return one
  const clusters = [...new Set(found.map(({ cluster }) => cluster))]
  if (one && clusters.length > 1)
    say({ path, found: `${written} in ${clusters.join(', ')}`, allowed: 'one cluster, said by in: or cluster:' })
  else if (one)
    say({ path, found: `${written}, which is several`, allowed: `one of ${found.map(({ ref }) => ref).join(', ')}` })
  else say({ path, ...absent(written, index, isHere) })
  return undefined
}

/** All that is made of one resource of an operator on one cluster, where that is several. */
function madeOf(written: unknown, { index, isHere }: LookUp): readonly Named[] | undefined {
  const found = typeof written === 'string' ? (index.workloads.get(written)?.filter(isHere) ?? []) : []
  const isOne = new Set(found.map(({ cluster }) => cluster)).size === 1
  return found.length > 1 && isOne ? found : undefined
}

function absent(written: unknown, { workloads, estates }: Index, isHere: LookUp['isHere']): Omit<Wrong, 'path'> {
  const allowed = 'a workload among the files, as StatefulSet/shop/ledger-db'
  if (typeof written !== 'string') return { found: foundWords(written), allowed }
  const known = [...workloads].flatMap(([ref, named]) => (named.some(isHere) ? [ref] : []))
  const didYouMean = nearestRef(written, known.toSorted())
  const unseen = didYouMean === undefined ? mayHold(written, estates) : undefined
  const found = `${quoted(written)}, which is not there${unseen ? `, unless in what was not read: ${unseen}` : ''}`
  return { found, allowed, ...(didYouMean !== undefined && { didYouMean }) }
}

// A long namespace is no reason to take one name for another: the same name elsewhere is meant first, then one near it.
function nearestRef(written: string, known: readonly string[]): string | undefined {
  const name = written.slice(written.lastIndexOf('/') + 1)
  const named = Map.groupBy(known, (ref) => ref.slice(ref.lastIndexOf('/') + 1))
  const found = named.get(name) ?? named.get(nearest(name, [...named.keys()]) ?? '') ?? []
  return nearest(written, found) ?? found[0]
}

function mayHold(written: string, estates: Index['estates']): string | undefined {
  if (!/^[^/]+\/[^/]*\/[^/]+$/.test(written)) return undefined
  const { kind, namespace } = partsOf(written as Ref)
  return estates.flatMap((estate) => unseenFor(estate, { kind, namespace }))[0]?.says
}

function placeOf(written: unknown, path: string, { index: { places }, isHere, say }: LookUp): Place | undefined {
  const found = typeof written === 'string' ? (places.get(written)?.filter(isHere) ?? []) : []
  const [one, ...others] = found
  if (one && others.length === 0) return one
  const names = [...places].flatMap(([name, of]) => (of.some(isHere) ? [name] : [])).toSorted()
  const own = found.map(({ environment, cluster }) => environment ?? cluster)
  const near = typeof written === 'string' ? nearest(written, names) : undefined
  if (one) say({ path, found: `${written} in ${own.length} clusters`, allowed: `one of ${own.join(', ')}` })
  else
    say({
      path,
      found: typeof written === 'string' ? `${quoted(written)}, where nothing stands` : foundWords(written),
      allowed: `a namespace of the files: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`,
      ...(near !== undefined && { didYouMean: near }),
    })
  return undefined
}

/** `{ in: shop, labels: { tier: web } }`: what stands in a namespace and whose pods carry these labels. */
function selected(written: object, path: string, lookUp: LookUp, jobs?: 'too'): readonly Named[] | undefined {
  const { in: where, labels = {} } = written as { readonly in?: unknown; readonly labels?: object }
  const place = placeOf(where, `${path}.in`, lookUp)
  if (!place) return undefined
  const all = lookUp.index.inPlace(place).filter((one) => jobs === 'too' || !isJob(one))
  const found = all.filter((one) => {
    const own = podLabelsOf(one)
    return Object.entries(labels).every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)
  })
  if (found.length > 0) return found
  lookUp.say({ path, found: 'nothing that it selects', allowed: 'labels that pods of a workload there carry' })
  return undefined
}
