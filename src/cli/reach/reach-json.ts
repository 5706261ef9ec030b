// The machine's answer, written piece by piece: an estate of 2,000 workloads has four million pairs.

import type { PortRange } from '../../engine/reachability/port-ranges.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ReachAnswer } from './reach-task.ts'

/** `connections`: one row for two workloads, sorted; none for a workload to itself. */
export function* connectionsJson(asOf: string, answer: ReachAnswer): Generator<string> {
  yield `{"version":1,"asOf":${JSON.stringify(asOf)},"cluster":${JSON.stringify(answer.cluster)},"unknown":${unknownJson(answer)},"connections":[`
  const ends = answer.classes.flatMap(({ members, outside }, at) =>
    members.map((member) => ({ at, name: JSON.stringify(outside ? member : sayEnd(member)) })),
  )
  ends.sort((a, b) => byCodePoint(a.name, b.name))
  const tailsOf = tailsFrom(answer, ends)
  let separator = '\n'
  for (const from of ends) {
    const { tails, own } = tailsOf(from)
    const others = own < 0 ? tails : tails.toSpliced(own, 1)
    if (others.length === 0) continue
    // What stands between two rows is the same for all of them, so that the rows are joined at once.
    const head = `{"from":${from.name},"to":`
    yield `${separator}${head}${others.join(`,\n${head}`)}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

interface End {
  readonly at: number
  readonly name: string
}

// Ends of one class mostly stand near one another; those that do not are made again.
const mostTailsKept = 1_000_000

/** The rows of an end without their beginnings, and which of them leads to itself (-1: none). Those of one class are made once. */
function tailsFrom({ classes, ports, reaches }: ReachAnswer, ends: readonly End[]) {
  const said = ports.map(portsJson)
  const numbers = new Int32Array(classes.length)
  const kept = new Map<number, { readonly tails: readonly string[]; readonly targets: readonly End[] }>()
  let tailsKept = 0
  const keep = (at: number, made: ReturnType<typeof madeFor>) => {
    tailsKept += made.tails.length
    if (tailsKept > mostTailsKept) {
      kept.clear()
      tailsKept = made.tails.length
    }
    kept.set(at, made)
    return made
  }
  const madeFor = (at: number) => {
    readRow(reaches[at] ?? new Uint32Array(), numbers)
    const targets = ends.filter((to) => (numbers[to.at] as number) >= 0)
    const tails = targets.map(({ at: to, name }) => `${name},"ports":${said[numbers[to] as number]}}`)
    return { tails, targets }
  }
  return (from: End) => {
    const isShared = (classes[from.at]?.members.length ?? 0) > 1
    const { tails, targets } = kept.get(from.at) ?? (isShared ? keep(from.at, madeFor(from.at)) : madeFor(from.at))
    return { tails, own: targets.indexOf(from) }
  }
}

/** By class the number of the ports at which it is reached, -1 where it is not. */
function readRow(row: Uint32Array, numbers: Int32Array): void {
  numbers.fill(-1)
  for (let at = 0; at < row.length; at += 2) numbers[row[at] as number] = row[at + 1] as number
}

/** The same as classes of workloads and what each class reaches. */
export function* classesJson(
  asOf: string,
  { cluster, classes, ports, reaches, ...rest }: ReachAnswer,
): Generator<string> {
  yield `{"version":1,"asOf":${JSON.stringify(asOf)},"cluster":${JSON.stringify(cluster)},"unknown":${unknownJson(rest)},"classes":[`
  yield classes
    .map(({ members, outside }, id) => `\n${JSON.stringify({ id, members: outside ? members : members.map(sayEnd) })}`)
    .join(',')
  yield '\n],"matrix":['
  const said = ports.map(portsJson)
  let separator = '\n'
  for (const [from, row] of reaches.entries()) {
    let rows = ''
    for (let at = 0; at < row.length; at += 2) {
      rows += `${separator}{"from":${from},"to":${row[at]},"ports":${said[row[at + 1] as number]}}`
      separator = ',\n'
    }
    yield rows
  }
  yield '\n]}\n'
}

function unknownJson({ unknown }: Pick<ReachAnswer, 'unknown'>): string {
  return JSON.stringify(unknown.map(({ workload, because }) => ({ workload: sayEnd(workload), because })))
}

function portsJson(ports: readonly PortRange[] | 'all'): string {
  return JSON.stringify(ports === 'all' ? ports : ports.map(({ protocol, first, last }) => ({ protocol, first, last })))
}

/** `shop/checkout[Deployment]`. */
function sayEnd(workload: string): string {
  const { kind, namespace, name } = partsOf(workload as `${string}/${string}/${string}`)
  return `${namespace}/${name}[${kind}]`
}
