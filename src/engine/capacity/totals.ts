// What an environment asks for in all, row by row: the figures that documents state.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { quantityOf, tryQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ClaimUse, PodClass } from '../pods/pod-class.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { type Row, requestRow, rowOf, type Sum, sumOf } from './sums.ts'

export interface Totals {
  readonly cpu: Sum
  readonly memory: Sum
  /** Pods that are always there, one each. */
  readonly pods: Sum
  readonly storage: {
    readonly data: Sum
    /** Claims that hold copies. */
    readonly backup: Sum
    readonly all: Sum
    /** Claims whose size nobody says: no sum over them is known. */
    readonly unsized: readonly string[]
  }
}

/** The sums of one environment, rows sorted by workload; a name that is not there sums to nothing. */
export function totals(estate: Estate, pods: readonly PodClass[], environment: string): Totals {
  const own = pods.filter((pod) => pod.environment === environment).sort((a, b) => byCodePoint(a.workload, b.workload))
  const steady = own.filter((pod) => pod.steady)
  const claims = claimRows(estate, own, environment)
  const copies = new Set(
    estate.facts.flatMap((fact) => (fact.trait === 'backsUp' && fact.to.is === 'claim' ? [fact.to.claim] : [])),
  )
  const isBackup = ({ claim }: ClaimRow) => copies.has(claim)
  return {
    cpu: sumOf(steady.map((pod) => requestRow(pod, 'cpu'))),
    memory: sumOf(steady.map((pod) => requestRow(pod, 'memory'))),
    pods: sumOf(steady.map((pod) => rowOf(pod, quantityOf(1), pod.count))),
    storage: {
      data: sumOf(claims.filter((row) => !isBackup(row))),
      backup: sumOf(claims.filter(isBackup)),
      all: sumOf(claims),
      unsized: claims.filter(({ isSized }) => !isSized).map(({ claim }) => claim),
    },
  }
}

interface ClaimRow extends Row {
  readonly claim: Ref
  readonly isSized: boolean
}

/** One row per template of a StatefulSet, and one per claim that stands by itself. */
function claimRows(estate: Estate, pods: readonly PodClass[], environment: string): readonly ClaimRow[] {
  const made = pods.flatMap((pod) => pod.claims.filter(({ perPod }) => perPod).map((claim) => ofTemplate(pod, claim)))
  const written = estate.objects
    .filter(({ manifest, environment: place }) => manifest.kind === 'PersistentVolumeClaim' && place === environment)
    .map(ofObject)
  // A StatefulSet takes up a claim that is already there under its name.
  const alone = written.filter(({ claim }) => !made.some((row) => isMadeBy(row, claim)))
  return [...made, ...alone].sort((a, b) => byCodePoint(a.claim, b.claim))
}

function ofTemplate(pod: PodClass, { claim, size }: ClaimUse): ClaimRow {
  const row = rowOf(pod, size ?? zeroQuantity, pod.count)
  return { ...row, claim: `PersistentVolumeClaim/${pod.namespace}/${claim}`, isSized: size !== undefined }
}

function ofObject({ ref, manifest, component, environment, source }: EstateObject): ClaimRow {
  const requests = fieldsOf(fieldsOf(fieldsOf(manifest.spec).resources).requests)
  const size = tryQuantity(requests.storage)
  const each = size ?? zeroQuantity
  return {
    name: partsOf(ref).name,
    workload: ref,
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
    replicas: 1,
    each,
    sum: each,
    source,
    claim: ref,
    isSized: size !== undefined,
  }
}

function isMadeBy(row: ClaimRow, claim: Ref): boolean {
  const { namespace, name } = partsOf(row.claim)
  const own = partsOf(claim)
  const [before = '', after = ''] = name.split('#')
  const ordinal = own.name.slice(before.length, own.name.length - after.length)
  return (
    own.namespace === namespace &&
    own.name === `${before}${ordinal}${after}` &&
    /^(0|[1-9][0-9]*)$/.test(ordinal) &&
    Number(ordinal) < row.replicas
  )
}
