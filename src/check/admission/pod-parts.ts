// What the API server says of the pods that a controller makes, as parts of a verdict.
import { admitClaims, type ClaimAdmission } from '../../engine/admission/admit-claims.ts'
import { admitPods, type PodAdmission } from '../../engine/admission/admit-pods.ts'
import type { AboveLimit, Fault, Refusal } from '../../engine/admission/refusal.ts'
import { sayFault, sayPath } from '../../engine/admission/words.ts'
import type { Origin } from '../../engine/pods/container-defaults.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { formatQuantity, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import { componentEdit } from '../placement/component-edit.ts'
import type { Edit, Words } from '../verdict.ts'
import { table, type View, type World } from '../world.ts'
import { type Mutated, mutated, mutatorsIn, type Perhaps, perhapsRows } from './mutated.ts'

export type PodRules = {
  pods: { readonly wanted: number; readonly kind: string }
  podRefused: Refusal & { readonly wanted: number; readonly kind: string } & Perhaps
  claimRefused: Refusal
}

interface Admissions {
  readonly objects: ReadonlyMap<Ref, EstateObject>
  readonly pods: ReadonlyMap<Ref, PodAdmission>
  readonly claims: ReadonlyMap<Ref, ClaimAdmission>
  /** Namespaces with a LimitRange or a quota. */
  readonly bounded: ReadonlySet<string>
}

const admissions = table(
  ({ estate, pods }: View): Admissions => ({
    objects: new Map(estate.objects.map((object) => [object.ref, object])),
    pods: new Map(admitPods(estate, pods).map((admission) => [admission.workload, admission])),
    claims: new Map(admitClaims(estate).map((admission) => [admission.ref, admission])),
    bounded: new Set(
      estate.objects.flatMap(({ ref, manifest: { kind } }) =>
        kind === 'LimitRange' || kind === 'ResourceQuota' ? [partsOf(ref).namespace] : [],
      ),
    ),
  }),
)

/** Parts on pods and claims; none for an object that makes no pods and is bounded by nothing. A full quota is another question's. */
export function podParts(object: EstateObject, view: View, world: World): readonly AnyPart<PodRules>[] {
  const { pods, claims } = admissions(view)
  const claim = claims.get(object.ref)?.refused ?? []
  const refusedClaims = claim.map((refusal) => part('claimRefused', false, refusal, whereAndWhy(refusal, object, view)))
  const admission = pods.get(object.ref)
  if (admission === undefined || admission.wanted === 0) return refusedClaims

  const { wanted, refused } = admission
  const { kind, namespace } = partsOf(object.ref)
  const faults = refused.filter(({ fault }) => fault.is !== 'beyondQuota')
  const { truth, assumes, may } = mutatedPods(faults.length === 0, object, namespace, view)
  if (faults.length === 0)
    return [...refusedClaims, part('pods', truth, { wanted, kind }, { at: { source: object.source }, assumes })]
  const fix = fixFor(faults, object, view, world)
  return [
    ...refusedClaims,
    ...faults.map((refusal) =>
      part('podRefused', truth, { ...refusal, wanted, kind, ...may }, { ...whereAndWhy(refusal, object, view), fix }),
    ),
  ]
}

// Where nothing bounds pods, what others put into them is refused by nothing.
function mutatedPods(isTaken: boolean, { ref }: EstateObject, namespace: string, view: View): Mutated {
  const pod = view.byWorkload.get(ref)
  const mutators = pod && admissions(view).bounded.has(namespace) ? mutatorsIn(view)(pod) : []
  return mutated(isTaken, mutators, view.denied)
}

function whereAndWhy({ path, fault }: Refusal, object: EstateObject, view: View) {
  const rule = ruleBehind(fault)
  const stated = rule === undefined ? [] : [admissions(view).objects.get(rule)?.source.stated]
  return {
    at: { source: object.source, path },
    cause: causeOf(fault, view.estate.cluster),
    hint: hintFor(fault),
    stated,
  }
}

/** The LimitRange or quota without which it would not be refused. */
function ruleBehind(fault: Fault): Ref | undefined {
  if (fault.is === 'beyondBound') return fault.range
  if (fault.is === 'unsaid' || fault.is === 'beyondQuota') return fault.quota
  return fault.is === 'aboveLimit' && fault.limitFrom?.from === 'limitRange' ? fault.limitFrom.range : undefined
}

function causeOf(fault: Fault, cluster: string): string | undefined {
  const rule = ruleBehind(fault)
  if (rule === undefined) return undefined
  const { namespace, name } = partsOf(rule)
  const what =
    fault.is === 'aboveLimit'
      ? ['default-limit', fault.resource]
      : fault.is === 'beyondBound'
        ? [fault.bound, fault.resource]
        : ['unsaid']
  return [what[0], cluster, namespace, name, ...what.slice(1)].join('/')
}

function hintFor(fault: Fault): string | undefined {
  if (fault.is === 'unsaid') return 'requests and limits of its own, or a LimitRange with defaults in the namespace'
  if (fault.is !== 'aboveLimit') return undefined
  const least = sayQuantity(fault.resource, fault.request)
  return `a limit of its own, or a default limit of at least ${least}`
}

// Limits as large as the requests are the least that is taken; what says no request has no number to begin with.
function fixFor(
  faults: readonly Refusal[],
  object: EstateObject,
  view: View,
  world: World,
): readonly Edit[] | undefined {
  const wanted = new Map<string, Quantity>()
  for (const { fault } of faults) {
    const found =
      fault.is === 'aboveLimit'
        ? [[fault.resource, fault.request] as const]
        : fault.is === 'unsaid'
          ? limitsToSay(fault.resources, object.ref, view)
          : undefined
    if (found === undefined) return undefined
    for (const [resource, limit] of found) wanted.set(resource, limit)
  }
  const isOne = view.byWorkload.get(object.ref)?.spec.containers.length === 1
  const edits = [...wanted]
    .sort()
    .map(([resource, limit]) => componentEdit(object, world, ['limits', resource], formatQuantity(limit)))
  return isOne && edits.length > 0 && edits.every((edit) => edit !== undefined) ? edits : undefined
}

function limitsToSay(
  resources: readonly string[],
  workload: Ref,
  view: View,
): readonly (readonly [string, Quantity])[] | undefined {
  const requests = new Map(Object.entries(view.byWorkload.get(workload)?.requests ?? {}))
  const found = resources.map((resource) => {
    const [, name = ''] = /^limits\.(.*)$/.exec(resource) ?? []
    return [name, requests.get(name)] as const
  })
  return found.every((row): row is readonly [string, Quantity] => row[1] !== undefined) ? found : undefined
}

export const podWords = {
  pods: ({ wanted, kind }: PodRules['pods']) =>
    `${sayPods(wanted, kind)} ${wanted === 1 ? 'stays' : 'stay'} within the bounds of the namespace`,
  podRefused: (refusal: PodRules['podRefused']): Words => {
    const line = `${refusal.wanted === 1 ? 'its pod' : `none of its ${refusal.wanted} pods`} is ${refusal.wanted === 1 ? 'never ' : ''}created: ${sayShort(refusal.fault)}`
    const rows = [...(rowsOf(refusal.fault) ?? []), ...perhapsRows(refusal)]
    return rows.length === 0 ? { line } : { line, rows }
  },
  claimRefused: ({ fault }: PodRules['claimRefused']) => `the claim is refused: ${sayFault(fault)}`,
}

function sayPods(wanted: number, kind: string): string {
  const pods = wanted === 1 ? 'its pod' : `its ${wanted} pods`
  return kind === 'CronJob' ? `${pods} of one run` : pods
}

function sayShort(fault: Fault): string {
  if (fault.is !== 'aboveLimit') return sayFault(fault)
  const { container, resource, request, limit } = fault
  return `container ${container}: ${resource} request ${sayQuantity(resource, request)} is above its limit ${sayQuantity(resource, limit)}`
}

function rowsOf(fault: Fault): Words['rows'] {
  if (fault.is !== 'aboveLimit') return undefined
  const { resource, request, limit, requestFrom, limitFrom }: AboveLimit = fault
  return [
    ['request', `${sayQuantity(resource, request)}, ${sayOrigin(requestFrom)}`],
    ['limit', `${sayQuantity(resource, limit)}, ${sayOrigin(limitFrom)}`],
  ]
}

function sayOrigin(origin: Origin | undefined): string {
  if (origin === undefined || origin.from === 'own') return 'its own'
  if (origin.from === 'limit') return 'from its limit, as it says no request'
  return `from LimitRange ${partsOf(origin.range).name}, ${sayPath(origin.path)}`
}
