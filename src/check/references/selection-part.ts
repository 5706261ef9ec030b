// A Service, or a disruption budget, whose selector takes no pod of any file: a slip, or pods that others deploy.

import type { Assumption } from '../../engine/assumption.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject, Unseen } from '../../estate/estate.ts'
import { fieldsAt, textsOf } from '../../estate/import/fields.ts'
import { isEverything, matchesLabels, sayLabelSelector } from '../../kubernetes/selector.ts'
import { type LabelRequirement, type LabelSelector, type Labels, partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { callerRows } from './callers.ts'
import { type Meant, meantBy } from './meant-pods.ts'
import { podsIn, type Selectable, selectedPods } from './selected-pods.ts'

export type SelectionRules = { takes: Takes; selection: Selection }

interface Takes {
  readonly what: string
  readonly selector: string
  readonly workloads: readonly string[]
}

type SelectionPart = AnyPart<SelectionRules>

interface Selection {
  readonly what: string
  readonly selector: string
  readonly otherwise: string
  readonly near: readonly (readonly [workload: string, labels: string])[]
  readonly callers: readonly (readonly [who: string, how: string])[]
  /** What was not read, and may hold such pods. */
  readonly unread: readonly string[]
}

/** The part of a Service that selects by these labels. */
export function serviceSelection(service: EstateObject, selector: Labels, view: View): SelectionPart {
  const { namespace, name } = partsOf(service.ref)
  const taken = selectedPods(selector, namespace, view)
  if (taken.length > 0) return takesPart(service, { matchLabels: selector }, taken)
  return selectionPart(service, { matchLabels: selector }, view, {
    path: ['spec', 'selector'],
    otherwise: 'it has no endpoint',
    cause: `no-pods/${view.estate.cluster}/${namespace}/${name}`,
  })
}

/** The part of a disruption budget; one for every pod of its namespace asks for none. */
export function budgetSelection(budget: EstateObject, view: View): readonly SelectionPart[] {
  const selector = selectorOf(budget)
  if (!selector || isEverything(selector)) return []
  const { namespace, name } = partsOf(budget.ref)
  const taken = podsIn(namespace, view).filter(({ labels }) => matchesLabels(selector, labels))
  if (taken.length > 0) return [takesPart(budget, selector, taken)]
  return [
    selectionPart(budget, selector, view, {
      path: ['spec', 'selector', 'matchLabels'],
      otherwise: 'it protects nothing',
      cause: `no-pods/${view.estate.cluster}/${namespace}/budget/${name}`,
    }),
  ]
}

// A selector that the API server refuses takes nothing, whatever was meant: admission says so.
function selectorOf({ manifest }: EstateObject): LabelSelector | undefined {
  const said = fieldsAt(manifest, 'spec', 'selector')
  const matchLabels = textsOf(fieldsAt(said, 'matchLabels'))
  if (said.matchExpressions === undefined) return { matchLabels }
  const matchExpressions: unknown = said.matchExpressions
  return Array.isArray(matchExpressions) && matchExpressions.every(isRequirement)
    ? { matchLabels, matchExpressions }
    : undefined
}

function isRequirement(value: unknown): value is LabelRequirement {
  const { key, operator, values = [] } = fieldsAt(value)
  const isList = Array.isArray(values) && values.every((each) => typeof each === 'string')
  return typeof key === 'string' && typeof operator === 'string' && isList
}

function takesPart(object: EstateObject, selector: LabelSelector, taken: readonly Selectable[]): SelectionPart {
  const workloads = taken.map(({ workload }) => sayRef(workload)).sort(byCodePoint)
  const data = { what: sayRef(object.ref), selector: sayLabelSelector(selector), workloads }
  return part('takes', true, data, { at: { source: object.source } })
}

interface Told {
  readonly path: readonly string[]
  readonly otherwise: string
  readonly cause: string
}

function selectionPart(
  object: EstateObject,
  selector: LabelSelector,
  view: View,
  { path, otherwise, cause }: Told,
): SelectionPart {
  const { namespace } = partsOf(object.ref)
  const unread = unseenPods(namespace, view)
  const meant = selector.matchExpressions?.length ? undefined : meantBy(object, selector.matchLabels ?? {}, view)
  const isSlip = meant?.isSlip === true && unread.length === 0
  const others = othersOf(selector, meant, namespace, view)
  const truth = !isSlip && !view.denied.has(others.id)
  const data: Selection = {
    what: sayRef(object.ref),
    selector: sayLabelSelector(selector),
    otherwise,
    near: meant ? [[sayRef(meant.workload), meant.has]] : [],
    callers: truth ? [] : callerRows(object.ref, view),
    unread: unread.map(({ says }) => says),
  }
  return part('selection', truth, data, {
    at: { source: object.source, path: meant?.key === undefined ? path : [...path, meant.key] },
    ...(isSlip ? { cause } : { assumes: [others] }),
    ...(meant?.instead && { hint: `did you mean ${meant.instead}?` }),
  })
}

const makesPods: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod', 'Job'])

function unseenPods(namespace: string, { estate }: View): readonly Unseen[] {
  return unseenFor(estate, { namespace }).filter(({ kinds }) => !kinds || kinds.some((kind) => makesPods.has(kind)))
}

// Pods that have all other labels are those that are meant: something writes the missing one while they run.
function othersOf(selector: LabelSelector, meant: Meant | undefined, namespace: string, { estate }: View): Assumption {
  const says = sayLabelSelector(selector)
  if (meant?.lacks !== undefined && !meant.isSlip) {
    const label = `${meant.lacks}=${selector.matchLabels?.[meant.lacks]}`
    return {
      id: `labelled/${estate.cluster}/${namespace}/${partsOf(meant.workload).name}/${label}`,
      says: `pods of ${sayRef(meant.workload)} are given the label ${label} while they run`,
      kind: 'outside',
    }
  }
  return {
    id: `selected-pods/${estate.cluster}/${namespace}/${says}`,
    says: `pods with ${says} are deployed by others`,
    kind: 'outside',
  }
}

export const selectionWords = {
  takes: ({ what, selector, workloads }: Takes) => `${what} selects ${selector}: ${workloads.join(', ')}`,
  selection: ({ what, selector, otherwise, near, callers, unread }: Selection, truth: boolean | undefined): Words => ({
    line:
      truth === false
        ? `${what} selects ${selector}, and no pod has that: ${otherwise}`
        : `${what} selects ${selector}, which no pod has that was read: others are taken to have it`,
    rows: [...near, ...callers, ...unread.map((one) => ['perhaps', one] as const)],
  }),
}
