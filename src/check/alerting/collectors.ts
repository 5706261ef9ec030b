// The Prometheus resources of a cluster, and what each of them takes in.
// Source: prometheus-operator.dev/docs/api-reference, PrometheusSpec: a null selector takes nothing, an empty one all; a
// null namespace selector means the resource's own namespace.

import { type Fields, fieldsOf, textsOf } from '../../engine/pods/untrusted.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject, Unseen } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type LabelSelector, partsOf } from '../../kubernetes/types.ts'
import { reachable } from '../reachability/reachable.ts'
import { table, type View } from '../world.ts'

export const monitoringGroup = 'monitoring.coreos.com/'

/** Prometheus and its agents. */
export const collectors = table(({ estate }) =>
  estate.objects.filter(
    ({ manifest }) =>
      (manifest.kind === 'Prometheus' || manifest.kind === 'PrometheusAgent') &&
      manifest.apiVersion.startsWith(monitoringGroup),
  ),
)

/** What was not read and may be another one. */
export function unseenCollectors({ estate }: View): readonly Unseen[] {
  return unseenFor(estate, { kind: 'Prometheus' })
}

/** Whether `by` takes an object by its labels and its namespace's: `serviceMonitor`, `rule`, `alertmanagerConfig`. */
export function isTaken(object: EstateObject, by: EstateObject, what: string, view: View): boolean | undefined {
  const spec = fieldsOf(by.manifest.spec)
  const selector = spec[`${what}Selector`]
  if (selector === undefined || selector === null) return false
  if (!matchesLabels(selectorOf(selector), textsOf(object.manifest.metadata.labels))) return false
  const { namespace } = partsOf(object.ref)
  const among = spec[`${what}NamespaceSelector`]
  if (among === undefined || among === null) return namespace === partsOf(by.ref).namespace
  const found = reachable(view).namespaces.all.find(({ name }) => name === namespace)
  if (matchesLabels(selectorOf(among), found?.labels ?? {})) return true
  return found?.shown ? false : undefined
}

/** A selector as it is written, what has another shape left out. */
export function selectorOf(written: unknown): LabelSelector {
  const { matchLabels, matchExpressions } = fieldsOf(written) as Fields & LabelSelector
  const expressions = Array.isArray(matchExpressions) ? matchExpressions : []
  return {
    matchLabels: textsOf(matchLabels),
    matchExpressions: expressions.filter((each) => typeof each?.key === 'string'),
  }
}
