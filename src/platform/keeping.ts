// What keeps rows, to the engines: volumes, who follows whom, what is dropped, which copies are taken and where they lie.

import type { Component, SecurityOptions } from './component.ts'
import type { AccessMode, Cadence, Eviction, GeoReplica, Role } from './model.ts'
import type { Price } from './money.ts'
import type { Stated } from './source.ts'
import type { Duration, Range, Size } from './units.ts'

/** Rows are dropped once so much memory of all members is taken; nothing is dropped with `noeviction`. */
export interface Evicting {
  readonly policy: Eviction
  readonly memory?: Size
  readonly stated?: Stated
}

/** Rows are shared out among members by a key, each part with copies of its own. */
export interface Sharding {
  /** How many parts; undefined where nobody says. */
  readonly parts?: number
  readonly key?: readonly string[]
  readonly by?: 'hash' | 'range'
  /** Processes that lead a client to the right part, and the members that remember which it is. */
  readonly routers?: number
  readonly configServers?: number
  readonly stated?: Stated
}

/** How tables change: in steps that the version of the code before fits too, or in one. */
export type Schema = 'expand-contract' | 'at-once'

/** State kept on volumes of a workload. */
export interface State {
  readonly of: string
  readonly claim: string
  /** Absent where nobody says it: no claim can be made then. */
  readonly size?: Size
  readonly class?: string
  /** Default `ReadWriteOnce`. */
  readonly accessMode?: AccessMode
  readonly mount: string
  readonly stated?: Stated
}

export interface Replication {
  readonly of: string
  /** The workload beside it that promotes a follower. */
  readonly by?: string
  readonly mode: 'none' | 'asynchronous' | 'synchronous' | 'consensus'
  readonly failover: 'none' | 'manual' | 'automatic'
  /** How long a promotion takes, as somebody estimates it. */
  readonly promotes?: Duration | Range<Duration>
  readonly lag?: Duration
  readonly stated?: Stated
}

/** All rows; those since the last copy; the volume as it is; every write as it is made, for a restore to any second. */
export type CopyMethod = 'full' | 'incremental' | 'snapshot' | 'continuous'

export interface Backup {
  readonly name: string
  readonly of: string
  /** What takes it; absent where nobody says. */
  readonly by?: string
  readonly how?: CopyMethod
  readonly image?: string
  readonly account?: string
  readonly api?: Role['rules']
  readonly security?: SecurityOptions
  readonly every?: Cadence
  readonly schedule?: string
  /** How long a copy takes; the state it holds is that of its start. */
  readonly takes?: Duration | Range<Duration>
  /** How much room one copy takes, as somebody estimates it. */
  readonly size?: Size
  /** How many copies are kept, or how long each is. */
  readonly keep?: number | Duration
  /** Where a copy goes that is kept no longer where it was put, and for how long. */
  readonly archive?: { readonly for: Duration; readonly to?: BackupPlace; readonly stated?: Stated }
  /** Who makes it unreadable: whoever sends it, with a key of its own, or the place where it lies. */
  readonly encrypted?: 'client' | 'server'
  /** Nobody can delete it before its time. */
  readonly immutable?: boolean
  /** How often somebody brings one back to see that it can be. */
  readonly verified?: Cadence
  /** Absent where nobody says. */
  readonly to?: BackupPlace
  readonly restores?: Duration | Range<Duration>
  readonly stated?: Stated
}

export type BackupPlace =
  | {
      readonly is: 'volume'
      readonly cluster: string
      readonly size: Size
      readonly class?: string
      readonly claim?: string
      readonly stated?: Stated
    }
  | { readonly is: 'outside'; readonly name: string; readonly pricePerGi?: Price; readonly stated?: Stated }
  | Bucket
  /** An object store of the platform. */
  | Component

/** Object storage outside every declared cluster, spoken to over HTTPS. */
export interface Bucket {
  readonly is: 'bucket'
  readonly name: string
  /** `s3.eu-central-1.amazonaws.com` */
  readonly host: string
  /** Default 443. */
  readonly port?: number
  /** Its addresses, as a block: `203.0.113.0/24`. A policy can let pods out to it only so. */
  readonly at?: string
  /** The Secret with the keys `ACCESS_KEY_ID` and `ACCESS_SECRET_KEY`. */
  readonly secret: string
  /** The region that it lies in, `eu-north-1`; absent: nobody says, and no declared failure reaches it. */
  readonly region?: string
  /** Other regions that all that lies there is copied to. */
  readonly replicatesTo?: readonly GeoReplica[]
  /** What each Gi kept there costs by the month. */
  readonly pricePerGi?: Price
  readonly stated?: Stated
}

/** A store that an operator runs: what it is told beyond what every store says. */
export interface Operated {
  readonly is: 'operator'
  readonly by: 'cloudnative-pg'
  /** The database that it makes first, who owns it, and the Secret with that user's password. */
  readonly owner?: { readonly database: string; readonly user: string; readonly secret: string }
  /** Where the write-ahead log goes as it is written. */
  readonly archive?: {
    readonly to: Bucket
    /** How long a row may wait until it is archived; default 5m. */
    readonly every?: Duration
    /** How long it takes to bring a part of it there. */
    readonly takes?: Duration | Range<Duration>
    readonly stated?: Stated
  }
  /** Pools of connections before it. */
  readonly poolers?: readonly {
    readonly name: string
    readonly to?: 'primary' | 'replica'
    readonly instances?: number
    readonly mode?: 'session' | 'transaction'
  }[]
  /** It replays what another one archives, and takes no writes until it is promoted. In an environment on standby: the store
   *  of the same name in the one that it stands by for. */
  readonly follows?: { readonly archive: Bucket; readonly of: string; readonly stated?: Stated }
  readonly stated?: Stated
}
