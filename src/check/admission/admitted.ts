import type { Assumption } from '../../engine/assumption.ts'
import type { EstateObject, ShownObject } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { View, World } from '../world.ts'
import { excerptParts, type ObjectRules, objectParts, objectWords } from './object-parts.ts'
import { type PodRules, podParts, podWords } from './pod-parts.ts'
import { excerptSubject, objectSubject, sayRef } from './subject.ts'
import { standInFinding } from './versions-asked.ts'

type Rules = ObjectRules & PodRules

// An accepted Deployment is no running pod: LimitRanges and quotas are asked when its controller creates pods. So both are judged.
export const admitted = defineQuestion<Rules>({
  id: 'admitted',
  asks: 'Does the API server take every object, and every pod that comes of it?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views) {
      const ours = view.estate.objects.filter(isOurs)
      const others: EstateObject[] = []
      const version = ours.length > 0 ? standInFinding(view) : undefined
      if (version) yield version
      for (const same of groupsOf(ours, ({ ref }) => ref)) {
        const finding = ofObject(same, view, world)
        if (isUnreadKind(finding, same[0])) others.push(...same)
        else if (!isMade(same[0]) || finding.parts.some(({ truth }) => truth === false)) yield finding
      }
      if (others.length > 0) yield ofOthers(others, view)
      for (const same of groupsOf(view.estate.shown, ({ of, environment }) => `${environment}/${of}`))
        yield ofExcerpts(same, view)
    }
  },

  says: { ...objectWords, ...podWords },
})

// What the distribution brought, or the live cluster shows, stands there already, and what nobody shows cannot be judged.
function isOurs({ origin, implied, source }: EstateObject): boolean {
  return origin !== 'brought' && !implied && !source.live
}

// An operator makes what is taken, where the namespace lets it: only that it does not is worth a word.
function isMade({ origin }: EstateObject): boolean {
  return origin === 'made'
}

/** An object written twice is one subject: what holds must hold of both. */
function groupsOf<T>(members: readonly T[], keyOf: (member: T) => Ref | string): readonly (readonly [T, ...T[]])[] {
  const groups = [...Map.groupBy(members, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  return groups.map(([, group]) => group as [T, ...T[]])
}

function ofObject(same: readonly [EstateObject, ...EstateObject[]], view: View, world: World): Finding<Rules> {
  const [object] = same
  const parts = same.flatMap(({ manifest, source }) => objectParts(manifest, view, source))
  const pods = podParts(object, view, world)
  return {
    id: objectSubject(object, view),
    environment: object.environment,
    cluster: view.estate.cluster,
    says: `the API server takes ${sayRef(object.ref)}${pods.length > 0 ? ' and what it makes' : ''}`,
    source: object.source,
    about: [object.ref],
    parts: [...parts, ...pods],
  }
}

// Of a kind whose rules are not written here nothing is known of any object: that is said once for all of them.
function isUnreadKind({ parts }: Finding<Rules>, { manifest }: EstateObject): boolean {
  const [part, ...more] = parts
  if (part?.rule !== 'unread' || more.length > 0) return false
  return part.because.parts.join() === `${manifest.apiVersion}/${manifest.kind}`
}

function ofOthers(others: readonly EstateObject[], { estate, denied }: View): Finding<Rules> {
  const kinds = Map.groupBy(others, ({ manifest }) => `${manifest.kind} of ${manifest.apiVersion}`)
  const rows = [...kinds].map(([kind, objects]) => [kind, objects.length] as const)
  const assumption: Assumption = {
    id: `other-kinds/${estate.cluster}`,
    says: `the fields of ${sayKinds(others)} are as their definitions want them: nobody here looks at them`,
    kind: 'opaque',
  }
  const truth = !denied.has(assumption.id)
  return {
    id: [estate.cluster, 'other-kinds'],
    cluster: estate.cluster,
    says: 'the API server takes objects of kinds whose rules are not written here',
    about: others.map(({ ref }) => ref),
    parts: [
      part('otherKinds', truth, { kinds: rows.sort(([a], [b]) => byCodePoint(a, b)) }, { assumes: [assumption] }),
    ],
  }
}

// Prometheus, ServiceMonitor and 3 more kinds
function sayKinds(others: readonly EstateObject[]): string {
  const kinds = [...new Set(others.map(({ manifest }) => manifest.kind))].sort(byCodePoint)
  const more = kinds.length > 3 ? ` and ${kinds.length - 2} more kinds` : ''
  return `${kinds.slice(0, more === '' ? 3 : 2).join(', ')}${more}`
}

function ofExcerpts(same: readonly [ShownObject, ...ShownObject[]], view: View): Finding<Rules> {
  const [shown] = same
  return {
    id: excerptSubject(shown, view),
    environment: shown.environment,
    cluster: view.estate.cluster,
    says: `the API server takes what is shown of ${sayRef(shown.of)}`,
    source: shown.source,
    about: [shown.of],
    parts: same.flatMap((each) => excerptParts(each, view)),
  }
}
