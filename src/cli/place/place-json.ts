// What runs where, as JSON, part by part: each pod without a place has a row for every node.

import { byCodePoint } from '../../platform/order.ts'
import type { PlaceAnswer } from './place-answer.ts'

const partCharacters = 1 << 16

/** The same text as JSON.stringify makes with two spaces. */
export function* placeJson(asOf: string, clusters: readonly PlaceAnswer[]): Generator<string> {
  const several = clusters.length > 1
  const basis = clusters.map(({ cluster, isObserved }) => ({ cluster, basis: isObserved ? 'observed' : 'possible' }))
  const placed = clusters.flatMap(({ cluster, placed: rows }) =>
    rows.map((row) => (several ? { cluster, ...row } : row)),
  )
  const head = JSON.stringify({ version: 1, asOf, clusters: basis, placed }, undefined, 2)
  yield `${head.slice(0, -2)},\n  "unplaced": [`
  let part = ''
  let isFirst = true
  for (const row of unplacedRows(clusters, several)) {
    part += `${isFirst ? '' : ','}\n${row}`
    isFirst = false
    if (part.length < partCharacters) continue
    yield part
    part = ''
  }
  yield `${part}${isFirst ? '' : '\n  '}]\n}\n`
}

function* unplacedRows(clusters: readonly PlaceAnswer[], several: boolean): Generator<string> {
  for (const { cluster, unplaced } of clusters) {
    // The nodes of a workload's pods are written once.
    const pods = unplaced.flatMap(({ pods: names, because, preempting }) => {
      const goes = preempting ? `,\n      "preempting": ${indented(preempting, 6)}` : ''
      const text = `${indented(because, 6)}${goes}`
      return names.map((pod) => ({ pod, text }))
    })
    const named = several ? `      "cluster": ${JSON.stringify(cluster)},\n` : ''
    for (const { pod, text } of pods.sort((a, b) => byCodePoint(a.pod, b.pod)))
      yield `    {\n${named}      "pod": ${JSON.stringify(pod)},\n      "because": ${text}\n    }`
  }
}

function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`)
}
