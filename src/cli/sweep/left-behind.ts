// What failures of one kind leave behind, as labels with names: the workloads that most others call first.

import type { Doubt } from '../../engine/loss/judge.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from '../text/count.ts'
import type { SweptRow } from './sweep-task.ts'

type Row = readonly [label: string, names: readonly string[]]

/** Of failures that leave the same behind, or of the pods that go one by one. */
export function tableOf(group: readonly SweptRow[], isObserved: boolean): readonly Row[] {
  const [first] = group
  if (!first) return []
  const kind = first.failure.slice(0, first.failure.indexOf('/'))
  const callers = new Map(group.flatMap((row) => row.callers.map(({ of, by }) => [of, by] as const)))
  const calls = (ref: Ref) => callers.get(ref)?.length ?? 0
  const all = (of: 'lost' | 'waiting' | 'cannot') => {
    const refs = kind === 'pod' ? group.flatMap((one) => one[of]) : [...first[of]]
    return refs.sort((a, b) => calls(b) - calls(a) || byCodePoint(a, b))
  }
  const short = new Map(first.short.map(({ workload, pods, of }) => [workload, `${pods} of ${of} pods of `]))
  const away = new Set([...all('lost'), ...all('cannot'), ...all('waiting')])
  const hurt = new Set([...away].flatMap((ref) => callers.get(ref) ?? []))
  const table: readonly Row[] = [
    // A node may hold them, or another one does.
    [kind === 'pod' || isObserved ? 'lost for good' : 'lost for good, if there', all('lost').map(nameOf)],
    ['no place', all('cannot').map((ref) => `${short.get(ref) ?? ''}${nameOf(ref)}`)],
    ...doubtRows(first),
    [kind === 'pod' ? 'away until ready again' : waits[first.state], all('waiting').map(nameOf)],
    [
      'these call them',
      [...hurt]
        .filter((ref) => !away.has(ref))
        .sort(byCodePoint)
        .map(nameOf),
    ],
  ]
  return table.filter(([, names]) => names.length > 0)
}

const waits: { readonly [S in SweptRow['state']]: string } = {
  silent: 'away until fenced',
  removed: 'away until moved',
}

const why: { readonly [D in Doubt]: string } = {
  volume: 'its volume may be tied to what is lost',
  near: 'it must stand near pods that may be gone too',
  spread: 'its spread rule leaves it some of the nodes, and other pods may fill those',
  room: 'other pods may fill all nodes that are left',
  apart: 'pods that it keeps apart from may stand on all nodes that are left',
  outranked: 'pods of higher priority may take its place',
}

/** Those that an order was found for which leaves them without, then those of which nobody knows. */
function doubtRows({ doubts, may }: SweptRow): readonly Row[] {
  const shown = new Set(may)
  return [true, false].flatMap((isShown) => {
    const own = doubts.filter(({ workload }) => shown.has(workload) === isShown)
    return [...Map.groupBy(own, ({ doubt }) => doubt)].map(([doubt, of]) => {
      const names = of.map(({ workload }) => nameOf(workload)).sort(byCodePoint)
      const label = isShown ? 'no place in some order' : 'perhaps no place'
      return [label, [...names.slice(0, -1), `${names.at(-1)}: ${why[doubt]}`]] as const
    })
  })
}

/** How many may have to go for pods of higher priority. */
export function preemptedLine({ preempted }: SweptRow): string {
  return `${count(preempted.length, 'workload')} of lower priority, should those find no room otherwise`
}

function nameOf(ref: Ref): string {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}
