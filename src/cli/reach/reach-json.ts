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
  const ports = answer.ports.map(portsJson)
  const numbers = new Int32Array(answer.classes.length)
  let separator = '\n'
  for (const from of ends) {
    readRow(answer.reaches[from.at] ?? new Uint32Array(), numbers)
    let rows = ''
    for (const to of ends) {
      const number = numbers[to.at] as number
      if (number < 0 || to === from) continue
      rows += `${separator}{"from":${from.name},"to":${to.name},"ports":${ports[number]}}`
      separator = ',\n'
    }
    yield rows
  }
  yield '\n]}\n'
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
