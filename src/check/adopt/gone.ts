// Why nobody asks about a thing any more: it went out of the files, or only what asked about it did. The second mends nothing.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Report } from '../report.ts'

/** Something that was judged once: its id, and the objects that it was about. */
interface Judged {
  readonly id: string
  readonly cluster?: string
  readonly about?: readonly Ref[]
}

/** Whether an object that the id names, or else every object that it is about, is no longer among what is judged. */
export function goneFrom({ held = [] }: Pick<Report, 'held'>): (judged: Judged) => boolean {
  const refsIn = new Map(held.map(({ cluster, refs }) => [cluster, new Set(refs)]))
  const [only] = refsIn.size === 1 ? refsIn.values() : []
  return ({ id, cluster, about = [] }) => {
    const refs = cluster === undefined ? only : refsIn.get(cluster)
    // Of a cluster that is not there at all nothing can be told.
    if (!refs || about.length === 0) return false
    // `edge/gateway/payments.money:http` names gateway and payments.
    const words = new Set(id.split(/[/:]/).flatMap((word) => [word, word.split('.')[0]]))
    const named = about.filter((ref) => words.has(partsOf(ref).name))
    return named.length > 0 ? named.some((ref) => !refs.has(ref)) : about.every((ref) => !refs.has(ref))
  }
}
