// The field that keeps pods from every node, where one alone does.

import type { Reason, TemplatePath } from '../../engine/placement/reasons.ts'
import type { SteadyAnswer } from '../../engine/placement/steady.ts'
import type { Source } from '../../estate/estate.ts'
import { objectsByRef } from '../alerting/objects-by-ref.ts'
import { templatePathOf } from '../references/pod-references.ts'
import type { View } from '../world.ts'

interface Decided {
  readonly source: Source
  readonly path?: readonly (string | number)[]
}

/** The rule of the pod, or of its volume, that all nodes refuse; the workload itself where it takes several. */
export function decidedAt({ pod, proof, nodes }: SteadyAnswer, view: View): Decided {
  if (proof?.by === 'apart') return inTemplate(proof.path, pod, view)
  const [first, ...others] = nodes.map(({ refused }) => refused)
  const everywhere = (first ?? []).filter((reason) =>
    others.every((refused) => refused.some((other) => keyOf(other) === keyOf(reason))),
  )
  const [only, ...more] = everywhere
  if (!only || more.length > 0) return { source: pod.source }
  if (only.path) return inTemplate(only.path, pod, view)
  return (only.filter === 'VolumeBinding' && volumeOf(only, pod, view)) || { source: pod.source }
}

function keyOf(reason: Reason): string {
  const claims = reason.filter === 'VolumeBinding' ? reason.volumes.map(({ claim }) => claim) : []
  return JSON.stringify([reason.filter, reason.path, claims])
}

function inTemplate(path: TemplatePath, { source, workload }: SteadyAnswer['pod'], view: View): Decided {
  const object = objectsByRef(view).get(workload)
  const template = object && templatePathOf(object)
  return template ? { source, path: [...template, ...path] } : { source }
}

function volumeOf(
  { volumes }: Extract<Reason, { filter: 'VolumeBinding' }>,
  { claims }: SteadyAnswer['pod'],
  view: View,
): Decided | undefined {
  const [tied] = volumes
  const bound = claims.find(({ claim }) => claim === tied?.claim)?.volume
  const object = bound && objectsByRef(view).get(`PersistentVolume//${bound.name}`)
  const [term, ...others] = bound?.nodes ?? []
  const isOne = others.length === 0 && term?.matchExpressions?.length === 1
  const terms = ['spec', 'nodeAffinity', 'required', 'nodeSelectorTerms']
  return object && { source: object.source, path: isOne ? [...terms, 0, 'matchExpressions', 0, 'values', 0] : terms }
}
