// Who may do what, with which proof of who they are, and what is encrypted with which key.

import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Cadence } from './drill.ts'
import type { Environment, Secret, SecretStore } from './environment.ts'
import type { Team } from './team.ts'
import type { Context, Organisation } from './tenancy.ts'
import type { Purpose } from './tiering.ts'

/** A hardware security module: keys that are made in it never leave it. */
export interface Hsm {
  readonly is: 'hsm'
  readonly name: string
  /** Whose it is. */
  readonly of?: Organisation
  /** A program that behaves like one, for environments that hold nothing to protect. */
  readonly simulated?: boolean
  readonly stated?: Stated
}

/** What data is encrypted with. */
export interface EncryptionKey {
  readonly is: 'encryptionKey'
  readonly name: string
  /** Where it is kept: an HSM, a store of secrets, the provider's key management. */
  readonly in?: Hsm | SecretStore | 'kms'
  /** How often another takes its place. */
  readonly rotates?: Cadence
  readonly stated?: Stated
}

/** `AES-256` leaves the mode open; the others are ciphers whole. */
export type Cipher = 'AES-128' | 'AES-256' | 'AES-256-CBC' | 'AES-256-GCM' | 'AES-256-XTS' | 'ChaCha20-Poly1305'

/** How what a component keeps is encrypted where it lies. */
export interface Encrypted {
  /** The layer that does it: who writes it, the store's own software, the file system, the disk under it, the provider. */
  readonly by: 'client' | 'disk' | 'filesystem' | 'provider' | 'store'
  readonly cipher?: Cipher
  readonly key?: EncryptionKey
  readonly stated?: Stated
}

/** What a store asks of whoever connects. */
export interface Authentication {
  readonly by: 'certificate' | 'nothing' | 'password' | 'token'
  /** The Secret that callers read for it. */
  readonly secret?: string
  /** Whether it writes down who asked for what. */
  readonly logs?: boolean
  readonly stated?: Stated
}

export type MfaMethod = 'email' | 'push' | 'sms' | 'totp' | 'voice' | 'webauthn'

/** How an identity provider proves who somebody is, and what it hands out. */
export interface Identifying {
  readonly protocols: readonly ('kerberos' | 'ldap' | 'oauth' | 'oidc' | 'saml')[]
  readonly tokens?: {
    readonly format?: 'jwt' | 'opaque'
    /** The algorithm, by its name in RFC 7518 section 3.1 or RFC 8037. */
    readonly signs?: string
    /** How long each lives. */
    readonly access?: Duration
    readonly refresh?: Duration
    readonly stated?: Stated
  }
  readonly mfa?: {
    /** Where a second factor is asked of everybody: in these environments, or in every one of a purpose. */
    readonly for: readonly (Environment | Purpose)[]
    readonly methods?: readonly MfaMethod[]
    /** What is taken where those are not at hand. */
    readonly fallback?: readonly MfaMethod[]
    readonly stated?: Stated
  }
  readonly stated?: Stated
}

export type Operation = 'approve' | 'audit' | 'configure' | 'deploy' | 'everything' | 'read' | 'write'

/** What people, or programs that act by themselves, may do with the platform. */
export interface Access {
  readonly is: 'access'
  readonly name: string
  readonly may: readonly Operation[]
  /** Where: everywhere, in the context that each of them belongs to, in what is of the tenant that they are of, or in these. */
  readonly over: 'everything' | 'own-context' | 'own-tenant' | readonly (Context | Environment)[]
  readonly by: 'people' | 'programs'
  /** Who has it. */
  readonly has?: readonly Team[]
  readonly stated?: Stated
}

/** What rotates: a Secret, a key, or all of their kind. */
export type Rotated = EncryptionKey | Secret | 'certificates' | 'keys' | 'secrets'
