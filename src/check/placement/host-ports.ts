// A port of a node is one pod's. Where two DaemonSets ask for it on the same node, one of their pods stays Pending there for
// good: whichever comes second (k8s.io/kubernetes@v1.36.3/pkg/scheduler/framework/plugins/nodeports).

import { type Board, boardOf, type Member } from '../../engine/placement/board.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import { portsClash } from '../../engine/scheduling/host-ports.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'

interface Takers {
  /** `TCP 80` */
  readonly port: string
  readonly takers: readonly string[]
  /** Nodes on which more than one of them asks for it. */
  readonly nodes: readonly string[]
}

type Rules = { taken: Takers }

export const hostPorts = defineQuestion<Rules>({
  id: 'host-ports',
  asks: 'Has every port of a node one taker?',

  *judge({ views }) {
    for (const view of views) {
      const members = daemonsWithPorts(view)
      if (members.length === 0 || view.estate.nodes.length === 0) continue
      const board = boardOf(view.estate, view.pods, { denied: view.denied })
      const ports = [...new Set(members.flatMap((member) => member.ports.map(({ port }) => port)))].sort()
      for (const port of ports) yield findingOf(port, members, board, view)
    }
  },

  says: {
    taken: ({ port, takers, nodes }, truth) =>
      truth === true
        ? takers.length === 1
          ? `${takers[0]} alone takes ${port} of a node`
          : `${takers.join(', ')} take ${port}, no two of them on one node`
        : {
            line: `${takers.join(' and ')} both ask for ${port} of the same node: one pod gets it, and the other stays Pending`,
            rows: [['nodes', nodes.join(', ')]],
          },
  },
})

function daemonsWithPorts({ estate, pods, denied }: View): readonly Member[] {
  if (!pods.some(({ kind, spec }) => kind === 'DaemonSet' && asksForPorts(spec))) return []
  return boardOf(estate, pods, { denied }).members.filter(
    ({ pod, ports }) => pod.kind === 'DaemonSet' && ports.length > 0,
  )
}

function asksForPorts({ containers, hostNetwork }: View['pods'][number]['spec']): boolean {
  return hostNetwork === true || containers.some(({ ports = [] }) => ports.some(({ hostPort }) => hostPort))
}

function findingOf(port: string, members: readonly Member[], board: Board, view: View): Finding<Rules> {
  const { cluster } = view.estate
  const asking = members.filter((member) => member.ports.some((one) => one.port === port))
  const [clash] = asking.flatMap((one, at) =>
    asking.slice(at + 1).flatMap((other) => {
      const nodes = clashingNodes(port, one, other, board)
      return nodes.length === 0 ? [] : [{ one, other, nodes }]
    }),
  )
  const [first] = asking
  const name = port.replace('/', ' ')
  return {
    id: [cluster, port.replace('/', '-')],
    cluster,
    says: `port ${name} of a node is asked for once`,
    source: view.estate.source,
    about: asking.map(({ pod }) => pod.workload),
    parts: [clash ? clashPart(name, clash, cluster) : freePart(name, asking, first)],
  }
}

function clashPart(
  port: string,
  { one, other, nodes }: { one: Member; other: Member; nodes: readonly string[] },
  cluster: string,
): AnyPart<Rules> {
  const takers = [one.pod.name, other.pod.name].sort()
  return part(
    'taken',
    false,
    { port, takers, nodes },
    {
      cause: `one-port-for-two/${cluster}/${takers.join('/')}`,
      hint: 'one of them switched off (of what a distribution brings: without), at other ports, or on other nodes',
      at: { source: one.pod.source.known === undefined ? one.pod.source : other.pod.source },
    },
  )
}

function freePart(port: string, asking: readonly Member[], first: Member | undefined): AnyPart<Rules> {
  const takers = asking.map(({ pod }) => pod.name).sort()
  return part('taken', true, { port, takers, nodes: [] }, first && { at: { source: first.pod.source } })
}

function clashingNodes(port: string, one: Member, other: Member, board: Board): readonly string[] {
  const clash = one.ports.some((a) => a.port === port && other.ports.some((b) => portsClash(a, b)))
  if (!clash) return []
  return board.nodes.flatMap(({ name }, node) =>
    takesWhenEmpty(board, one, node) && takesWhenEmpty(board, other, node) ? [name] : [],
  )
}
