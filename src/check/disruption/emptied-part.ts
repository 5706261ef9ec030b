// Whether a node that holds more of a budget's pods than may go at once can be emptied one after the other.

import type { Assumption } from '../../engine/assumption.ts'
import type { Budget } from '../../engine/disruption/budget.ts'
import { type Drain, drains as drainsOf } from '../../engine/disruption/drain.ts'
import { lossAnswers } from '../../engine/loss/after-node-loss.ts'
import { unseenPods } from '../../engine/placement/unseen-pods.ts'
import { usualShare } from '../../engine/placement/usual-share.ts'
import { isEvicted } from '../../engine/pods/bare.ts'
import { type AnyPart, part } from '../define.ts'
import { noNodes } from '../placement/no-nodes.ts'
import { table, type View } from '../world.ts'

export type EmptiedParts = {
  emptied: {
    budget: string
    allowed: number
    /** Where most of them may stand; empty where nobody says what nodes there are. */
    node: string
    least: number
    most: number
    /** The pods were seen where they run. */
    seen?: true
    /** Where nothing but habit keeps more of them away: how many that leaves on a node. */
    usual?: number
  }
}

const drainRows = table(({ estate, pods }) => Map.groupBy(drainsOf(estate, pods), ({ budget }) => budget.ref))
const losses = table(({ estate, pods, denied }) => lossAnswers(estate, pods, { denied }))
const hopeful = table(({ estate, pods }) => lossAnswers(estate, pods))

/** Nothing to say where no node holds any of its pods. */
export function emptiedPart(budget: Budget, view: View): AnyPart<EmptiedParts>[] {
  const { estate } = view
  if (estate.nodes.length === 0 && budget.allowed < budget.healthy) return [unseenNodes(budget)]
  const rows = drainRows(view).get(budget.ref) ?? []
  const stuck = rows.find(({ why }) => why === 'no way back')
  const waits = rows.filter(({ answer }) => answer === 'waits').map((row) => wayOut(row, view))
  const doubt = waits.find(({ assumes }) => assumes === undefined)
  const row = stuck ?? doubt?.row ?? mostOn(rows)
  if (!row) return []
  const usual = Math.max(0, ...waits.map((way) => way.usual ?? 0))
  const because = {
    budget: `budget ${budget.name}`,
    allowed: budget.allowed,
    node: row.node,
    least: row.least,
    most: row.most,
    ...(usual > 0 && { usual }),
    ...(row.isSeen && { seen: true as const }),
  }
  const truth = stuck || doubt?.isDenied ? false : doubt ? undefined : true
  return [
    part('emptied', truth, because, {
      assumes: truth ? waits.flatMap(({ assumes = [] }) => assumes) : [],
      cause: `no-way-back/${budget.ref}`,
      hint: hintOf(stuck !== undefined, budget.allowed),
      at: { source: budget.source },
    }),
  ]
}

function hintOf(isStuck: boolean, allowed: number): string {
  return isStuck
    ? 'a second node that takes these pods, or a budget that lets all of them go'
    : `a required spread over nodes that leaves at most ${allowed} of them on one, or a budget that lets more go`
}

interface WayOut {
  readonly row: Drain
  /** What it rests on that the node is emptied; undefined where that is not certain. */
  readonly assumes?: readonly Assumption[]
  /** Pods on a node as they usually lie, where only that helps. */
  readonly usual?: number
  /** It would be so, were nothing denied. */
  readonly isDenied: boolean
}

function wayOut(row: Drain, view: View): WayOut {
  const isDenied = (assumes: readonly Assumption[]) => assumes.some(({ id }) => view.denied.has(id))
  const others = unseenPods(view.estate)
  const elsewhere = placeElsewhere(row, losses(view))
  if (elsewhere && !isDenied(others)) return { row, assumes: [...elsewhere, ...others], isDenied: false }
  // What is certain but for what is denied fails with it.
  if (placeElsewhere(row, hopeful(view))) return { row, isDenied: true }
  const spread = usually(row, view)
  return spread && !isDenied(spread.assumes)
    ? { row, ...spread, isDenied: false }
    : { row, isDenied: spread !== undefined }
}

/** What it rests on that every evicted pod finds a place on another node; undefined where that is not certain. */
function placeElsewhere({ node, budget }: Drain, ask: ReturnType<typeof lossAnswers>) {
  const answers = budget.covers.flatMap(({ workload }) => ask(workload, node) ?? [])
  return answers.every(({ answer }) => answer === 'can') ? answers.flatMap(({ assumes }) => assumes) : undefined
}

/** Evenly spread, as the scheduler prefers them, no more of them stand on a node than may go at once. */
function usually(
  { budget, isSeen }: Drain,
  { estate }: View,
): { usual: number; assumes: readonly Assumption[] } | undefined {
  if (isSeen) return undefined
  const covered = budget.covers.filter(isEvicted)
  const shares = covered.flatMap((pod) => usualShare(estate, pod) ?? [])
  const usual = shares.reduce((sum, { most }) => sum + most, 0)
  if (shares.length < covered.length || usual > budget.allowed) return undefined
  return { usual, assumes: shares.map(({ assumes }) => assumes) }
}

function unseenNodes({ name, allowed, healthy, source }: Budget): AnyPart<EmptiedParts> {
  const because = { budget: `budget ${name}`, allowed, node: '', least: 0, most: healthy }
  return part('emptied', undefined, because, { waitsFor: noNodes, at: { source } })
}

function mostOn(rows: readonly Drain[]): Drain | undefined {
  return [...rows].sort((a, b) => b.most - a.most)[0]
}
