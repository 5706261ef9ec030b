// Who changes pods while they are created, by what the estate shows: what they come out as is not known here.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { injectors, isKnownWebhook, type Mark } from '../../knowledge/injectors.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { Labels } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'
import { groupOf } from '../pods/api-group.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../pods/untrusted.ts'
import { isSelector, withoutNulls } from '../reachability/shape.ts'

export interface Mutator {
  /** `MutatingWebhookConfiguration pod-defaults`, `Istio`. */
  readonly name: string
  /** It adds containers to what is written, and changes nothing of that. */
  readonly adds: boolean
  readonly assumption: Assumption
}

interface Marked {
  readonly labels: Labels
  readonly annotations: Labels
}

type Sees = (pod: PodClass, own: Marked, around: Marked) => boolean

/** By name, sorted, those that see the pods of a class. */
export function mutatorsOf(estate: Estate): (pod: PodClass) => readonly Mutator[] {
  const objects = new Map(estate.objects.map((object) => [object.ref, object]))
  const all = [
    ...injectors.map((one): [Mutator, Sees] => [
      mutator(estate, one.name, true),
      ({ spec }, own, around) => {
        if ((one.skipsHostNetwork && spec.hostNetwork === true) || one.off.some((mark) => bears(own, mark)))
          return false
        return one.ofPods.some((mark) => bears(own, mark)) || one.ofNamespaces.some((mark) => bears(around, mark))
      },
    ]),
    ...estate.objects.flatMap((object) => configured(object, estate)),
  ].sort(([a], [b]) => byCodePoint(a.name, b.name))
  return (pod) => {
    const own = { ...markedBy(templateOf(objects.get(pod.workload))), labels: pod.labels }
    const around = markedBy(objects.get(`Namespace//${pod.namespace}`)?.manifest)
    return all.filter(([, sees]) => sees(pod, own, around)).map(([one]) => one)
  }
}

function mutator({ cluster }: Estate, name: string, adds: boolean, object?: EstateObject): Mutator {
  const says = `what ${name} ${adds ? 'adds to' : 'changes in'} pods changes nothing here`
  const assumption: Assumption = { id: `mutates/${cluster}/${name}`, says, kind: 'opaque' }
  return { name, adds, assumption: object ? { ...assumption, source: object.source } : assumption }
}

function bears(own: Marked, { in: where, key, values }: Mark): boolean {
  const value = Object.hasOwn(own[where], key) ? own[where][key] : undefined
  return value !== undefined && (values === undefined || values.includes(value))
}

// Source: k8s.io/api@v0.36.3/admissionregistration/v1/types.go; kyverno.io/docs/policy-types/cluster-policy/mutate;
// open-policy-agent.github.io/gatekeeper/website/docs/mutation.
function configured(object: EstateObject, estate: Estate): [Mutator, Sees][] {
  const { kind, apiVersion, metadata, webhooks, spec } = object.manifest
  const group = groupOf(apiVersion)
  const named = mutator(estate, `${kind} ${metadata.name}`, false, object)
  if (group === 'admissionregistration.k8s.io' && kind === 'MutatingWebhookConfiguration')
    return fieldsIn(webhooks).some(isOfPods) ? [[named, seenByWebhook(fieldsIn(webhooks).filter(isOfPods))]] : []
  if (group === 'kyverno.io' && (kind === 'ClusterPolicy' || kind === 'Policy'))
    return fieldsIn(fieldsOf(spec).rules).some(({ mutate }) => Object.keys(fieldsOf(mutate)).length > 0)
      ? [[named, ({ namespace }) => kind === 'ClusterPolicy' || namespace === metadata.namespace]]
      : []
  // AssignMetadata sets labels and annotations that are not there, and nothing that pods ask for.
  if (group === 'mutations.gatekeeper.sh' && kind !== 'AssignMetadata') return [[named, () => true]]
  return []
}

function isOfPods({ rules, name }: Fields): boolean {
  if (isKnownWebhook(textOf(name) ?? '')) return false
  return fieldsIn(rules).some(({ apiGroups, resources, operations }) => {
    const takes = (list: unknown, ...values: readonly string[]) =>
      listOf(list).some((one) => one === '*' || values.includes(String(one)))
    return takes(apiGroups, '') && takes(resources, 'pods', '*/*', 'pods/*') && takes(operations, 'CREATE')
  })
}

const nameLabel = 'kubernetes.io/metadata.name'

function seenByWebhook(webhooks: readonly Fields[]): Sees {
  return ({ namespace }, own, around) =>
    webhooks.some(
      ({ namespaceSelector, objectSelector }) =>
        mayTake(namespaceSelector, { ...around.labels, [nameLabel]: namespace }) && mayTake(objectSelector, own.labels),
    )
}

function mayTake(written: unknown, labels: Labels): boolean {
  const selector = withoutNulls(written)
  return !isSelector(selector) || matchesLabels(selector, labels)
}

function templateOf(object: EstateObject | undefined): unknown {
  if (!object || object.manifest.kind === 'Pod') return object?.manifest
  const { kind, spec } = object.manifest
  return fieldsOf(kind === 'CronJob' ? fieldsOf(fieldsOf(spec).jobTemplate).spec : spec).template
}

function markedBy(thing: unknown): Marked {
  const { labels, annotations } = fieldsOf(fieldsOf(thing).metadata)
  return { labels: textsOf(labels), annotations: textsOf(annotations) }
}
