// What is promised of keys, of who may see what, and of where data lies.

import type { Component } from '../component.ts'
import type { AccessMode, VolumeKind } from './cluster.ts'
import type { DataKind } from './compliance.ts'
import type { Cadence } from './drill.ts'
import type { Cipher, Encrypted, MfaMethod, Rotated } from './security.ts'
import type { Context } from './tenancy.ts'

export type SecurityPromise =
  | {
      readonly kind: 'encrypted'
      readonly what: 'atRest' | 'backups'
      /** Stores; of backups, default: every store that copies are taken of. */
      readonly of?: readonly Component[]
      /** `AES-256` is kept by any mode of it. */
      readonly cipher?: Cipher
      /** The layer that has to do it. */
      readonly by?: Encrypted['by']
    }
  | {
      readonly kind: 'keptOn'
      /** What their volumes lie on. */
      readonly on: VolumeKind
      readonly of: readonly Component[]
      /** On several devices before a write counts. */
      readonly replicated?: boolean
      /** Claims may ask for more room. */
      readonly expands?: boolean
      readonly accessMode?: AccessMode
    }
  | { readonly kind: 'rotates'; readonly what: Rotated; readonly every?: Cadence }
  | { readonly kind: 'isolates'; readonly contexts: readonly Context[] }
  | {
      readonly kind: 'keepsKeys'
      readonly ledger: Component
      /** No two operators share a module. */
      readonly dedicated?: boolean
    }
  | { readonly kind: 'rolesApart'; readonly ledger: Component; readonly roles: readonly string[] }
  | { readonly kind: 'secondFactor'; readonly methods?: readonly MfaMethod[] }
  | {
      readonly kind: 'authenticates'
      readonly store: Component
      /** Who asked for what is written down too. */
      readonly logs?: boolean
    }
  | {
      readonly kind: 'resides'
      readonly what: Component | DataKind
      /** Regions by the provider's names; absent: nobody says where it may lie. */
      readonly regions?: readonly string[]
    }
