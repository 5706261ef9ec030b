import type { Loss } from '../../src/engine/nodeloss/loss.ts'
import { nodeLoss } from '../../src/engine/nodeloss/node-loss.ts'
import type { When } from '../../src/engine/nodeloss/when.ts'
import { areMatched } from './matched.ts'
import type { LossRecord } from './record.ts'

/** One thing that was not to be, or not then. */
export interface Difference {
  /** `node s1-z0-n0`, `pod s1/w0-0`, `owner …`, `zone …`. */
  readonly of: string
  readonly what: string
  readonly ours: string
  readonly seen: string
  /** Only too late: a busy machine may be why. */
  readonly isLate: boolean
}

/** How many steps of a controller may be counted; a record holds so many. */
export const mostSteps = 9

// Each step is a watch that delivers, a controller that acts, and our own watch; a step that is measured is the same. A
// heartbeat is seen by a look that may still be at work for other nodes.
const stepsUntil = { unknown: 3, traffic: 4, noExecute: 4, evicted: 6, gone: 8, replaced: 9 } as const
// Times of the server's and ours are kept in milliseconds.
const roundingSeconds = 0.002

/** Everything in which a record is not as we say, and how many statements were asked. */
export function differences(
  loss: Loss,
  record: LossRecord,
): { readonly asked: number; readonly found: readonly Difference[] } {
  const answer = nodeLoss(loss)
  const found: Difference[] = []
  let asked = 0
  const one = (of: string, what: keyof typeof stepsUntil, ours: When, seen: number | undefined) => {
    asked++
    const is = standing(ours, seen, record, what)
    if (is !== 'agree')
      found.push({ of, what, ours: sayWhen(ours), seen: saySeen(seen, record), isLate: is === 'late' })
  }
  for (const { node, unknown, noExecute } of answer.nodes) {
    const seen = record.nodes[node]
    one(`node ${node}`, 'unknown', unknown, seen?.unknown)
    one(`node ${node}`, 'noExecute', noExecute, seen?.noExecute)
  }
  for (const { pod, traffic, evicted, gone } of answer.pods) {
    const seen = record.pods[pod]
    one(`pod ${pod}`, 'traffic', traffic, seen?.traffic)
    one(`pod ${pod}`, 'evicted', evicted, seen?.evicted)
    one(`pod ${pod}`, 'gone', gone, seen?.gone)
  }
  for (const [zone, nodes] of Map.groupBy(loss.lost, ({ node }) => zoneOf(loss, node))) {
    asked++
    const marked = nodes.filter(({ node }) => record.nodes[node]?.noExecute !== undefined).length
    const bounds = answer.zones.find((each) => each.zone === zone)?.marked ?? { least: 0, most: 0 }
    if (marked > bounds.most)
      found.push({
        of: `zone ${zone}`,
        what: 'marked',
        ours: `at most ${bounds.most}`,
        seen: `${marked}`,
        isLate: false,
      })
  }
  const byOwner = Map.groupBy(answer.pods, ({ pod }) => record.pods[pod]?.owner ?? pod)
  for (const [owner, pods] of byOwner) {
    asked++
    const wrong = unmatched(
      pods.map(({ replaced }) => replaced),
      madeOnce(loss, pods, record.made[owner] ?? [], record),
      record,
    )
    if (wrong) found.push({ of: `owner ${owner}`, what: 'replaced', ...wrong })
  }
  return { asked, found }
}

type Standing = 'agree' | 'late' | 'differ'

function standing(ours: When, seen: number | undefined, record: LossRecord, what: keyof typeof stepsUntil): Standing {
  if (ours.is === 'never') return seen === undefined ? 'agree' : 'differ'
  const until = seen ?? record.watchedSeconds
  const isInTime = ours.to === undefined || until <= ours.to + slackUntil(until, record, stepsUntil[what])
  if (seen === undefined) return ours.is === 'possible' || isInTime ? 'agree' : 'late'
  if (seen < ours.from - roundingSeconds) return 'differ'
  return isInTime ? 'agree' : 'late'
}

// Each step on the way may have been as slow as one that was measured before.
function slackUntil(until: number, { steps }: LossRecord, count: number): number {
  const before = steps.filter(({ at }) => at <= until).map(({ seconds }) => seconds)
  const longest = before.sort((a, b) => b - a).slice(0, count)
  const unmeasured = (count - longest.length) * (longest[0] ?? 0)
  return roundingSeconds + unmeasured + longest.reduce((total, seconds) => total + seconds, 0)
}

// A pod that PodGC collects without its being evicted has failed for a moment and is not terminating: PodGC deletes it, and
// so does its StatefulSet, both by name. Whichever comes second may find the one that was made meanwhile, which is made again.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/podgc/gc_controller.go:361, pkg/controller/statefulset/stateful_set_control.go:425.
function madeOnce(
  loss: Loss,
  lost: readonly { readonly pod: string }[],
  made: readonly number[],
  record: LossRecord,
): readonly number[] {
  const isCollected = lost.some(({ pod }) => {
    const known = loss.pods.find(({ name }) => name === pod)
    const seen = record.pods[pod]
    return known?.controller.is === 'StatefulSet' && seen?.gone !== undefined && seen.evicted === undefined
  })
  const [first, second] = made
  if (!isCollected || first === undefined || second === undefined) return made
  const isAgain = second <= first + slackUntil(second, record, stepsUntil.replaced - stepsUntil.gone)
  return isAgain ? made.toSpliced(1, 1) : made
}

/**
 * Which of the pods was replaced when nobody says: there must be one way in which each that was made stands for a pod, and each
 * pod that has to be replaced by now for one that was made. A way for the first and a way for the second make a way for both
 * (Mendelsohn and Dulmage, 1958).
 */
function unmatched(
  replaced: readonly When[],
  made: readonly number[],
  record: LossRecord,
): Pick<Difference, 'ours' | 'seen' | 'isLate'> | undefined {
  const is = made.map((seconds) => replaced.map((when) => standing(when, seconds, record, 'replaced')))
  const fits = is.map((row) => row.map((each) => each === 'agree'))
  const due = replaced.flatMap((when, at) => (standing(when, undefined, record, 'replaced') === 'late' ? [at] : []))
  const isMade = areMatched(fits)
  const isDue = areMatched(due.map((at) => fits.map((row) => row[at] === true)))
  if (isMade && isDue) return undefined
  return {
    ours: replaced.map(sayWhen).join('; '),
    seen: made.map(saySeconds).join('; ') || saySeen(undefined, record),
    isLate: isMade || areMatched(is.map((row) => row.map((each) => each !== 'differ'))),
  }
}

function zoneOf({ nodes }: Loss, name: string): string {
  return nodes.find((node) => node.name === name)?.zone ?? ''
}

function sayWhen(when: When): string {
  if (when.is === 'never') return `never: ${when.because}`
  return `${when.is} ${saySeconds(when.from)} to ${when.to === undefined ? '?' : saySeconds(when.to)}`
}

function saySeen(seen: number | undefined, { watchedSeconds }: LossRecord): string {
  return seen === undefined ? `not in ${saySeconds(watchedSeconds)}` : saySeconds(seen)
}

function saySeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`
}
