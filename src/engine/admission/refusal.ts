// What the API server refuses, as data: where, by which part of it, and what is wrong. The words stand in words.ts.
import type { Quantity } from '../../kubernetes/quantity.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Origin } from '../pods/container-defaults.ts'

export type Path = readonly (string | number)[]

export interface Refusal {
  /** The part of the API server that refuses: reading the fields, their rules, or the namespace's LimitRange or ResourceQuota. */
  readonly by: 'structure' | 'validation' | 'limitRange' | 'quota'
  /** As the server names it: `spec.template.spec.containers[0].image`. */
  readonly field: string
  /** For the line: the same place, or its nearest parent that is written. */
  readonly path: Path
  readonly fault: Fault
}

export type Fault =
  /** No field of this name; `belongs` is the field path under which the same object has one. */
  | { readonly is: 'unknown'; readonly name: string; readonly of: string; readonly belongs?: string }
  | { readonly is: 'type'; readonly wants: string; readonly found: string }
  | { readonly is: 'version'; readonly kind: string; readonly found: string; readonly served: readonly string[] }
  | { readonly is: 'required'; readonly why?: string }
  | { readonly is: 'duplicate'; readonly value: string }
  | { readonly is: 'notOneOf'; readonly value: string; readonly allowed: readonly string[] }
  | { readonly is: 'invalid'; readonly value: string; readonly why: string }
  | { readonly is: 'forbidden'; readonly why: string }
  /** A reference inside the object to something that it does not have. */
  | { readonly is: 'absent'; readonly what: string; readonly name: string; readonly present: readonly string[] }
  /** The selector of a workload does not take its own pods. */
  | { readonly is: 'mismatch'; readonly selector: string; readonly labels: string }
  | AboveLimit
  | BeyondBound
  | QuotaFault

/** A request above its limit; each with where it comes from. */
export interface AboveLimit {
  readonly is: 'aboveLimit'
  readonly resource: string
  readonly container?: string
  readonly request: Quantity
  readonly limit: Quantity
  readonly requestFrom?: Origin
  readonly limitFrom?: Origin
}

/** Outside the bounds of a LimitRange. `found` is undefined where nothing is said and something must be. */
export interface BeyondBound {
  readonly is: 'beyondBound'
  readonly range: Ref
  readonly rangePath: Path
  readonly bound: 'min' | 'max' | 'maxLimitRequestRatio'
  readonly of: 'Container' | 'Pod' | 'PersistentVolumeClaim'
  readonly container?: string
  readonly resource: string
  readonly allowed: Quantity
  readonly what: 'request' | 'limit' | 'ratio'
  readonly found?: Quantity | number
  readonly from?: Origin
}

export type QuotaFault =
  /** The quota counts a resource that a container says nothing about. */
  | { readonly is: 'unsaid'; readonly quota: Ref; readonly resources: readonly string[]; readonly container: string }
  /** The sum is more than the quota has. */
  | {
      readonly is: 'beyondQuota'
      readonly quota: Ref
      readonly resource: string
      readonly hard: Quantity
      readonly used: Quantity
      readonly needed: Quantity
    }
