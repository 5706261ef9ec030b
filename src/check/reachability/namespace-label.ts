// A rule that looks for a label which the namespace of the far end has not: what to do about it, and where.

import type { Miss, Refusal } from '../../engine/reachability/refusal.ts'
import { refOf } from '../../kubernetes/types.ts'
import type { Part } from '../define.ts'
import type { Edit } from '../verdict.ts'
import type { View } from '../world.ts'

type NamespaceMiss = Extract<Miss, { why: 'namespaceSelector' }>

/** The label that the selector looks for and that the namespace has with another value: somebody renamed one of them. */
export function renamedLabel({ selector, labels }: NamespaceMiss): readonly [key: string, value: string] | undefined {
  const wanted = Object.entries(selector.matchLabels ?? {})
  const key = wanted.find(([each, value]) => Object.hasOwn(labels, each) && labels[each] !== value)?.[0]
  return key === undefined ? undefined : [key, labels[key] ?? '']
}

/** The labels put on the namespace where it lacks them; a rename is not undone, for nobody knows which side is right. */
export function labelFix({ distance }: Refusal, miss: Miss, { estate }: View): readonly Edit[] | undefined {
  if (distance !== 1 || miss.why !== 'namespaceSelector' || !miss.matchesNone || renamedLabel(miss)) return undefined
  const { matchLabels = {}, matchExpressions = [] } = miss.selector
  const missing = Object.entries(matchLabels).filter(([key, value]) => miss.labels[key] !== value)
  if (matchExpressions.length > 0) return undefined
  const object = shownNamespace(miss, estate.objects)
  if (object?.origin === 'read')
    return missing.map(([key, value]) => ({
      of: { is: 'object', name: refOf(object.manifest) },
      path: ['metadata', 'labels', key],
      to: value,
    }))
  const environment = estate.environments.find(({ namespace }) => namespace === miss.namespace)
  if (!environment) return undefined
  return missing.map(([key, value]) => ({
    of: { is: 'environment', name: environment.name },
    path: ['labels', key],
    to: value,
  }))
}

/** A label that a namespace has with another value than every policy looks for is the thing to look at first. */
export function labelPlace(miss: Miss, { estate }: View): Part['at'] {
  if (miss.why !== 'namespaceSelector' || !miss.matchesNone) return undefined
  const [key] = renamedLabel(miss) ?? []
  const namespace = shownNamespace(miss, estate.objects)
  if (key === undefined || !namespace) return undefined
  return { source: namespace.source, path: ['metadata', 'labels', key] }
}

function shownNamespace({ namespace }: NamespaceMiss, objects: View['estate']['objects']) {
  return objects.find(({ ref, implied }) => ref === `Namespace//${namespace}` && !implied)
}
