// What runs where, for people: node by node, equal reasons together.

import { byCodePoint } from '../../platform/order.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { joined, rows, wrap } from '../text/wrap.ts'
import type { Asked, NodeRow, PlaceAnswer, Refused } from './place-answer.ts'

interface TextOptions {
  readonly width: number | undefined
  readonly why: string | undefined
}

export function placeText(answers: readonly PlaceAnswer[], { width, why }: TextOptions): string {
  const lines = answers.flatMap((answer) => [
    ...(why === undefined
      ? clusterLines(answer, width)
      : answer.asked.flatMap((asked) => askedLines(asked, answer, width))),
    '',
  ])
  return `${lines.slice(0, -1).map(clean).join('\n')}\n`
}

function clusterLines(answer: PlaceAnswer, width: number | undefined): readonly string[] {
  const { cluster, nodes, placed, unplaced, isObserved } = answer
  const sums = [count(nodes.length, 'node'), count(placed.length + unplaced.length, 'pod')]
  const missing = unplaced.length === 0 || nodes.length === 0 ? [] : [`${unplaced.length} without a place`]
  return [
    ...joined([cluster, ...sums, ...missing], ' · ', width),
    ...wrap(basis(answer, isObserved), width, ''),
    ...nodes.flatMap((node) => ['', ...nodeLines(node, width)]),
    ...(nodes.length === 0 ? [] : unplacedLines(unplaced, width)),
  ]
}

function basis({ nodes }: PlaceAnswer, isObserved: boolean): string {
  if (nodes.length === 0)
    return 'nobody says what nodes there are: --nodes FILE, as kubectl get nodes -o yaml prints them'
  return isObserved
    ? 'pods stand where the picture of the cluster shows them; what it does not show is placed where there is room'
    : 'one placement of those that may come about: nothing shows where the pods run now'
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
  const byBecause = Map.groupBy(unplaced, ({ because }) => because)
  return [...byBecause].flatMap(([because, pods]) => [
    '',
    ...wrap(`✗ ${pods.map(({ pod }) => pod).join(', ')}: no place`, width, '  '),
    ...rows(reasonRows(because), '    ', width),
  ])
}

/** Nodes with the same reason in one row: `n1, n2`, or `4 nodes` where they are many. */
function reasonRows(refused: readonly Refused[]): readonly (readonly [string, string])[] {
  return [...Map.groupBy(refused, ({ reason }) => reason)].map(([reason, nodes]) => {
    const names = nodes.map(({ node }) => node)
    return [names.length > 3 ? `${names.length} nodes` : names.join(', '), reason || 'may take it'] as const
  })
}

function askedLines({ workload, count: pods, nodes }: Asked, answer: PlaceAnswer, width: number | undefined) {
  const table = nodes.map(({ node, reason, holds }) => {
    const here = holds === 0 ? '' : holds === 1 ? 'holds one' : `holds ${holds}`
    return [node, here || reason || 'may take one'] as const
  })
  return [
    ...wrap(`${workload}: ${count(pods, 'pod')} in ${answer.cluster}`, width, '  '),
    ...wrap(basis(answer, answer.isObserved), width, ''),
    ...rows(table, '  ', width),
  ]
}
