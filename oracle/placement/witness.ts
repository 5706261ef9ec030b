import type { Scheduler } from '../../src/engine/scheduling/scheduler.ts'
import { schedulerOf } from '../../src/engine/scheduling/scheduler-of.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import { sameText } from '../json.ts'
import type { Difference } from './differ.ts'
import type { RealAnswer } from './real.ts'
import { boundPod, clusterOf } from './replay.ts'
import type { Question } from './scene.ts'

/** An order of pods that somebody claims a scheduler may follow: each takes a node that is best then, or is refused. */
export interface Witness {
  readonly nodes: readonly JsonObject[]
  readonly pods: readonly JsonObject[]
  readonly others: readonly JsonObject[]
  readonly order: readonly Step[]
}

export interface Step {
  readonly pod: JsonObject
  /** Null: nothing takes it at that point, and no other pod is made to go for it. */
  readonly node: string | null
}

/** What the real scheduler is asked: the pods in this order, each following the claim where it may. */
export function questionOf({ order, ...cluster }: Witness): Question & { readonly follow: readonly string[] } {
  return { ...cluster, ask: order.map(({ pod }) => pod), follow: order.map(({ node }) => node ?? '') }
}

/** The first step that the real scheduler would not take. */
export function denied({ order }: Witness, answers: readonly RealAnswer[]): Difference | undefined {
  for (const [at, { node }] of order.entries()) {
    const { pod = '', best = [], nominated, error } = answers[at] ?? {}
    const isTaken = node === null ? best.length === 0 && !nominated && !error : best.includes(node)
    if (!isTaken) return { pod, what: 'denied', ours: { at, node }, theirs: { best, nominated: nominated ?? null } }
  }
  return undefined
}

/** Where the two do not agree on the first step that would not be taken; nothing where none is, for both. */
export function deniedOtherwise(witness: Witness, answers: readonly RealAnswer[]): Difference | undefined {
  const [theirs, ours] = [denied(witness, answers), deniedByOurs(witness)]
  if (sameText(theirs?.ours) === sameText(ours?.ours)) return undefined
  return { pod: theirs?.pod ?? ours?.pod ?? '', what: 'denied', ours: ours?.ours ?? null, theirs: theirs?.ours ?? null }
}

function deniedByOurs(witness: Witness): Difference | undefined {
  const ours = schedulerOf(clusterOf(questionOf(witness)))
  for (const [at, { pod, node }] of witness.order.entries()) {
    const manifest = pod as unknown as Manifest
    const { best } = ours.judge(manifest)
    const isTaken = node === null ? best.length === 0 && isLost(ours, manifest) : best.includes(node)
    if (!isTaken) return { pod: nameOf(pod), what: 'denied', ours: { at, node }, theirs: { best } }
    if (node !== null) ours.bind(boundPod(pod, node, at) as unknown as Manifest, node)
  }
  return undefined
}

/** The pods of a question in their order, each on the last of the nodes that are best, and the refused ones once more. */
export function walked(question: Question): Witness {
  const { nodes, pods, others, ask } = question
  const ours = schedulerOf(clusterOf(question))
  const order: Step[] = []
  for (const pod of ask) walk(ours, pod, order)
  for (const { pod } of order.filter(({ node }) => node === null)) walk(ours, pod, order)
  return { nodes, pods, others, order }
}

function walk(ours: Scheduler, pod: JsonObject, order: Step[]): void {
  const manifest = pod as unknown as Manifest
  const { best, unknown } = ours.judge(manifest)
  const node = best.at(-1) ?? null
  // Who makes others go changes more than its own place.
  if (unknown || (node === null && !isLost(ours, manifest))) return
  if (node !== null) ours.bind(boundPod(pod, node, order.length) as unknown as Manifest, node)
  order.push({ pod, node })
}

function isLost(ours: Scheduler, pod: Manifest): boolean {
  return ours.preempt(pod).candidates.length === 0
}

function nameOf({ metadata }: JsonObject): string {
  const { namespace, name } = metadata as { namespace: string; name: string }
  return `${namespace}/${name}`
}
