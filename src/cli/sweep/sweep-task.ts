import { type View, worldOf } from '../../check/world.ts'
import type { Outcome } from '../../engine/loss/outcome.ts'
import { sweep } from '../../engine/loss/sweep.ts'
import { type Decided, sweepPairs } from '../../engine/loss/sweep-pairs.ts'
import { isSeen } from '../../engine/pods/is-seen.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'
import { type CallersOf, callersIn } from './callers.ts'
import { type MadeAnew, madeAnewIn } from './made-anew.ts'
import { pairsProgress } from './pairs-progress.ts'
import { type Promised, promisedIn } from './promised.ts'

export interface Swept {
  readonly asOf: string
  readonly clusters: readonly SweptCluster[]
}

export interface SweptCluster {
  readonly cluster: string
  readonly nodes: number
  /** Pods were seen on their nodes; else the rows hold for every placement that may come about. */
  readonly isObserved: boolean
  readonly rows: readonly SweptRow[]
  /** Where two nodes at once were asked for: how these losses were decided. */
  readonly pairs?: Decided
}

/** A failure, with the ids of the promises that it touches, and who calls what it takes away. */
export interface SweptRow extends Outcome {
  readonly promises: readonly string[]
  readonly callers: readonly { readonly of: Ref; readonly by: readonly Ref[] }[]
  /** What fell silent: when its pods are made anew, where they tolerate it as usual. */
  readonly anew?: MadeAnew
}

/** What `seaworthy sweep` asks of the estates. */
export function sweepTask(estates: readonly Estate[], { asOf, promises = [], options }: EstatesAsked): Swept {
  const { pairs: arePairs = false } = (options ?? {}) as { readonly pairs?: boolean }
  const world = worldOf(estates, { asOf, promises })
  const promised = promisedIn(world, promises)
  return {
    asOf,
    clusters: world.views.map((view) => clusterOf(view, { promised, arePairs })),
  }
}

function clusterOf(view: View, { promised, arePairs }: { promised: Promised; arePairs: boolean }): SweptCluster {
  const { estate, pods } = view
  const pairs = arePairs ? sweepPairs(estate, pods, pairsProgress(process.stderr)) : undefined
  const outcomes = [...sweep(estate, pods), ...(pairs?.rows ?? [])]
  return {
    cluster: estate.cluster,
    nodes: estate.nodes.length,
    isObserved: pods.some(isSeen),
    rows: rowsOf(view, outcomes, { callers: callersIn(view), promised }),
    ...(pairs && { pairs: pairs.decided }),
  }
}

interface Beside {
  readonly callers: CallersOf
  readonly promised: Promised
}

function rowsOf(
  { estate, pods }: View,
  outcomes: readonly Outcome[],
  { callers, promised }: Beside,
): readonly SweptRow[] {
  const madeAnew = madeAnewIn(estate, pods)
  return outcomes.map((row) => {
    const away = [...new Set([...row.lost, ...row.cannot, ...row.may, ...row.unknown, ...row.waiting])].sort(
      byCodePoint,
    )
    const called = away.map((of) => ({ of, by: callers(of) })).filter(({ by }) => by.length > 0)
    const anew = row.state === 'silent' ? madeAnew(row.failure) : undefined
    return { ...row, promises: promised(estate.cluster, row), callers: called, ...(anew && { anew }) }
  })
}
