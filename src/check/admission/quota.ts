import { type QuotaUse, quotaUse, type Share } from '../../engine/admission/quota-use.ts'
import type { EstateObject } from '../../estate/estate.ts'
import {
  compareQuantity,
  formatQuantity,
  type Quantity,
  sayQuantity,
  subtractQuantity,
} from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { writtenFirst } from '../only-live.ts'
import type { Edit, Words } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { mutated, mutatorsIn, type Perhaps, perhapsRows } from './mutated.ts'
import { objectSubject, sayRef } from './subject.ts'

interface Fits extends Perhaps {
  readonly resource: string
  readonly hard: Quantity
  readonly used: Quantity
  readonly by: readonly Share[]
}

type Rules = { fits: Fits; uncounted: { readonly resource: string; readonly hard: Quantity } }

const mostRows = 8

/** What the quotas of a cluster hold, and who uses them. */
export const quotaRows = table(({ estate, pods }) => quotaUse(estate, pods))

// The steady state: every pod that is wanted, every claim, every object. Rollouts and jobs come on top, as advice.
export const quota = defineQuestion<Rules>({
  id: 'quota',
  asks: 'Does what is wanted in a namespace fit its quota?',

  *judge(world) {
    for (const view of world.views) {
      const objects = new Map(view.estate.objects.map((object) => [object.ref, object]))
      for (const [ref, rows] of Map.groupBy(quotaRows(view), (row) => row.quota)) {
        const object = objects.get(ref) as EstateObject
        yield {
          id: objectSubject(object, view).filter((step) => step !== 'ResourceQuota') as unknown as readonly [
            string,
            ...string[],
          ],
          environment: object.environment,
          cluster: view.estate.cluster,
          says: `what is wanted in ${partsOf(ref).namespace} fits the quota ${partsOf(ref).name}`,
          source: object.source,
          about: aboutOf(object, rows, view),
          parts: rows.map((row) => partOf(row, object, view)),
        }
      }
    }
  },

  says: {
    fits: ({ resource, hard, used, by, ...may }, truth): Words => ({
      line: truth ? `${resource}: ${say(resource, used)} of ${say(resource, hard)}` : beyond(resource, used, hard),
      rows: [...(rowsOf(resource, by) ?? []), ...perhapsRows(may)],
    }),
    uncounted: ({ resource, hard }) => `nobody here counts ${resource}, of which ${say(resource, hard)} is allowed`,
  },
})

// A quota that no file holds is judged by what it does to those that are in files.
function aboutOf({ ref, source }: EstateObject, rows: readonly QuotaUse[], view: View): readonly Ref[] {
  if (!source.live) return [ref]
  const charged = rows.flatMap(({ by, surge, runs }) => [...by, ...surge, ...runs].map((share) => share.ref as Ref))
  return writtenFirst([ref, ...new Set(charged)], view)
}

function partOf({ resource, hard, used, by }: QuotaUse, object: EstateObject, view: View): AnyPart<Rules> {
  const at = { source: object.source, path: ['spec', 'hard', resource] }
  if (used === undefined) return part('uncounted', undefined, { resource, hard }, { at })
  // What containers ask is what others may add to; how many objects there are is not.
  const pods = by.flatMap(({ ref }) => view.byWorkload.get(ref) ?? [])
  const mutators = /cpu|memory|storage/.test(resource) ? pods.flatMap(mutatorsIn(view)) : []
  const distinct = [...new Map(mutators.map((one) => [one.name, one])).values()]
  const { truth, assumes, may } = mutated(compareQuantity(used, hard) <= 0, distinct, view.denied)
  return part(
    'fits',
    truth,
    { resource, hard, used, by, ...may },
    { at, assumes, fix: enlarged(object, resource, used) },
  )
}

// The least that holds what is wanted; a quota written by hand has no option to change.
function enlarged(
  { origin, environment }: EstateObject,
  resource: string,
  used: Quantity,
): readonly Edit[] | undefined {
  if (origin !== 'lowered' || environment === undefined) return undefined
  return [{ of: { is: 'environment', name: environment }, path: ['quota', resource], to: formatQuantity(used) }]
}

function beyond(resource: string, used: Quantity, hard: Quantity): string {
  return `${resource}: ${say(resource, used)} wanted, ${say(resource, subtractQuantity(used, hard))} more than the ${say(resource, hard)} of the quota`
}

function rowsOf(resource: string, by: readonly Share[]): Words['rows'] {
  const rest = by.slice(mostRows)
  const shown = by
    .slice(0, mostRows)
    .map(({ ref, amount }): [string, string] => [sayRef(ref as Ref), say(resource, amount)])
  return rest.length === 0 ? shown : [...shown, [`${rest.length} more`, 'less each']]
}

function say(resource: string, amount: Quantity): string {
  return sayQuantity(resource, amount)
}
