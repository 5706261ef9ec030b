// Why a node does not take a pod, in words: what we know of it, else what the scheduler itself says.

import { type Reason, sayReason } from '../../engine/placement/reasons.ts'
import type { WhyNot } from '../../engine/placement/where.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { NodeScore, Refusal } from '../../engine/scheduling/scheduler.ts'
import { nodeSays, podSays } from '../../engine/scheduling/scheduler-says.ts'
import { templatePath } from '../../estate/calls/settings.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { sayOfNode } from './scheduler-words.ts'

/** One sentence about a node, and the line that asks for it. */
export interface Clause {
  readonly says: string
  readonly at?: { readonly file: string; readonly line: number }
}

/** One clause per filter that refuses, the scheduler's first. */
export function sayRefusals(
  { refused, reasons }: Pick<WhyNot, 'refused' | 'reasons'>,
  pod: PodClass,
): readonly Clause[] {
  const isCordoned = refused.some(({ plugin }) => plugin === 'NodeUnschedulable')
  const known = reasons.filter((reason) => !(isCordoned && isCordon(reason)))
  return refused.flatMap((one) => {
    // The taint of a cordoned node says the same again.
    if (isCordoned && one.plugin === 'TaintToleration' && reasons.some(isCordon) && !known.some(isTaint)) return []
    const at = lineOf(pod, one.path)
    return [{ says: sayRefusal(one, known), ...(at && { at }) }]
  })
}

function isTaint({ filter }: Reason): boolean {
  return filter === 'TaintToleration'
}

function isCordon(reason: Reason): boolean {
  return reason.filter === 'TaintToleration' && reason.taint.key === 'node.kubernetes.io/unschedulable'
}

function sayRefusal({ plugin, reasons }: Refusal, known: readonly Reason[]): string {
  const ours = known.filter((reason) => reason.filter === plugin && isSaidBetter(reason, reasons)).map(sayReason)
  return ours.length > 0 ? ours.join('; ') : reasons.map(sayOfNode).join(', ')
}

// Of one plugin's several sentences ours has to be the same one.
function isSaidBetter(reason: Reason, says: readonly string[]): boolean {
  if (reason.filter === 'NodeAffinity') return !says.includes(podSays.twoNames())
  if (reason.filter !== 'InterPodAffinity') return true
  return (reason.rule === 'near') === says.includes(nodeSays.noCompany)
}

/** The line of a field of the pod, where it is written. */
function lineOf({ source, workload }: PodClass, path: Refusal['path']): Clause['at'] {
  if (!path) return undefined
  const at = source.lineOf?.([...(templatePath(partsOf(workload).kind) ?? []), ...path])
  return at && { file: at.file, line: at.line }
}

/** `scores 454: TaintToleration 300, NodeResourcesFit 84`. */
export function sayScore({ by, total }: NodeScore): string {
  const parts = Object.entries(by).map(([plugin, score]) => `${plugin} ${score}`)
  return `scores ${total}: ${parts.join(', ')}`
}

/** `holds db: required anti-affinity (deploy.yaml:14); has no pod slot left`. */
export function sayClauses(clauses: readonly Clause[]): string {
  const said = clauses.map(({ says, at }) => (at ? `${says} (${at.file}:${at.line})` : says))
  return [...new Set(said)].join('; ')
}
