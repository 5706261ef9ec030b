// What runs where, for people: node by node, equal reasons together.

import { byCodePoint } from '../../platform/order.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { joined, rows, wrap } from '../text/wrap.ts'
import type { Asked, NodeRow, PlaceAnswer } from './place-answer.ts'
import { sayPreempting } from './preempting-words.ts'
import { sayClauses } from './why-words.ts'

interface TextOptions {
  readonly width: number | undefined
  readonly why: string | undefined
  /** One node in full. */
  readonly on: string | undefined
}

// So many nodes are shown in full.
const mostInFull = 12

export function placeText(answers: readonly PlaceAnswer[], { width, why, on }: TextOptions): string {
  const lines = answers.flatMap((answer) => {
    const shown =
      why !== undefined
        ? answer.asked.flatMap((asked) => askedLines(asked, answer, width))
        : on !== undefined
          ? answer.nodes.filter(({ node }) => node === on).flatMap((node) => nodeLines(node, width))
          : clusterLines(answer, width)
    return shown.length > 0 ? [...shown, ''] : []
  })
  return `${lines.slice(0, -1).map(clean).join('\n')}\n`
}

function clusterLines(answer: PlaceAnswer, width: number | undefined): readonly string[] {
  const { cluster, nodes, placed, unplaced } = answer
  const left = unplaced.reduce((sum, { pods }) => sum + pods.length, 0)
  const sums = [count(nodes.length, 'node'), count(placed.length + left, 'pod')]
  const missing = left === 0 || nodes.length === 0 ? [] : [`${left} without a place`]
  return [
    ...joined([cluster, ...sums, ...missing], ' · ', width),
    ...basisLines(answer, width),
    ...(nodes.length > mostInFull
      ? ['', ...headRows(nodes, width), '', ...wrap('what runs on one of them: --on NODE', width, '')]
      : nodes.flatMap((node) => ['', ...nodeLines(node, width)])),
    ...(nodes.length === 0 ? [] : unplacedLines(unplaced, width)),
    ...(answer.fitOtherwise ? ['', ...wrap('asked for in another order, all of them have a place', width, '')] : []),
  ]
}

function basisLines(answer: PlaceAnswer, width: number | undefined): readonly string[] {
  const { nodes, notCounted } = answer
  const left = nodes.length > 0 && notCounted !== undefined ? wrap(notCounted, width, '') : []
  return [...wrap(basis(answer), width, ''), ...left]
}

function basis({ nodes, isObserved }: PlaceAnswer): string {
  if (nodes.length === 0)
    return 'nobody says what nodes there are: --nodes FILE, as kubectl get nodes -o yaml prints them'
  return isObserved
    ? 'pods stand where the picture of the cluster shows them; what it does not show is placed where there is room'
    : 'one placement of those that may come about: nothing shows where the pods run now'
}

function headRows(nodes: readonly NodeRow[], width: number | undefined): readonly string[] {
  const widest = (at: number) => Math.max(...nodes.map(({ taken }) => taken[at]?.length ?? 0))
  const columns = [0, 1, 2].map(widest)
  const table = nodes.map(({ node, zone, taken }) => {
    const said = taken.map((one, at) => one.padEnd(columns[at] ?? 0)).join('   ')
    return [zone === undefined ? node : `${node} (${zone})`, said.trimEnd()] as const
  })
  return rows(table, '', width)
}

function nodeLines({ node, zone, taken, pods }: NodeRow, width: number | undefined): readonly string[] {
  const head = joined([zone === undefined ? node : `${node} (${zone})`, ...taken], '   ', width)
  const byNamespace = [...Map.groupBy(pods, ({ namespace }) => namespace)].sort(([a], [b]) => byCodePoint(a, b))
  const table = byNamespace.map(
    ([namespace, here]) =>
      [
        namespace,
        [...here]
          .sort((a, b) => byCodePoint(a.name, b.name))
          .map(sayPods)
          .join(', '),
      ] as const,
  )
  return [...head, ...rows(table, '  ', width)]
}

function sayPods({ name, count: pods }: NodeRow['pods'][number]): string {
  return pods === 1 ? name : `${name} ×${pods}`
}

function unplacedLines(unplaced: PlaceAnswer['unplaced'], width: number | undefined): readonly string[] {
  const byBecause = Map.groupBy(unplaced, ({ because, preempting }) => JSON.stringify([because, preempting]))
  return [...byBecause.values()].flatMap((pods) => [
    '',
    ...wrap(headOf(pods), width, '  '),
    ...rows(
      reasonRows(
        (pods[0]?.because ?? []).map(({ node, says }) => ({
          node,
          says: says.map((one) => one.says).join('; ') || 'may take it',
        })),
      ),
      '    ',
      width,
    ),
    ...preemptingLines(pods[0], '    ', width),
  ])
}

function preemptingLines(
  row: Pick<Asked, 'preempting'> | undefined,
  indent: string,
  width: number | undefined,
): readonly string[] {
  const line = row?.preempting && sayPreempting(row.preempting)
  if (line === undefined) return []
  return wrap(line, width === undefined ? undefined : width - indent.length, '  ').map((one) => `${indent}${one}`)
}

function headOf(groups: PlaceAnswer['unplaced']): string {
  const names = groups
    .flatMap(({ pods }) => pods)
    .sort(byCodePoint)
    .join(', ')
  const isUnknown = groups[0]?.because.every(({ reason }) => reason === 'unknown')
  if (isUnknown) return `? ${names}: nobody can tell`
  const makesRoom = (groups[0]?.preempting?.candidates.length ?? 0) > 0
  return `✗ ${names}: no place${makesRoom ? ' unless others go' : ''}`
}

/** Nodes with the same reason in one row: `n1 and 3 more`. */
function reasonRows(
  refused: readonly { readonly node: string; readonly says: string }[],
): readonly (readonly [string, string])[] {
  return [...Map.groupBy(refused, ({ says }) => says)].map(([reason, nodes]) => {
    const [first, ...others] = nodes.map(({ node }) => node)
    return [others.length > 2 ? `${first} and ${others.length} more` : [first, ...others].join(', '), reason] as const
  })
}

function askedLines(
  { workload, count: pods, whySoMany, nodes, preempting }: Asked,
  answer: PlaceAnswer,
  width: number | undefined,
) {
  const said = nodes.map(({ node, says, holds, reason, isHome }) => {
    const here = holds === 0 ? [] : [`${count(holds, 'pod')} of it`]
    const room = reason !== '' || isHome ? [] : [holds === 0 ? 'room for one' : 'room for one more']
    return { node, says: [...here, ...room, ...(says.length === 0 ? [] : [sayClauses(says)])].join('; '), holds }
  })
  return [
    ...wrap(`${workload}: ${count(pods, 'pod')} in ${answer.cluster}`, width, '  '),
    ...whySoMany.flatMap((line) => wrap(line, width, '')),
    ...basisLines(answer, width),
    ...rows(reasonRows(said.sort((a, b) => b.holds - a.holds)), '  ', width),
    ...preemptingLines({ preempting }, '  ', width),
  ]
}
