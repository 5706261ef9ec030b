// The workloads that a file names, found among the objects of the estates.

import type { Estate } from '../../estate/estate.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Problem } from '../../platform/problem.ts'
import type { Wrong } from '../../platform/validate.ts'

export interface Named {
  readonly ref: Ref
  readonly name: string
  readonly namespace: string
  readonly environment: string
  readonly cluster: string
}

/** What one entry of a file finds, and where it tells what is wrong with it. */
export interface Found {
  readonly at: ReadManifest['at']
  readonly say: (wrong: Wrong) => void
  /** The workload of a reference; says what is wrong where there is none. */
  readonly workload: (written: unknown, path: string) => Named | undefined
}

interface Entry {
  readonly cluster: string | undefined
  readonly of: string
  readonly at: ReadManifest['at']
  readonly problems: Problem[]
}

const kinds: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'ReplicaSet'])

export function foundIn(estates: readonly Estate[], { cluster, of, at, problems }: Entry): Found {
  const say = ({ path, found, allowed, didYouMean }: Wrong) =>
    problems.push({ of, path, at, found, allowed, ...(didYouMean && { didYouMean }) })
  const asked = estates.filter((estate) => cluster === undefined || estate.cluster === cluster)
  const workload = (written: unknown, path: string) => {
    const found = asked.flatMap((estate) => namedIn(estate, written))
    const [one] = found
    if (one && found.length === 1) return one
    const clusters = found.map((each) => each.cluster).join(', ')
    if (one) say({ path, found: `${one.ref} in ${clusters}`, allowed: 'one cluster, said by cluster: in this file' })
    else say({ path, ...absent(written, asked) })
    return undefined
  }
  return { at, say, workload }
}

function namedIn({ objects, cluster }: Estate, written: unknown): readonly Named[] {
  return objects
    .filter(({ ref }) => ref === written && kinds.has(partsOf(ref).kind))
    .map(({ ref, environment = '' }) => {
      const { name, namespace = '' } = partsOf(ref)
      return { ref, name, namespace, environment, cluster }
    })
}

function absent(written: unknown, estates: readonly Estate[]): Omit<Wrong, 'path'> {
  const allowed = 'a workload among the files, as StatefulSet/shop/ledger-db'
  if (typeof written !== 'string') return { found: 'no name', allowed }
  const known = estates.flatMap(({ objects }) =>
    objects.map(({ ref }) => ref).filter((ref) => kinds.has(partsOf(ref).kind)),
  )
  const didYouMean = nearest(written, known.toSorted())
  return { found: `'${written}', which is not there`, allowed, ...(didYouMean && { didYouMean }) }
}
