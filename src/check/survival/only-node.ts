// A whole environment on one node. Whoever says that it is for tests accepts that; production is said to be for more.

import { growsBy } from '../../engine/capacity/grows.ts'
import { boardOf } from '../../engine/placement/board.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import type { EstateEnvironment } from '../../estate/estate.ts'
import { type Finding, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

export interface OnlyNode {
  readonly environment: string
  readonly purpose: string
  readonly workloads: number
  /** The nodes on which any of its pods may stand. */
  readonly open: readonly string[]
  readonly grows: readonly string[]
}

type Parts = { alone: OnlyNode }

/** One for each environment of which somebody says what it is for; what others share is for none by itself. */
export function onlyNodeFindings(view: View): readonly Finding<Parts>[] {
  return view.estate.environments
    .filter(({ purpose }) => purpose !== undefined && purpose !== 'shared')
    .flatMap((environment) => onlyNodeFinding(environment, view) ?? [])
}

function onlyNodeFinding({ name, purpose = '', source }: EstateEnvironment, view: View): Finding<Parts> | undefined {
  const { estate, pods, denied } = view
  const board = boardOf(estate, pods, { denied })
  const own = board.members.filter(
    ({ pod, daemon, count }) => pod.environment === name && pod.steady && !daemon && count > 0,
  )
  const taking = [...board.nodes.keys()].filter((at) => own.some((member) => takesWhenEmpty(board, member, at)))
  const open = taking.map((at) => board.nodes[at]?.name ?? '').sort()
  // Where no node takes them, `placed` says so.
  if (open.length === 0) return undefined
  const grows = growsBy(estate)
  const isBorne = open.length > 1 || purpose !== 'production'
  const because = { environment: name, purpose, workloads: own.length, open, grows }
  return {
    id: [name],
    environment: name,
    cluster: estate.cluster,
    says: `${name} is not all on one node, or is for what may be lost with it`,
    source,
    parts: [
      part('alone', isBorne ? true : grows.length > 0 ? undefined : false, because, {
        cause: `only-node/${name}`,
        hint: 'a second node that its pods may stand on, or the purpose that it is really for',
        at: { source },
      }),
    ],
  }
}

export function sayOnlyNode(
  { environment, purpose, workloads, open, grows }: OnlyNode,
  truth?: boolean,
): string | Words {
  const [only = '', ...others] = open
  if (others.length > 0) return `pods of ${environment} may stand on ${open.length} nodes`
  const lost = `without ${only}, nothing of ${environment} is left: no other node takes ${workloads === 1 ? 'its one workload' : `any of its ${workloads} workloads`}`
  if (truth === true) return `${lost}; accepted, as ${environment} is for ${purpose}`
  const line = `${lost}, and it is for production`
  return truth === false ? line : `${line}; ${grows.join(', ')} may add one that does`
}
