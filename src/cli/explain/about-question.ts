// What a question reads, when it breaks, what it leaves open, and how to see it on a cluster.

import { explained } from '../../check/explained.ts'
import type { Verdict } from '../../check/verdict.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { rows } from '../text/wrap.ts'

type About = Pick<Verdict, 'about' | 'subject'>

/** Lines for one question, about the object of a verdict where there is one; none for a kind of promise. */
export function questionLines(
  question: string,
  verdict: About | undefined,
  width: number | undefined,
): readonly string[] {
  const found = Object.hasOwn(explained, question) ? explained[question] : undefined
  if (!found) return []
  const { reads, broken, open, confirm, kinds } = found
  const table = [
    ['reads', reads],
    ['broken', `where ${broken}`],
    ['left open', open],
    ['to see it', named(confirm, objectOf(verdict, kinds))],
  ] as const
  return rows(table, '  ', width)
}

/** Why nothing is judged of it: `no budget covers fx-hedger, so there is nothing to judge`. */
export function whyNoVerdict(id: string): string | undefined {
  const [question = '', ...subject] = id.split('/')
  const absent = Object.hasOwn(explained, question) ? explained[question]?.absent : undefined
  return absent?.replaceAll('{name}', subject.at(-1) ?? '')
}

function objectOf(verdict: About | undefined, kinds: readonly string[] = []): Ref | undefined {
  const about = verdict?.about ?? []
  return about.find((ref) => kinds.includes(partsOf(ref).kind)) ?? (kinds.length === 0 ? about[0] : undefined)
}

// What is no name could mean something to a shell.
const name = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i

function named(command: string, ref: Ref | undefined): string {
  const parts = ref && partsOf(ref)
  const fill = (text: string | undefined, otherwise: string) =>
    text !== undefined && name.test(text) ? text : otherwise
  return command
    .replaceAll('{kind}', fill(parts?.kind.toLowerCase(), 'KIND'))
    .replaceAll('{namespace}', fill(parts?.namespace, 'NAMESPACE'))
    .replaceAll('{name}', fill(parts?.name, 'NAME'))
}
