// What everything of an environment asks for, row by row: sums are computed from rows, never stated.

import type { Estate, Source } from '../../estate/estate.ts'
import {
  addQuantity,
  type Quantity,
  quantityOf,
  scaleQuantity,
  tryQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import type { ClaimSpec } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'

export interface TotalRow {
  readonly name: string
  readonly count: number
  readonly each: Quantity
  readonly sum: Quantity
  readonly source: Source
}

export interface Total {
  readonly sum: Quantity
  readonly rows: readonly TotalRow[]
}

export interface TotalOf {
  readonly environment: string
  /** Only this component of it. */
  readonly component?: string
}

/** Requests of all steady pods: cores or bytes, as the scheduler counts them. */
export function requestTotal(pods: readonly PodClass[], of: TotalOf, resource: 'cpu' | 'memory'): Total {
  return totalOf(
    steady(pods, of).map(({ name, count, requests, source }) =>
      row(name, count, requests[resource] ?? zeroQuantity, source),
    ),
  )
}

/** Steady pods: jobs come and go. */
export function podTotal(pods: readonly PodClass[], of: TotalOf): Total {
  return totalOf(
    steady(pods, of).map(({ name, count, source }) => row(name, count, quantityOf(1, 'DecimalSI'), source)),
  )
}

/** Bytes of the claims that hold data, of those that hold copies, or of all. */
export function storageTotal(
  estate: Estate,
  pods: readonly PodClass[],
  of: TotalOf,
  part: 'data' | 'backups' | 'all',
): Total {
  const copies = new Set(
    estate.facts.flatMap((fact) => (fact.trait === 'backsUp' && fact.to.is === 'claim' ? [fact.to.claim] : [])),
  )
  const templates = steady(pods, of).flatMap(({ claims, count, source }) =>
    claims
      .filter(({ perPod }) => perPod)
      .map(({ claim, size }) => row(claim, count, size ?? zeroQuantity, templateSource(source))),
  )
  const single = estate.objects
    .filter(
      ({ manifest, environment, component }) =>
        manifest.kind === 'PersistentVolumeClaim' &&
        environment === of.environment &&
        (of.component === undefined || component === of.component),
    )
    .map(({ ref, manifest, source }) => ({
      holdsCopies: copies.has(ref),
      row: row(manifest.metadata.name ?? '', 1, sizeOf(manifest.spec as ClaimSpec), source),
    }))
  return totalOf([
    ...(part === 'backups' ? [] : templates),
    ...single
      .filter(({ holdsCopies }) => part === 'all' || holdsCopies === (part === 'backups'))
      .map((claim) => claim.row),
  ])
}

function steady(pods: readonly PodClass[], { environment, component }: TotalOf): readonly PodClass[] {
  return pods.filter(
    (pod) => pod.steady && pod.environment === environment && (component === undefined || pod.component === component),
  )
}

// The lines that say the volume, not those that say its pods.
function templateSource(source: Source): Source {
  return { ...source, stated: source.statedOf?.(['spec', 'volumeClaimTemplates']) ?? source.stated }
}

function sizeOf(spec: ClaimSpec | undefined): Quantity {
  return tryQuantity(spec?.resources?.requests?.storage) ?? zeroQuantity
}

function row(name: string, count: number, each: Quantity, source: Source): TotalRow {
  return { name, count, each, sum: scaleQuantity(each, count), source }
}

export function totalOf(rows: readonly TotalRow[]): Total {
  return { sum: rows.reduce((sum, { sum: one }) => addQuantity(sum, one), zeroQuantity), rows }
}
