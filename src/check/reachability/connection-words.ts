// A connection in words: what lets it through, or what stops it on which side.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { enforcedRows } from './enforced-rows.ts'
import { refusalRows, type ToldRefusal } from './miss-words.ts'
import { unknownText } from './unknown-words.ts'

/** Both ends by name, with the namespaces that their policies live in; `''` outside. */
export interface Ends {
  readonly from: string
  readonly to: string
  /** `TCP 8080`; empty where nobody says. */
  readonly at: string
  readonly fromNamespace: string
  readonly toNamespace: string
  /** The workloads that `from` or `to` stands for, where several are told at once. */
  readonly group?: readonly string[]
}

export interface Passing extends Ends {
  /** The policies whose rules let it out and in; none where nothing isolates. */
  readonly lets: readonly Ref[]
  /** Policies that would stop it if the network plugin enforced any. */
  readonly voided?: readonly Ref[]
  /** A pod that calls itself, whatever isolates it. */
  readonly isItself?: true
}

export interface Stopped extends Ends {
  readonly isolatedBy: readonly Ref[]
  readonly refusals: readonly ToldRefusal[]
  /** The rule that refuses it, by its policy and what it is called, or its number from 1. */
  readonly deniedBy?: { readonly policy: Ref; readonly rule: string }
  /** Nobody says whether the network plugin enforces policy: it is cut off, or the policies protect nothing. */
  readonly ifEnforced?: true
}

export interface Undecided extends Ends {
  readonly unknown: readonly string[]
}

/** The rules of a verdict about connections, with their data. */
export type ConnectionRules = { passes: Passing; egress: Stopped; ingress: Stopped; undecided: Undecided }

/** The words for those rules. */
export const connectionWords = {
  passes: ({ from, to, at, lets, group, voided = [], isItself }: Passing) => ({
    line: `${from} → ${placeText(to, at)}: ${isItself ? 'a pod that calls itself, whatever isolates it' : passesWhy(lets, voided)}`,
    rows: groupRows(group),
  }),
  egress: ({ from, to, at, isolatedBy, refusals, group, ifEnforced, deniedBy }: Stopped) => ({
    line: deniedBy
      ? `${deniedText(deniedBy)} refuses to let ${from} out to ${placeText(to, at)}`
      : `no rule lets ${from} out to ${placeText(to, at)}: ${isolating(isolatedBy, oneOrThem(from, group))}`,
    rows: [...refusalRows(refusals), ...groupRows(group), ...enforcedRows(ifEnforced, deniedBy)],
  }),
  ingress: ({ from, to, at, isolatedBy, refusals, group, ifEnforced, deniedBy }: Stopped) => ({
    line: deniedBy
      ? `${deniedText(deniedBy)} refuses to let ${from} in to ${placeText(to, at)}`
      : `no rule lets ${from} in to ${placeText(to, at)}: ${isolating(isolatedBy, oneOrThem(to, group))}`,
    rows: [...refusalRows(refusals), ...groupRows(group), ...enforcedRows(ifEnforced, deniedBy)],
  }),
  undecided: ({ from, to, at, unknown }: Undecided) => `${from} → ${placeText(to, at)}: ${unknownText(unknown)}`,
}

/** What opens a connection, or that the network plugin enforces nothing of what would stop it. */
export function passesWhy(lets: readonly Ref[], voided: readonly Ref[]): string {
  if (voided.length > 0) return `the network plugin enforces no policy, so ${namesOf(voided)} is void`
  return lets.length === 0 ? 'no policy that is shown isolates either' : `let through by ${namesOf(lets)}`
}

function deniedText({ policy, rule }: NonNullable<Stopped['deniedBy']>): string {
  const { kind, name } = partsOf(policy)
  return `${rule} of ${kind} ${name}`
}

/** How many a group is, as the end that it stands for. */
export function groupName(group: readonly string[]): string {
  return `${group.length} workloads`
}

function oneOrThem(end: string, group: readonly string[] | undefined): string {
  return group && end === groupName(group) ? 'them' : end
}

/** `default-deny and web isolate checkout`. */
export function isolating(policies: readonly Ref[], whom: string): string {
  const names = policies.map((ref) => partsOf(ref).name)
  if (names.length < 3) return `${names.join(' and ')} ${names.length === 1 ? 'isolates' : 'isolate'} ${whom}`
  return `${names.length} policies isolate ${whom}`
}

export function namesOf(refs: readonly Ref[]): string {
  return [...new Set(refs.map((ref) => partsOf(ref).name))].join(', ')
}

function groupRows(group: readonly string[] | undefined): readonly (readonly [string, string])[] {
  return group ? [['these are', group.join(', ')]] : []
}

export function placeText(to: string, at: string): string {
  return at === '' ? to : `${to} at ${at}`
}
