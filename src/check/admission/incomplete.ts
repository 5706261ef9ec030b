// A manifest that is shown as what somebody applies, and lacks what the object needs: fields that the API server wants,
// labels by which the rules beside it find its pods, and mounts of the volumes that it keeps.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, textOf, textsOf } from '../../engine/pods/untrusted.ts'
import { isSelector, withoutNulls } from '../../engine/reachability/shape.ts'
import type { EstateObject, ShownObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type Labels, partsOf, type Ref } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

export type IncompleteRules = {
  incomplete: { readonly missing: readonly string[] }
  /** By rule, `budget orders-db` or the field of a term: what it selects, and the labels that the shown pods have. */
  unlabelled: { readonly selectors: readonly (readonly [rule: string, selector: string])[]; readonly labels: Labels }
  unmounted: { readonly claims: readonly string[] }
}

type Shown = Pick<ShownObject, 'manifest' | 'source' | 'of'>

export function incompleteParts(
  missing: readonly string[],
  shown: Shown,
  view: View,
): readonly AnyPart<IncompleteRules>[] {
  const pod = view.byWorkload.get(shown.of)
  return [
    part('incomplete', missing.length === 0, { missing }, { ...aside('incomplete', shown), hint }),
    ...(pod ? [...unlabelledPart(shown, pod, view), ...unmountedPart(shown, pod)] : []),
  ]
}

const hint = 'the whole manifest, or a word that it is an excerpt'

function aside(what: string, { source, of }: Shown) {
  return { cause: `${what}/${of}`, at: { source, path: ['spec', 'template'] } }
}

// Only rules that do find the pods of the lowered object are meant for them.
function unlabelledPart(shown: Shown, pod: PodClass, { estate }: View): readonly AnyPart<IncompleteRules>[] {
  const template = fieldsOf(fieldsOf(shown.manifest.spec).template)
  const labels = textsOf(fieldsOf(template.metadata).labels)
  const rules = [...termsIn(fieldsOf(template.spec)), ...estate.objects.flatMap((object) => budgetOf(object, shown.of))]
  const meant = rules.filter(({ selector }) => isSelector(selector) && matchesLabels(selector, pod.labels))
  if (meant.length === 0) return []
  const lost = meant.filter(({ selector }) => !(isSelector(selector) && matchesLabels(selector, labels)))
  const selectors = lost.map(({ rule, selector }) => [rule, saySelector(selector)] as const)
  return [
    part(
      'unlabelled',
      lost.length === 0,
      { selectors, labels },
      { ...aside('unlabelled', shown), hint: 'the labels in spec.template.metadata.labels' },
    ),
  ]
}

interface Rule {
  readonly rule: string
  readonly selector: unknown
}

function termsIn(spec: Fields): readonly Rule[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const said = fieldsOf(fieldsOf(spec.affinity)[kind])
    const required = fieldsIn(said.requiredDuringSchedulingIgnoredDuringExecution)
    const preferred = fieldsIn(said.preferredDuringSchedulingIgnoredDuringExecution).map((one) =>
      fieldsOf(one.podAffinityTerm),
    )
    return [...required, ...preferred].map(({ labelSelector }) => ({
      rule: kind,
      selector: withoutNulls(labelSelector),
    }))
  })
}

function budgetOf({ manifest, ref }: EstateObject, of: Ref): readonly Rule[] {
  const { kind, namespace, name } = partsOf(ref)
  if (kind !== 'PodDisruptionBudget' || namespace !== partsOf(of).namespace) return []
  return [{ rule: `budget ${name}`, selector: withoutNulls(fieldsOf(manifest.spec).selector) }]
}

function saySelector(selector: unknown): string {
  const { matchLabels, matchExpressions } = fieldsOf(selector)
  const labels = Object.entries(textsOf(matchLabels)).map(([key, value]) => `${key}=${value}`)
  const keys = fieldsIn(matchExpressions).map(({ key, operator }) => `${key} ${operator}`)
  return [...labels, ...keys].join(', ')
}

/** A claim without a mount: the data is written to the container, and goes with it. */
function unmountedPart(shown: Shown, pod: PodClass): readonly AnyPart<IncompleteRules>[] {
  const mountedBy = (containers: unknown) =>
    fieldsIn(containers).flatMap(({ volumeMounts }) => fieldsIn(volumeMounts).flatMap(({ name }) => textOf(name) ?? []))
  const kept = mountedBy(pod.spec.containers)
  if (kept.length === 0) return []
  const spec = fieldsOf(fieldsOf(fieldsOf(shown.manifest.spec).template).spec)
  const mounted = new Set(mountedBy(spec.containers))
  const claims = kept.filter((name) => !mounted.has(name))
  return [part('unmounted', claims.length === 0, { claims }, { ...aside('unmounted', shown), hint: 'a volumeMount' })]
}

export const incompleteWords = {
  incomplete: ({ missing }: IncompleteRules['incomplete']) =>
    missing.length === 0
      ? 'it is shown whole'
      : `it is shown as what is applied, and the API server refuses it: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
  unlabelled: ({ selectors, labels }: IncompleteRules['unlabelled']): Words => {
    if (selectors.length === 0) return { line: 'the rules beside it find its pods' }
    const has = Object.entries(labels).map(([key, value]) => `${key}=${value}`)
    const own = has.length === 0 ? 'no labels' : has.join(', ')
    return { line: `its pods have ${own}, so that what is meant for them finds none`, rows: selectors }
  },
  unmounted: ({ claims }: IncompleteRules['unmounted']) =>
    claims.length === 0
      ? 'the volumes that it keeps are mounted'
      : `no container mounts ${claims.join(', ')}: what it writes goes with the container`,
}
