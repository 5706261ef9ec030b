// When pods of what fell silent are made anew, by the tolerations that pods have where nobody says otherwise.

import { flagsOf } from '../../engine/nodeloss/flags.ts'
import { mostPodsOnNode } from '../../engine/nodeloss/most-pods.ts'
import { nodeLoss } from '../../engine/nodeloss/node-loss.ts'
import { type Timers, timersOf } from '../../engine/nodeloss/timers.ts'
import type { When } from '../../engine/nodeloss/when.ts'
import { zoneKey } from '../../engine/nodeloss/zone-key.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { withDefaultTolerations } from '../../engine/pods/tolerations.ts'
import type { Estate } from '../../estate/estate.ts'

/** Seconds after the last heartbeat; `to` is left out where nothing bounds it. */
export interface MadeAnew {
  readonly is: When['is']
  readonly from?: number
  readonly to?: number
}

/** For a failure, `node/n1` or `zone/a`; undefined for others, and where the cluster's timers are not known. */
export type MadeAnewOf = (failure: string) => MadeAnew | undefined

export function madeAnewIn(estate: Estate, pods: readonly PodClass[]): MadeAnewOf {
  const timers = estate.minor === undefined ? undefined : timersOf(estate.minor, flagsOf(estate)?.timers)
  if (!timers) return () => undefined
  const most = mostPodsOnNode(estate, pods)
  const known = new Map<string, MadeAnew>()
  return (failure) => {
    const [kind, name] = [failure.slice(0, failure.indexOf('/')), failure.slice(failure.indexOf('/') + 1)]
    if (kind !== 'node' && kind !== 'zone') return undefined
    // One of several nodes is no matter to its zone: whichever it is, the answer is the same.
    const key = kind === 'node' ? kind : failure
    const found = known.get(key) ?? lossOf(estate, timers, most, kind === 'node' ? [name] : nodesIn(estate, name))
    known.set(key, found)
    return found
  }
}

function nodesIn({ nodes }: Estate, zone: string): readonly string[] {
  return nodes.filter((node) => node.zone === zone).map(({ name }) => name)
}

function lossOf({ nodes }: Estate, timers: Timers, most: number, lost: readonly string[]): MadeAnew {
  const tolerations = withDefaultTolerations([])
  const { pods } = nodeLoss({
    timers,
    nodes: nodes.map((node) => ({ name: node.name, zone: zoneKey(node) })),
    lost: lost.map((node) => ({ node, otherPods: Math.max(0, most - 1) })),
    pods: lost.map((node) => ({ name: node, node, controller: { is: 'ReplicaSet' }, tolerations })),
  })
  return spanOf(pods.map(({ replaced }) => replaced))
}

// From the first of them to the last.
function spanOf(all: readonly When[]): MadeAnew {
  const some = all.filter((when) => when.is !== 'never')
  if (some.length === 0) return { is: 'never' }
  const is = some.length === all.length && some.every((when) => when.is === 'certain') ? 'certain' : 'possible'
  const from = Math.min(...some.map((when) => when.from))
  const to = Math.max(...some.map((when) => when.to ?? Number.POSITIVE_INFINITY))
  return { is, from, ...(Number.isFinite(to) && { to }) }
}
