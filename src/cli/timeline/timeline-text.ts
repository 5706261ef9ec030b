// What happens when, for people: zones, nodes, then each workload with the sum that its time is.

import { saySpan, sayTime } from '../../check/span-words.ts'
import { neverWords, termWords } from '../../check/term-words.ts'
import type { NodeLoss, ZoneLoss } from '../../engine/nodeloss/answer.ts'
import type { Happens, When } from '../../engine/nodeloss/when.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { rows, wrap } from '../text/wrap.ts'
import type { ClusterTimeline, WorkloadTimeline } from './timeline-task.ts'

export function timelineText(clusters: readonly ClusterTimeline[], width: number | undefined): string {
  const lines = clusters.flatMap((cluster) => [...clusterLines(cluster, width), ''])
  return `${lines.slice(0, -1).map(clean).join('\n')}\n`
}

function clusterLines({ cluster, minor, nodes, lost, isObserved, answer }: ClusterTimeline, width: number | undefined) {
  const head = `${cluster} · ${count(nodes, 'node')} · ${lostWords(lost)}`
  if (!answer) {
    const why = minor === undefined ? 'nobody says which Kubernetes it is' : `no table knows the timers of ${minor}`
    return [...wrap(head, width, ''), ...wrap(`when anything happens is unknown: ${why} (--kubernetes)`, width, '')]
  }
  const basis = isObserved
    ? 'pods as they were seen'
    : 'nothing shows where the pods run: as many of each workload as may stand there'
  return [
    ...wrap(head, width, ''),
    ...wrap(`Kubernetes ${minor}; times count from the loss; ${basis}`, width, ''),
    '',
    ...answer.zones.flatMap((zone) => wrap(zoneLine(zone), width, '    ')),
    ...alikeNodes(answer.nodes).flatMap((alike) => nodeLines(alike, width)),
    ...answer.workloads.flatMap((workload) => ['', ...workloadLines(workload, width)]),
  ]
}

function lostWords(lost: ClusterTimeline['lost']): string {
  const alike = Map.groupBy(lost, ({ node: _, ...times }) => JSON.stringify(times))
  return [...alike.values()].map((nodes) => sayLost(nodes)).join('; ')
}

function sayLost(alike: ClusterTimeline['lost']): string {
  const [first] = alike
  if (!first) return ''
  const { silentSeconds, fencedSeconds, removedSeconds } = first
  const [falls, is] = alike.length === 1 ? ['falls', 'is'] : ['fall', 'are']
  const at = (seconds: number) => (seconds === 0 ? ' at once' : ` after ${sayTime(seconds)}`)
  return [
    `${alike.map(({ node }) => node).join(', ')} ${falls} silent${silentSeconds === 0 ? '' : at(silentSeconds)}`,
    ...(fencedSeconds === undefined ? [] : [`${is} out-of-service${at(fencedSeconds)}`]),
    ...(removedSeconds === undefined ? [] : [`${is} removed${at(removedSeconds)}`]),
  ].join(', ')
}

function alikeNodes(nodes: readonly NodeLoss[]): readonly (readonly NodeLoss[])[] {
  return [...Map.groupBy(nodes, ({ unknown, noExecute }) => `${sayWhen(unknown)}; ${sayWhen(noExecute)}`).values()]
}

function nodeLines(alike: readonly NodeLoss[], width: number | undefined): readonly string[] {
  const [first] = alike
  if (!first) return []
  const table = [
    ['not ready', sayWhen(first.unknown)],
    ['evicts', sayWhen(first.noExecute)],
  ] as const
  return ['', ...wrap(`node ${alike.map(({ node }) => node).join(', ')}`, width, '    '), ...rows(table, '    ', width)]
}

function zoneLine({ zone, lost, size, state, marked: { least, most } }: ZoneLoss): string {
  const where = zone === '' ? 'nodes without a zone' : `zone ${zone}`
  const many = least === most ? `${most}` : `${least} to ${most}`
  return `${where}: ${lost} of ${count(size, 'node')}; ${stateWords[state]}: ${many} marked for eviction`
}

const stateWords: { readonly [S in ZoneLoss['state']]: string } = {
  evicting: 'evictions go on, one node after the other',
  slow: 'most of a large zone is lost, so evictions go on slowly',
  suspended: 'most of a small zone is lost, so evictions are suspended',
  'all lost': 'all zones of the cluster are lost, so evictions end',
  unsure: 'whether evictions go on depends on which is noticed first',
}

function workloadLines(
  { workload, pods, traffic, evicted, gone, replaced }: WorkloadTimeline,
  width: number | undefined,
) {
  const { kind, namespace, name } = partsOf(workload)
  const table = [
    ['no traffic', sayWhen(traffic)],
    ['evicted', sayWhen(evicted)],
    ['gone', sayWhen(gone)],
    ['made anew', sayWhen(replaced)],
  ] as const
  return [
    `${kind} ${namespace}/${name}, ${count(pods, 'pod')}`,
    ...rows(table, '    ', width),
    ...(replaced.is === 'never' ? [] : rows(termRows(replaced), '        ', width)),
  ]
}

function termRows({ terms }: Happens): readonly (readonly [string, string])[] {
  return terms.map(({ what, seconds }) => [termWords[what], `+ ${saySpan(seconds)}`])
}

function sayWhen(when: When): string {
  if (when.is === 'never') return `never: ${neverWords[when.because]}`
  const { from, to } = when
  const span = to === undefined ? `after ${sayTime(from)} at least` : `after ${saySpan({ from, to })}`
  return when.is === 'possible' ? `perhaps, ${span}` : span
}
