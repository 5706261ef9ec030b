// What goes out of the cluster, and to what no file shows.

import { reached } from '../../engine/reachability/reached.ts'
import { byCodePoint } from '../../platform/order.ts'
import { addressesText } from './address-text.ts'
import { waysOf } from './outside-ways.ts'
import { portsText } from './ports-text.ts'
import type { ReachAnswer } from './reach-task.ts'
import { strangersTold } from './strangers-text.ts'
import { type Namespaces, namespacesIn, workloadsText } from './workloads-text.ts'

export function outLines(answer: ReachAnswer): readonly string[] {
  const namespaces = namespacesIn(answer)
  return [
    ...headed('out of the cluster', outsideRows(answer), namespaces),
    ...headed('to what no file shows', strangerRows(answer), namespaces),
  ]
}

type Row = readonly [where: string, workload: string]

function headed(head: string, rows: readonly Row[], namespaces: Namespaces): readonly string[] {
  if (rows.length === 0) return []
  const byWhere = Map.groupBy(rows, ([where]) => where)
  const lines = [...byWhere].map(([where, of]) => {
    const members = of.map(([, workload]) => workload)
    return `  ${workloadsText(members, namespaces).join(', ')} to ${where}`
  })
  return ['', head, ...lines.sort(byCodePoint)]
}

function outsideRows(answer: ReachAnswer): readonly Row[] {
  const { classes, reaches } = answer
  const all = classes.flatMap(({ members, outside }) => (outside ? members : []))
  return classes.flatMap(({ members, outside }, at) => {
    if (outside) return []
    const ways = waysOf(answer, reached(reaches[at]))
    return ways.flatMap(({ ports, addresses }) =>
      members.map((member): Row => [`${addressesText(addresses, all)} at ${portsText(ports)}`, member]),
    )
  })
}

function strangerRows(answer: ReachAnswer): readonly Row[] {
  return strangersTold(answer, 'egress').map(({ workload, who, ports }) => [`${who} at ${ports}`, workload])
}
