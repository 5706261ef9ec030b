// How the products of an operator are said: one pure function per kind of its resources, plain manifests out.

import type { Manifest, Ref } from '../../kubernetes/types.ts'
import type { EstateObject, Fact } from '../estate.ts'

/** An object that an operator makes of another. */
export interface MadeObject {
  readonly manifest: Manifest
  /** Where another resource says this one alone. */
  readonly part?: Ref
  /** Which field of the resource decides a field of this object: `{ 'spec.replicas': 'spec.instances' }`; what lies below follows. */
  readonly from?: { readonly [path: string]: string }
}

type FactWords<T> = T extends Fact ? Omit<T, 'standing' | 'source' | 'component' | 'environment'> : never

/** What an operator does that no object shows, carried by the resource. */
export type MadeFact = FactWords<Fact>

/** Stands for a namespace in a name that may be made in any. */
export const everyNamespace = '*'

/** A Secret or ConfigMap by name; without keys where they are not all known. */
export interface MadeName {
  readonly ref: Ref
  readonly keys?: readonly string[]
}

export interface Products {
  readonly objects?: readonly MadeObject[]
  readonly facts?: readonly MadeFact[]
  readonly names?: readonly MadeName[]
}

/** Other objects of the estate, found by kind, group and namespace. */
export interface Near {
  readonly inNamespace: (group: string, kind: string, namespace: string) => readonly EstateObject[]
  readonly everywhere: (group: string, kind: string) => readonly EstateObject[]
}

/** What a tested version of an operator makes of the resources of one kind. */
export interface Maker {
  readonly group: string
  readonly kind: string
  /** `CloudNativePG 1.30` */
  readonly operator: string
  /** In ids: `cloudnative-pg`. */
  readonly id: string
  readonly make: (object: EstateObject, near: Near) => Products
}
