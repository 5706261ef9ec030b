import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { objectSubject, sayRef } from '../admission/subject.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'
import { findTarget } from './find-target.ts'
import { objectReferences } from './object-references.ts'
import { podReferences } from './pod-references.ts'
import { type ProbeRules, probeParts, probeWords } from './probe-parts.ts'
import { type ReferRules, referWords } from './refer-words.ts'
import { type Reference, sayTarget } from './reference.ts'
import { budgetSelection, selectionWords } from './selection-part.ts'
import { type ServiceRules, serviceParts, serviceWords } from './service-parts.ts'

type Rules = ReferRules & ServiceRules & ProbeRules

// A reference to nothing is admitted without a word, and fails when it is used.
export const refers = defineQuestion<Rules>({
  id: 'refers',
  asks: 'Is everything there that objects name?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views)
      for (const object of view.estate.objects) {
        const finding = isJudged(object, view) ? findingOf(object, view) : undefined
        if (finding) yield finding
      }
  },

  says: { ...referWords, ...serviceWords, ...selectionWords, ...probeWords },
})

// What a distribution or an operator made, it made whole; what is switched off on purpose starts nothing.
function isJudged({ origin, implied, ref }: EstateObject, { byWorkload, estate }: View): boolean {
  if (origin === 'brought' || origin === 'made' || implied) return false
  const pod = byWorkload.get(ref)
  return (
    pod === undefined ||
    pod.count > 0 ||
    pod.scales !== undefined ||
    (pod.kind === 'DaemonSet' && estate.nodes.length === 0)
  )
}

function findingOf(object: EstateObject, view: View): Finding<Rules> | undefined {
  // A platform is whole: what it does not declare, nobody brings.
  const isWhole = object.origin === 'lowered'
  const references = [...podReferences(object), ...objectReferences(object)]
    .filter(({ otherwise }) => otherwise !== undefined)
    .map(({ isLoose, ...reference }) => (isLoose && !isWhole ? { ...reference, isLoose } : reference))
  const isBudget = object.manifest.kind === 'PodDisruptionBudget'
  const parts = [
    ...partsOfReferences(references, object, view),
    ...serviceParts(object, references, view),
    ...(isBudget ? budgetSelection(object, view) : []),
    ...probeParts(object),
  ]
  if (parts.length === 0) return undefined
  return {
    id: objectSubject(object, view),
    environment: object.environment,
    cluster: view.estate.cluster,
    says: `everything is there that ${sayRef(object.ref)} names`,
    source: object.source,
    about: [object.ref],
    parts,
  }
}

function partsOfReferences(
  references: readonly Reference[],
  object: EstateObject,
  view: View,
): readonly AnyPart<Rules>[] {
  const { namespace } = partsOf(object.ref)
  const distinct = new Map(references.map((reference) => [keyOf(reference), reference] as const).reverse())
  const ordered = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference)
  const there: string[] = []
  const parts = ordered.flatMap((reference): AnyPart<Rules>[] => {
    const found = partOf(reference, object, view)
    if (found) return [found]
    there.push(sayTarget(reference, namespace))
    return []
  })
  if (there.length === 0) return parts
  return [part('there', true, { targets: [...new Set(there)] }, { at: { source: object.source } }), ...parts]
}

function keyOf({ kind, group, namespace, name, key, port }: Reference): string {
  return JSON.stringify([kind, group, namespace, name, key ?? '', `${port ?? ''}`])
}

function partOf(reference: Reference, object: EstateObject, view: View): AnyPart<Rules> | undefined {
  const { namespace } = partsOf(object.ref)
  const { otherwise = '', key = '', port = '', path } = reference
  const found = findTarget(reference, view)
  const target = sayTarget(reference, namespace)
  const at = { source: object.source, path }
  const cause = causeOf(reference, view.estate.cluster)
  switch (found.is) {
    case 'there':
      return undefined
    case 'made':
    case 'outside': {
      const { assumption } = found
      const more = { at, cause, assumes: [assumption] }
      return part(found.is, !view.denied.has(assumption.id), { target, otherwise, says: assumption.says }, more)
    }
    case 'unread':
      return part('unread', undefined, { target, who: found.who }, { at })
    case 'absent': {
      const named = found.group === undefined ? target : `${target} of ${found.group}`
      return part('absent', false, { target: named, otherwise }, { at, cause, ...meant(found.near) })
    }
    case 'noKey': {
      const isRef = `${path.at(-1)}`.endsWith('KeyRef')
      const more = {
        at: { ...at, path: isRef ? [...path, 'key'] : path },
        cause: `${cause}/${key}`,
        ...(found.isWritten && found.near === undefined ? { hint: byHand(reference) } : meant(found.near)),
      }
      return part('noKey', false, { target, key, keys: found.keys, otherwise }, more)
    }
    case 'noPort':
      return part('noPort', false, { target, port, ports: found.ports, otherwise }, { at, cause: `${cause}/${port}` })
  }
}

function causeOf({ kind, namespace, name }: Reference, cluster: string): string {
  return ['absent', cluster, kind, ...(namespace === '' ? [] : [namespace]), name].join('/')
}

function meant(near: string | undefined): { readonly hint?: string } {
  return near === undefined ? {} : { hint: `did you mean ${near}?` }
}

// Applying a file takes no key away that it never held: what somebody put there by hand is still there.
// Source: https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes
function byHand({ kind, namespace, name, key = '' }: Reference): string {
  const isPlain = [namespace, name].every((word) => /^[a-z0-9.-]+$/.test(word))
  const asked = isPlain ? `: kubectl -n ${namespace} describe ${kind.toLowerCase()} ${name}` : ''
  return `the key ${key} in that ${kind}; one that was added by hand on the cluster would do, and no file shows it${asked}`
}
