// What a change does, for people: what breaks first, then what opens, then what else is different.

import { groupsOf } from '../../check/groups.ts'
import type { PortRange } from '../../engine/reachability/port-ranges.ts'
import { unaskedText } from '../adoption/unasked-text.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { sameCause } from '../text/same-cause.ts'
import { signs, verdictText } from '../text/verdict-text.ts'
import { wrap } from '../text/wrap.ts'
import type { ConnectionChange } from './connections.ts'
import type { ClusterDiff, Diff } from './diff-of.ts'
import type { PodChange } from './objects.ts'

// Of anything longer the rest is counted; JSON has it all.
const mostRows = 20

interface TextOptions {
  readonly paths: readonly [string, string]
  readonly width?: number
}

export function diffText({ asOf, change, clusters }: Diff, { paths, width }: TextOptions): string {
  const [before, after] = paths
  const { broken, mended, voided, unasked } = change
  const groups = groupsOf(broken)
  const lines = [
    ...wrap(`${before} → ${after} · as of ${asOf}`, width, '  '),
    ...groups.flatMap(({ lead, others }) => [
      '',
      ...verdictText(lead, { width }),
      ...[sameCause(others)].flatMap((line) => (line === undefined ? [] : [`    ${line}`])),
    ]),
    ...section(
      'no longer broken',
      mended.map(({ id, is }) =>
        is === 'absent' ? `${id}   is gone from the files` : `${signs[is]} ${id}   is ${is}`,
      ),
    ),
    ...section(
      'less certain',
      voided.map(({ id, was, is }) => `${is === 'absent' ? '' : `${signs[is]} `}${id}   was ${was}, is ${is}`),
    ),
    ...section('no longer asked: this mends nothing and proves nothing', unaskedText(unasked)),
    ...clusters.flatMap((cluster) => clusterLines(cluster, clusters.length > 1)),
  ].flatMap((line) => wrap(line, width, '      '))
  const isSame = lines.length === 1
  return `${[...lines, ...(isSame ? ['nothing is different'] : [])].map(clean).join('\n')}\n`
}

function clusterLines({ cluster, connections, added, removed, changed, pods }: ClusterDiff, isNamed: boolean) {
  const at = isNamed ? ` (${cluster})` : ''
  const opened = connections.filter((one) => one.opened.length > 0)
  const closed = connections.filter((one) => one.closed.length > 0)
  return [
    ...section(
      `opens${at}`,
      opened.map((one) => connection(one, one.opened)),
    ),
    ...section(
      `closes${at}`,
      closed.map((one) => connection(one, one.closed)),
    ),
    ...section(`pods${at}`, pods.map(podLine)),
    ...section(`objects that came${at}`, added),
    ...section(`objects that went${at}`, removed),
    ...section(
      `objects that changed${at}`,
      changed.map(
        ({ ref, fields }) =>
          `${ref}   ${fields.slice(0, 4).join(', ')}${fields.length > 4 ? `, and ${fields.length - 4} more` : ''}`,
      ),
    ),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more = lines.length - mostRows
  const shown = lines.slice(0, mostRows).map((line) => `  ${line}`)
  return ['', title, ...shown, ...(more > 0 ? [`  and ${count(more, 'more')}`.replace(/s$/, '')] : [])]
}

function connection({ from, to }: ConnectionChange, ports: readonly PortRange[]): string {
  return `${named(from)} → ${named(to)}   ${portsText(ports)}`
}

function named(members: readonly string[]): string {
  return members.length > 3 ? `${members.slice(0, 2).join(', ')} and ${members.length - 2} more` : members.join(', ')
}

function portsText(ports: readonly PortRange[]): string {
  const isAll = ports.length === 3 && ports.every(({ first, last }) => first <= 1 && last === 65_535)
  if (isAll) return 'every port'
  return ports
    .map(({ protocol, first, last }) => `${protocol} ${first === last ? first : `${first}-${last}`}`)
    .join(', ')
}

function podLine({ workload, was, is }: PodChange): string {
  if (!is) return `${workload}   had ${count(was?.count ?? 0, 'pod')}, is gone`
  if (!was) return `${workload}   is new, ${count(is.count, 'pod')}${asking(is.requests)}`
  const number = was.count === is.count ? count(is.count, 'pod') : `${was.count} → ${count(is.count, 'pod')}`
  const asked = asking(is.requests)
  return asking(was.requests) === asked
    ? `${workload}   ${number}`
    : `${workload}   ${number}${asked}, before${asking(was.requests) || ' nothing'}`
}

function asking(requests: { readonly [resource: string]: string }): string {
  const texts = Object.entries(requests).map(([name, held]) => `${name} ${held}`)
  return texts.length === 0 ? '' : ` of ${texts.sort().join(', ')}`
}
