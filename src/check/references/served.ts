import { newestMinor, oldestAsked } from '../../engine/admission/minors.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { type ApiLife, apiLife } from '../../knowledge/api-versions.ts'
import { minorOf } from '../../knowledge/table.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'

interface Served extends ApiLife {
  readonly apiVersion: string
  readonly kind: string
  /** The cluster's minor, where it is said. */
  readonly minor?: number
  readonly orNewer?: boolean
  readonly objects: readonly string[]
}

type Rules = { served: Served }

// One finding per version and kind: a version is given up for all objects of it at once.
export const served = defineQuestion<Rules>({
  id: 'served',
  asks: 'Does the cluster serve the API versions that objects are written in?',

  *judge({ views }) {
    for (const view of views) {
      const ours = view.estate.objects.filter(
        ({ origin, implied, source }) => origin !== 'brought' && origin !== 'made' && !implied && !source.live,
      )
      const same = Map.groupBy(ours, ({ manifest }) => `${manifest.apiVersion}/${manifest.kind}`)
      for (const [key, objects] of [...same].sort(([a], [b]) => byCodePoint(a, b))) {
        const finding = findingOf(key, objects, view)
        if (finding) yield finding
      }
    }
  },

  says: {
    served: (data, truth) => ({
      line: sayServed(data, truth),
      rows: truth === true ? [] : data.objects.map((object) => [object, ''] as const),
    }),
  },
})

function findingOf(key: string, objects: readonly EstateObject[], { estate }: View): Finding<Rules> | undefined {
  const [first] = objects
  if (first === undefined) return undefined
  const { apiVersion, kind } = first.manifest
  const life = apiLife(apiVersion, kind)
  if (life === undefined) return undefined
  const minor = estate.minor === undefined ? undefined : minorOf(estate.minor)
  const isAtLeast = minor !== undefined && estate.orNewer === true
  const data = { ...life, apiVersion, kind, ...(minor !== undefined && { minor }), ...(isAtLeast && { orNewer: true }) }
  return {
    id: [estate.cluster, kind, apiVersion.replace('/', '.')],
    cluster: estate.cluster,
    says: `${kind} is served as ${apiVersion}`,
    source: first.source,
    about: objects.map(({ ref }) => ref),
    parts: [
      part(
        'served',
        isServed(life, minor, isAtLeast),
        { ...data, objects: objects.map(({ ref }) => sayRef(ref)).sort(byCodePoint) },
        {
          cause: `api/${key}`,
          at: { source: first.source, path: ['apiVersion'] },
          ...(life.instead !== undefined && { hint: `write it as ${life.instead}: its fields may differ` }),
        },
      ),
    ],
  }
}

function isServed(
  { from, removed = Number.POSITIVE_INFINITY, isOffByDefault }: ApiLife,
  minor: number | undefined,
  isAtLeast: boolean,
): Truth {
  const oldest = minor ?? minorOf(oldestAsked) ?? 0
  const newest = minor === undefined || isAtLeast ? Math.max(oldest, minorOf(newestMinor) ?? 0) : minor
  if (removed <= oldest || from > newest) return false
  if (from > oldest || removed <= newest || isOffByDefault) return undefined
  return true
}

function sayServed(served: Served, truth: Truth): string {
  const { apiVersion, kind, from, removed, minor, orNewer, isOffByDefault, instead } = served
  const what = `${apiVersion} ${kind}`
  const cluster =
    minor === undefined
      ? 'no Kubernetes that is still patched serves it'
      : `the cluster runs 1.${minor}${orNewer ? ' or newer' : ''}`
  if (truth === true) return `${what} is served since 1.${from}`
  if (truth === false && removed !== undefined && (minor ?? removed) >= removed) {
    const now = instead === undefined ? 'nothing took its place' : `it is ${instead} now`
    return `${what} was removed in Kubernetes 1.${removed}, and ${cluster}: ${now}`
  }
  if (truth === false) return `${what} came with Kubernetes 1.${from}, and ${cluster}`
  if (isOffByDefault) return `${what} is a beta: it is served only where the cluster turns it on`
  const until = removed === undefined ? '' : ` and before 1.${removed}`
  return `${what} is served from 1.${from} on${until}, and nobody says which version the cluster runs`
}
