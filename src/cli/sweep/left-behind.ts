// What failures of one kind leave behind, as labels with names: the workloads that most others call first.

import type { Doubt } from '../../engine/loss/judge.ts'
import { sayUnmodelled } from '../../engine/scheduling/unmodelled-says.ts'
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
    ...noPlaceRows(first, kind, all('cannot'), (ref) => `${short.get(ref) ?? ''}${nameOf(ref)}`),
    ...shortRows(first),
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

const why: { readonly [D in Exclude<Doubt, 'unmodelled'>]: string } = {
  volume: 'its volume may be tied to what is lost',
  near: 'it must stand near pods that may be gone too',
  spread: 'its spread rule leaves it some of the nodes, and other pods may fill those',
  room: 'other pods may fill all nodes that are left',
  apart: 'pods that it keeps apart from may stand on all nodes that are left',
  outranked: 'pods of higher priority may take its place',
}

/** What certainly has no place, by what shows it; pods that go one by one have no proof. */
function noPlaceRows(
  { proofs }: SweptRow,
  kind: string,
  cannot: readonly Ref[],
  say: (ref: Ref) => string,
): readonly Row[] {
  const by = new Map(kind === 'pod' ? [] : proofs.map(({ workload, by }) => [workload, by] as const))
  return [...Map.groupBy(cannot, (ref) => by.get(ref))].map(([proof, refs]) => {
    const names = refs.map(say)
    return ['no place', proof ? [...names.slice(0, -1), `${names.at(-1)}: ${certain[proof]}`] : names]
  })
}

/** Of those that have a place for some of their pods only. */
function shortRows({ short, cannot }: SweptRow): readonly Row[] {
  const partly = short.filter(({ workload }) => !cannot.includes(workload))
  return [['no place', partly.map(({ workload, pods, of }) => `at least ${pods} of ${of} pods of ${nameOf(workload)}`)]]
}

const certain: { readonly [P in SweptRow['proofs'][number]['by']]: string } = {
  'no node': 'no node that is left takes them',
  volume: 'the volume is tied to what is lost',
  apart: 'those that they keep apart from stay everywhere else',
  room: 'what stays leaves too little room',
  spread: 'a domain that the spread rule counts stays empty',
  search: 'none in any order',
}

/** Those that an order was found for which leaves them without, then those of which nobody knows. */
function doubtRows({ doubts, may, short, witnesses }: SweptRow): readonly Row[] {
  const shown = new Set(may)
  const found = new Map(witnesses.map(({ workload, by }) => [workload, by]))
  const partly = new Set(short.map(({ workload }) => workload))
  return [true, false].flatMap((isShown) => {
    const own = doubts.filter(({ workload }) => shown.has(workload) === isShown && !partly.has(workload))
    const say = (row: SweptRow['doubts'][number]) => `${sayDoubt(row)}${sayOrder(found.get(row.workload))}`
    return [...Map.groupBy(own, say)].map(([doubt, of]) => {
      const names = of.map(({ workload }) => nameOf(workload)).sort(byCodePoint)
      const label = isShown ? 'no place in some order' : 'perhaps no place'
      return [label, [...names.slice(0, -1), `${names.at(-1)}: ${doubt}`]] as const
    })
  })
}

/** An order by any node that takes each pod is worth less than one that the scheduler itself may follow. */
function sayOrder(by: SweptRow['witnesses'][number]['by'] | undefined): string {
  return by === 'filters' ? '; no order of choices that kube-scheduler finds best was found' : ''
}

function sayDoubt({ doubt, uses = [] }: SweptRow['doubts'][number]): string {
  return doubt === 'unmodelled' ? `it uses ${sayUnmodelled(uses)}` : why[doubt]
}

/** How many may have to go for pods of higher priority. */
export function preemptedLine({ preempted }: SweptRow): string {
  return `${count(preempted.length, 'workload')} of lower priority, should those find no room otherwise`
}

function nameOf(ref: Ref): string {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}
