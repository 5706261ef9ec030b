// What exporters beside pods would ask for at least, where a LimitRange says the least that a container may have.

import { amountOf } from '../../engine/pods/amounts.ts'
import { limitRangesOf } from '../../engine/pods/limit-range.ts'
import { sayQuantity, scaleQuantity } from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import { podsFor, type View } from '../world.ts'

export interface ExporterCost {
  readonly pods: number
  readonly range: string
  /** `100m, 128Mi`, for each. */
  readonly least: string
  /** For all pods of the component. */
  readonly own: string
  /** For all pods of all components that lack one, where those are more. */
  readonly all?: string
}

/** undefined where no LimitRange says how little a container may ask for. */
export function exporterCost(
  of: Component,
  lacking: readonly Component[],
  environment: string | undefined,
  view: View,
): ExporterCost | undefined {
  const count = (component: Component) =>
    podsFor(view, component, environment ?? '').reduce((sum, { kind, count }) => sum + (isSteady(kind) ? count : 0), 0)
  const [pod] = podsFor(view, of, environment ?? '')
  const ranges = limitRangesOf(view.estate.objects).get(pod?.namespace ?? '') ?? []
  const [range] = ranges.filter(({ items }) => items.some(({ type, min }) => type === 'Container' && min.size > 0))
  const min = range?.items.find(({ type }) => type === 'Container')?.min
  if (!range || !min) return undefined
  const times = (pods: number) =>
    ['cpu', 'memory']
      .flatMap((resource) => {
        const amount = amountOf(min.get(resource)?.written)
        return amount ? [sayQuantity(resource, scaleQuantity(amount, pods))] : []
      })
      .join(', ')
  const pods = count(of)
  const all = [...new Set(lacking)].reduce((sum, component) => sum + count(component), 0)
  const base = { pods, range: partsOf(range.ref).name, least: times(1), own: times(pods) }
  return all === pods ? base : { ...base, all: `${all} × ${base.least} = ${times(all)}` }
}

function isSteady(kind: string): boolean {
  return kind !== 'CronJob' && kind !== 'Job'
}
