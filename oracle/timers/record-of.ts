import type { Loss } from '../../src/engine/nodeloss/loss.ts'
import type { Step } from './canary.ts'
import { mostSteps } from './judge.ts'
import type { SeenPod } from './observer.ts'
import type { LossRecord } from './record.ts'
import type { Stage } from './stage.ts'

// What comes at once has few steps before it.
const beforeMs = 5000

/** What there is to write down about a loss. */
export interface Watched {
  readonly id: string
  readonly loss: Loss
  /** The pods that were there before. */
  readonly before: readonly SeenPod[]
  readonly fromMs: number
  readonly toMs: number
}

export function recordOf({ observer, canary }: Stage, { id, loss, before, fromMs, toMs }: Watched): LossRecord {
  const since = (ms: number) => (ms - fromMs) / 1000
  const round = (ms: number | undefined) => (ms === undefined ? undefined : Math.round(since(ms) * 1000) / 1000)
  const isAsked = new Set(loss.pods.map(({ name }) => name))
  const asked = before.filter(({ name }) => isAsked.has(name))
  const owners = new Set(asked.map(({ owner }) => owner))
  const known = new Set(before)
  const later = [...observer.pods.values()].filter(
    (pod) => pod.namespace === id && !known.has(pod) && owners.has(pod.owner),
  )
  return {
    watchedSeconds: round(toMs) ?? 0,
    steps: longestSteps(canary.stepsSince(fromMs - beforeMs), since),
    nodes: Object.fromEntries(
      loss.lost.map(({ node }) => {
        const seen = observer.nodes.get(node)
        return [node, given({ unknown: round(seen?.unknownMs), noExecute: round(seen?.noExecuteMs) })]
      }),
    ),
    pods: Object.fromEntries(
      asked.map((pod) => {
        const ends = [pod.unreadyMs, pod.evictedMs, pod.goneMs].filter((ms) => ms !== undefined)
        const traffic = round(ends.length > 0 ? Math.min(...ends) : undefined)
        const rest = { traffic, evicted: round(pod.evictedMs), gone: round(pod.goneMs) }
        return [pod.name, { owner: pod.owner, ...given(rest) }]
      }),
    ),
    made: Object.fromEntries(
      [...Map.groupBy(later, ({ owner }) => owner)].map(([owner, pods]) => [
        owner,
        pods.map(({ addedMs }) => round(addedMs) ?? 0).sort((a, b) => a - b),
      ]),
    ),
  }
}

// What is not among the longest until then is never counted.
function longestSteps(steps: readonly Step[], since: (ms: number) => number): LossRecord['steps'] {
  const longest: number[] = []
  return steps.flatMap(({ fromMs, tookMs }) => {
    const least = longest[mostSteps - 1] ?? 0
    if (tookMs <= least) return []
    longest.push(tookMs)
    longest.sort((a, b) => b - a)
    return [{ at: Math.max(0, Math.round(since(fromMs) * 1000) / 1000), seconds: Math.round(tookMs) / 1000 }]
  })
}

function given<T extends object>(times: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number
  }
}
