// The words for pods that ask for the addresses of names.

import type { Welcome } from '../../engine/reachability/stranger.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import { isolating, namesOf } from '../reachability/connection-words.ts'
import { enforcedRows } from '../reachability/enforced-rows.ts'
import { refusalRows, type ToldRefusal } from '../reachability/miss-words.ts'
import { rulesText, type ToldRule } from '../reachability/peer-words.ts'
import { unknownText } from '../reachability/unknown-words.ts'
import type { Words } from '../verdict.ts'

export interface LooksUp {
  readonly pods: string
  /** What they call by name, Services first. */
  readonly names: readonly string[]
  readonly is: Welcome['is']
  readonly isolatedBy: readonly Ref[]
  readonly by: readonly Ref[]
  readonly unknown: readonly string[]
  /** Rules that would let them out to DNS but for a protocol, or that are for other pods of the namespace. */
  readonly near: readonly ToldRefusal[]
  /** What the policies on these pods let out to other places than DNS. */
  readonly lets: readonly { readonly policy: Ref; readonly rules: readonly ToldRule[] }[]
  /** Where the pods say the label that such a rule does not take. */
  readonly labelled?: Position
  /** Nobody says whether the network plugin enforces policy. */
  readonly ifEnforced?: true
}

export function looksUpWords(because: LooksUp): Words {
  return { line: lineOf(because), rows: because.is === 'shut' ? shutRows(because) : [] }
}

function lineOf({ pods, names, is, isolatedBy, by, unknown }: LooksUp): string {
  const name = listed(names)
  if (is === 'open') return `${pods} asks for ${name}: let out to DNS by ${namesOf(by)}`
  if (is === 'shut')
    return `no rule lets ${pods} out to DNS at UDP 53: ${isolating(isolatedBy, pods)}, so ${name} cannot be resolved`
  if (is === 'unknown') return `${pods} asks for ${name}: ${unknownText(unknown)}`
  return `${pods} asks for ${name}: ${namesOf(by)} lets it out, and nobody shows whether DNS is there`
}

function shutRows({ near, lets, labelled, ifEnforced }: LooksUp): readonly (readonly [string, string])[] {
  const labels: readonly (readonly [string, string])[] = labelled
    ? [['', `the pods are labelled at ${labelled.file}:${labelled.line}`]]
    : []
  return [
    ...refusalRows(near),
    ...labels,
    ...lets.map(({ policy, rules }) => [partsOf(policy).name, `lets out ${rulesText(rules, 'to')}`] as const),
    ...enforcedRows(ifEnforced),
  ]
}

export function listed(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}
