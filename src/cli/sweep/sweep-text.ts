// What breaks when anything goes, for people: what hurts most first, failures that leave the same together.

import type { Outcome } from '../../engine/loss/outcome.ts'
import { byCodePoint } from '../../platform/order.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { rows, wrap } from '../text/wrap.ts'
import { anewLine } from './anew-line.ts'
import { byHurt, isHarmless } from './by-hurt.ts'
import { preemptedLine, tableOf } from './left-behind.ts'
import { pairsLine } from './pairs-line.ts'
import { shownByLines } from './shown-by-lines.ts'
import type { SweptCluster, SweptRow } from './sweep-task.ts'
import { untriedLines } from './untried-lines.ts'

interface TextOptions {
  readonly width: number | undefined
  /** So many failures in full. */
  readonly show: number
}

export function sweepText(clusters: readonly SweptCluster[], options: TextOptions): string {
  const lines = clusters.flatMap((cluster) => [...clusterLines(cluster, options), ''])
  return `${lines.slice(0, -1).map(clean).join('\n')}\n`
}

function clusterLines({ cluster, nodes, isObserved, rows: all, pairs }: SweptCluster, { width, show }: TextOptions) {
  const told = inOne(all)
  const groups = [
    ...Map.groupBy([...told].sort(byHurt), (row) => `${row.isEither ?? row.state} ${leaves(row)}`).values(),
  ]
  // Long lists are said once.
  const shown = new Set<string>()
  const hurting = groups.filter(([first]) => first && !isHarmless(first))
  const harmless = groups.filter(([first]) => first && isHarmless(first)).flat()
  const hidden = hurting.slice(show).flat()
  const away = new Set(hurting.flat().map(({ failure }) => failure))
  const safe = harmless.filter(({ failure }) => !away.has(failure))
  const zones = all.filter((outcome) => isZone(outcome) && outcome.state === 'removed' && canMove(outcome))
  const others = safe.filter((outcome) => !isZone(outcome))
  const ends = [
    ...(hidden.length > 0
      ? [
          `${count(hidden.length, 'more failure')} ${hidden.length === 1 ? 'hurts' : 'hurt'} less: --show N, or --format json`,
        ]
      : []),
    ...harmlessLines(others, hurting.length > 0),
    ...untriedLines(all),
    ...shownByLines(all),
    ...(pairs ? [pairsLine(pairs)] : []),
    ...(zones.length > 0
      ? [`everything finds a place anew, if moved, without any one of ${count(zones.length, 'zone')}`]
      : []),
  ]
  return [
    `${cluster} · ${count(nodes, 'node')} · ${count(new Set(all.map(({ failure }) => failure)).size, 'failure')}`,
    ...wrap(basis(nodes, isObserved), width, ''),
    ...(nodes > 0 ? wrap(words, width, '') : []),
    ...anewLine(all).flatMap((line) => wrap(line, width, '')),
    ...hurting.slice(0, show).flatMap((group) => ['', ...groupLines(group, { shown, isObserved }, width)]),
    ...(ends.length > 0 ? [''] : []),
    ...ends.flatMap((line) => wrap(line, width, '  ')),
    ...assumedLines(all, width),
  ]
}

const words =
  'falls silent: the kubelets of the node or zone answer no more, and nobody has fenced it; is removed: nodes and pods are gone'

// More of one family than these are said as one.
const mostOfAFamily = 3

/** What it rests on that pods are in none of the lists, each thing once. */
function assumedLines(all: readonly Outcome[], width: number | undefined): readonly string[] {
  const says = new Map(all.flatMap(({ assumes }) => assumes.map(({ id, says }) => [id, says] as const)))
  const families = Map.groupBy([...says].sort(byId), ([id]) => id.slice(0, id.indexOf('/')))
  const lines = [...families.values()].flatMap((of) =>
    of.length > mostOfAFamily
      ? [`${of[0]?.[1]}; and ${of.length - 1} more like it`]
      : of.map(([, sentence]) => sentence),
  )
  if (lines.length === 0) return []
  return ['', 'all others have a place only if', ...lines.flatMap((line) => wrap(`~ ${line}`, width, '    '))]
}

function byId([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return byCodePoint(a, b)
}

function isZone({ failure }: Outcome): boolean {
  return failure.startsWith('zone/')
}

function basis(nodes: number, isObserved: boolean): string {
  if (nodes === 0) return 'nobody says what nodes there are, so only the loss of pods is judged: --nodes FILE'
  return isObserved
    ? 'from where the pods were seen'
    : 'nothing shows where the pods run now: what is said holds for every placement'
}

function canMove({ lost, cannot, may, unknown }: Outcome): boolean {
  return lost.length + cannot.length + may.length + unknown.length === 0
}

function harmlessLines(outcomes: readonly Outcome[], areOthers: boolean): readonly string[] {
  const isPod = ({ failure }: Outcome) => failure.startsWith('pod/')
  const pods = outcomes.filter(isPod).length
  const nodes = outcomes.length - pods
  const other = areOthers ? 'other ' : ''
  return [
    ...(pods > 0 ? [`the loss of one pod of ${count(pods, `${other}workload`)} leaves nothing without a place`] : []),
    ...(nodes > 0
      ? [`the loss of ${nodes > 1 ? 'any one of ' : ''}${count(nodes, `${other}node`)} leaves nothing without a place`]
      : []),
  ]
}

/** Failures of one kind that leave the same behind; those of pods differ by the pod alone. */
function leaves({ failure, lost, cannot, short, may, unknown, doubts, waiting, preempted }: Outcome): string {
  const kind = failure.split('/')[0]
  if (kind === 'pod') return `pod ${lost.length} ${waiting.length}`
  return JSON.stringify([kind, lost, cannot, short, may, unknown, doubts, waiting, preempted])
}

/** A row as it is told: silent or removed, or both where that leaves the same. */
interface ToldRow extends SweptRow {
  readonly isEither?: boolean
}

function inOne(rows: readonly SweptRow[]): readonly ToldRow[] {
  const byFailure = Map.groupBy(rows, ({ failure }) => failure)
  return [...byFailure.values()].flatMap((both): readonly ToldRow[] => {
    const [first, second] = both
    const isEither =
      first && second && both.length === 2 && leaves(first) === leaves(second) && first.waiting.length === 0
    return isEither ? [{ ...first, isEither }] : both
  })
}

function groupLines(
  group: readonly ToldRow[],
  { shown, isObserved }: { readonly shown: Set<string>; readonly isObserved: boolean },
  width: number | undefined,
): readonly string[] {
  const [first] = group
  if (!first) return []
  const kind = first.failure.split('/')[0] ?? ''
  const names = group.map(({ failure }) => failure.slice(kind.length + 1))
  const head = kind === 'pod' ? podsGo(first, group.length) : `${kind} ${some(names)} ${goes(first, names)}`
  const table = tableOf(group, isObserved)
  const told = table.map(
    ([label, names]) => [label, shown.has(`${names}`) ? `the same ${names.length}` : sayNames(names)] as const,
  )
  for (const [, names] of table) if (names.length > mostNames) shown.add(`${names}`)
  const promises = [...new Set(group.flatMap((one) => one.promises))].sort()
  const ends = [
    ...(first.preempted.length > 0 ? [['may be preempted', preemptedLine(first)] as const] : []),
    ...(promises.length > 0 ? [['promised', some(promises)] as const] : []),
  ]
  return [...wrap(head, width, '  '), ...rows([...told, ...ends], '    ', width)]
}

function podsGo({ lost }: Outcome, pods: number): string {
  return lost.length > 0
    ? `a bare pod goes, of ${count(pods, 'bare pod')}`
    : `the only pod goes, of ${count(pods, 'workload')}`
}

function goes({ state, isEither }: ToldRow, names: readonly string[]): string {
  const what = isEither ? 'falls silent or is removed' : state === 'silent' ? 'falls silent' : 'is removed'
  return names.length > 1 ? `(each alone) ${what}` : what
}

const mostNames = 12

function some(names: readonly string[]): string {
  const more = names.length - mostNames
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ')
}

function sayNames(names: readonly string[]): string {
  return names.length > mostNames ? `${names.length}: ${some(names)}` : some(names)
}
