// The words for what is let in from outside by a controller that is not among the objects.

import type { Welcome } from '../../engine/reachability/stranger.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { isolating, namesOf } from '../reachability/connection-words.ts'
import { enforcedRows } from '../reachability/enforced-rows.ts'
import { refusalRows, type ToldRefusal } from '../reachability/miss-words.ts'
import { unknownText } from '../reachability/unknown-words.ts'
import type { Words } from '../verdict.ts'

export interface Enters {
  readonly from: string
  readonly to: string
  readonly at: string
  readonly is: Welcome['is']
  readonly isolatedBy: readonly Ref[]
  readonly by: readonly Ref[]
  readonly namespaces: readonly string[]
  readonly unknown: readonly string[]
  /** Rules on the pods that would let it in at another port. */
  readonly near: readonly ToldRefusal[]
  /** Nobody says whether the network plugin enforces policy. */
  readonly ifEnforced?: true
}

export function entersWords(because: Enters): Words {
  return { line: lineOf(because), rows: rowsOf(because) }
}

function lineOf({ from, to, at, is, isolatedBy, by, unknown }: Enters): string {
  const way = `${from} → ${to} at ${at}`
  if (is === 'open')
    return `${way}: ${isolatedBy.length === 0 ? 'no policy that is shown isolates it' : `let through by ${namesOf(by)}`}`
  if (is === 'may') return `${way}: let through by ${namesOf(by)}, if it is one of those`
  if (is === 'unknown') return `${way}: ${unknownText(unknown)}`
  if (is === 'own')
    return `${way}: ${namesOf(by)} lets in pods of its own namespace only, and nobody shows where ${from} runs`
  return `no rule lets ${from} in to ${to} at ${at}: ${isolating(isolatedBy, to)}`
}

function rowsOf({ is, from, namespaces, near, ifEnforced }: Enters): readonly (readonly [string, string])[] {
  if (is !== 'shut') return []
  const stands: readonly (readonly [string, string])[] =
    namespaces.length > 0 ? [[from, `stands in ${namespaces.join(', ')}, by all that is shown`]] : []
  return [...stands, ...refusalRows(near), ...enforcedRows(ifEnforced)]
}
