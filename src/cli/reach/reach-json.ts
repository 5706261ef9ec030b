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
  let separator = '\n'
  for (const from of ends) {
    const reached = new Map(answer.reaches[from.at])
    const rows: string[] = []
    for (const to of ends) {
      const number = to.name === from.name ? undefined : reached.get(to.at)
      if (number === undefined) continue
      rows.push(`${separator}{"from":${from.name},"to":${to.name},"ports":${ports[number]}}`)
      separator = ',\n'
    }
    yield rows.join('')
  }
  yield '\n]}\n'
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
  let separator = '\n'
  for (const [from, row] of reaches.entries())
    for (const [to, number] of row) {
      yield `${separator}{"from":${from},"to":${to},"ports":${portsJson(ports[number] ?? [])}}`
      separator = ',\n'
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
