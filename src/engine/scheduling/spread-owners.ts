// Pods that belong together where nobody writes how they spread: those of their Services and of their owner.
// Source: pkg/scheduler/framework/plugins/helper/spread.go:37 (DefaultSelector, kubernetes v1.36.3).

import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelRequirement, LabelSelector, Labels, Manifest } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../pods/untrusted.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

/** The selector of the pods that belong together with one; undefined where nothing names any. */
export interface SpreadOwners {
  selectorOf(pod: SchedulingPod): LabelSelector | undefined
}

export function spreadOwnersOf(others: readonly Manifest[]): SpreadOwners {
  const services = Map.groupBy(
    others.filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1'),
    namespaceOf,
  )
  const makers = new Map(others.filter(isMaker).map((one) => [makerId(one, namespaceOf(one), one.metadata.name), one]))
  return {
    selectorOf(pod) {
      const chosen = (services.get(pod.namespace) ?? []).map(({ spec }) => fieldsOf(spec).selector)
      const served = chosen.filter((selector) => selector !== undefined && selector !== null).map(textsOf)
      const labels: Labels = Object.assign(
        {},
        ...served.filter((matchLabels) => matchesLabels({ matchLabels }, pod.labels)),
      )
      const found = withMaker(labels, makerOf(pod, makers))
      return found === undefined || isEverything(found) ? undefined : found
    },
  }
}

function namespaceOf({ metadata }: Manifest): string {
  return textOf(metadata.namespace) ?? 'default'
}

function isMaker({ apiVersion, kind }: Manifest): boolean {
  if (apiVersion === 'v1') return kind === 'ReplicationController'
  return apiVersion === 'apps/v1' && (kind === 'ReplicaSet' || kind === 'StatefulSet')
}

function makerId({ apiVersion, kind }: { apiVersion: string; kind: string }, namespace: string, name: unknown): string {
  return JSON.stringify([apiVersion, kind, namespace, name])
}

function makerOf({ manifest, namespace }: SchedulingPod, makers: ReadonlyMap<string, Manifest>): Manifest | undefined {
  const owner = fieldsIn(manifest.metadata.ownerReferences).find(({ controller }) => controller === true)
  if (!owner) return undefined
  const kind = { apiVersion: textOf(owner.apiVersion) ?? '', kind: textOf(owner.kind) ?? '' }
  return makers.get(makerId(kind, namespace, owner.name))
}

function withMaker(matchLabels: Labels, maker: Manifest | undefined): LabelSelector | undefined {
  if (!maker) return { matchLabels }
  const selector = fieldsOf(maker.spec).selector
  if (maker.kind === 'ReplicationController') return { matchLabels: { ...matchLabels, ...textsOf(selector) } }
  // An absent selector adds nothing: it selects nothing, and has no requirements (labels/selector.go:106).
  const { matchLabels: also, matchExpressions } = fieldsOf(selector)
  const equal = Object.entries(textsOf(also)).map(([key, value]): LabelRequirement => {
    return { key, operator: 'In', values: [value] }
  })
  return { matchLabels, matchExpressions: [...equal, ...(listOf(matchExpressions) as LabelRequirement[])] }
}
