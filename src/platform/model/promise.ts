// What can be judged: promises, and the figures that documents state.

import type { Component, Gathering } from '../component.ts'
import type { Money, Price } from '../money.ts'
import type { Stated } from '../source.ts'
import type { Duration, Percent, Range } from '../units.ts'
import type { Metric } from './alert.ts'
import type { Cluster } from './cluster.ts'
import type { Option } from './decision.ts'
import type { Cadence } from './drill.ts'
import type { Environment, Journey, PortRef } from './environment.ts'
import type { BaseRule } from './image.ts'
import type { Monitoring } from './monitoring.ts'
import type { DnsFailover, Failure, Procedure } from './recovery.ts'
import type { Scaling } from './scaling.ts'
import type { SecurityPromise } from './security-promise.ts'
import type { EnvironmentPromise } from './tiering.ts'

export interface PromiseBase {
  readonly is: 'promise'
  readonly in?: Environment
  readonly name?: string
  readonly was?: string
  readonly owner?: string
  /** Not due before this date (`2027-03-31`). */
  readonly due?: string
  /** What it was guessed from: until somebody confirms it, it is assumed to be meant. */
  readonly guessed?: string
  /** Options of decisions that it takes for granted: unmet until they are selected. */
  readonly restsOn?: readonly Option[]
  readonly stated?: Stated
}

export type Losing = 'nothing' | Duration

export type PlatformPromise = PromiseBase &
  (
    | EnvironmentPromise
    | SecurityPromise
    | {
        readonly kind: 'availability'
        readonly atLeast: Percent
        /** What was measured, as somebody says. */
        readonly now?: Percent
        /** The time over which the share counts; absent: nobody says. */
        readonly over?: Duration
        /** What happens and how often; `takes`: until it is over, default: what is promised of it. */
        readonly expects?: readonly {
          readonly of: 'pod' | 'node' | 'zone' | 'cluster' | 'region' | 'store' | 'corruption' | 'breach' | 'release'
          readonly every: Cadence
          readonly takes?: Duration | Range<Duration>
        }[]
      }
    | {
        readonly kind: 'survives'
        readonly failure: Failure
        readonly keeps: readonly Component[]
        readonly within: Duration
        readonly losing: Losing
        /** What is back within the time: the service as callers see it, or every replica too. */
        readonly restores: 'service' | 'replicas'
        readonly by?: Procedure
      }
    | {
        readonly kind: 'recovers'
        /** A component; the names that lead to an environment; an environment, all of it or one part. */
        readonly what: Component | DnsFailover | Environment | Monitoring
        readonly part?: 'data' | 'application' | 'infrastructure'
        /** Default: any failure. */
        readonly from?: Failure
        readonly within?: Duration
        /** In less than that, and not in as much. */
        readonly strictly?: boolean
        readonly losing?: Losing
        readonly by?: Procedure
        /** How often that is rehearsed, as somebody says. */
        readonly tested?: Cadence
      }
    | {
        readonly kind: 'separates'
        readonly from: Environment | string
        readonly to: Environment | string
        readonly exceptPorts: readonly number[]
      }
    | {
        readonly kind: 'connects'
        readonly among: readonly Component[]
        /** Only what is declared to call (`called`, the default), or each of them every other (`all`). */
        readonly pairs?: 'called' | 'all'
      }
    | { readonly kind: 'carries'; readonly journey: Journey }
    | { readonly kind: 'resolves' }
    | { readonly kind: 'prepares'; readonly store: Component; readonly by: Procedure }
    | { readonly kind: 'operated'; readonly component: Component }
    | { readonly kind: 'reachedOnlyBy'; readonly target: Component | PortRef; readonly by: readonly Component[] }
    | { readonly kind: 'drilled'; readonly every?: Cadence }
    | { readonly kind: 'noticed'; readonly what: 'crash-loops' | Failure | Component; readonly within?: Duration }
    | { readonly kind: 'collects'; readonly by: Component; readonly metrics: readonly Metric[] }
    | {
        readonly kind: 'gathers'
        /** What gathers logs or traces. */
        readonly by: Component
        /** Which of them; absent: all. */
        readonly of?: string
        /** How much of them gets there. */
        readonly share?: Percent
        /** How long they are kept, in all tiers together or in that one. */
        readonly for?: Duration
        readonly tier?: string
        readonly format?: Gathering['format']
        readonly keptIn?: Gathering['keptIn']
        readonly propagates?: Gathering['propagates']
      }
    | {
        readonly kind: 'onlyCalls'
        /** Proxies of the mesh refuse what nobody calls, too. */
        readonly mesh?: boolean
      }
    | { readonly kind: 'protects'; readonly by: readonly Protection[] }
    | {
        readonly kind: 'balances'
        readonly component: Component
        readonly how: Balancing
        readonly each: 'connection' | 'request'
      }
    | {
        readonly kind: 'scrapes'
        readonly by: Component
        readonly every?: Duration
        /** How long what is gathered is there. */
        readonly keeps?: Duration
      }
    | {
        readonly kind: 'fits'
        /** A quota holds all pods and, on top, those that these rollouts add, with one run of each job. */
        readonly rollouts?: 'one-by-one' | 'together'
        /** How people make sure that there is room. */
        readonly by?: Procedure
      }
    | {
        readonly kind: 'confines'
        readonly resource: 'cpu' | 'memory' | 'storage'
        /** Environments that are planned for the same nodes. */
        readonly beside: readonly Environment[]
      }
    | {
        readonly kind: 'retains'
        readonly store: Component
        readonly copies?: number
        readonly for?: Duration
        readonly every?: Cadence
        readonly archived?: Duration
        /** Each copy lies in two regions at least. */
        readonly acrossRegions?: boolean
        /** Nobody can delete one before its time. */
        readonly immutable?: boolean
        /** As long as a law, a standard or an auditor wants it, whatever that is. */
        readonly asRequired?: boolean
        /** One is brought back as often, to see that it can be. */
        readonly verified?: Cadence
        /** Only copies that are taken so. */
        readonly how?: 'full' | 'incremental' | 'snapshot' | 'continuous'
      }
    | {
        readonly kind: 'grows'
        readonly component: Component
        /** Pods that it can have; absent: one more than it has. */
        readonly to?: number
        readonly by: 'autoscaler' | 'person'
      }
    | { readonly kind: 'stands'; readonly component: Component; readonly pool?: string; readonly apart?: string }
    | { readonly kind: 'drained'; readonly component: Component; readonly available: number }
    | {
        readonly kind: 'rolls'
        readonly component: Component
        readonly available: { readonly from: number; readonly to?: number }
        /** A new pod is ready before an old one ends. */
        readonly first?: 'new'
      }
    | {
        readonly kind: 'stays'
        readonly metric: Metric
        readonly above?: string
        readonly below?: string
        /** What it is said to be now. */
        readonly now?: string
      }
    /** Callers from outside come in by these alone. */
    | { readonly kind: 'entersBy'; readonly by: readonly Component[] }
    /** Every call between pods, or of these components, is encrypted, and both ends show who they are. */
    | {
        readonly kind: 'mutualTls'
        readonly of?: readonly Component[]
        /** Of what stands outside every cluster, which has no certificate of a mesh: it is enough that it shows its own. */
        readonly beyond?: 'server'
        /** The oldest version of TLS that is spoken in the mesh. */
        readonly tls?: '1.2' | '1.3'
      }
    /** Each stands in a segment that it shares with no other of them. */
    | { readonly kind: 'ownSegments'; readonly of: readonly Component[] }
    /** Each stands in private segments alone. */
    | { readonly kind: 'privateSegments'; readonly of: readonly Component[] }
    /** Each is reached by a link of its own, or somebody says why not. */
    | { readonly kind: 'privateLinks'; readonly to: readonly Component[] }
    | {
        readonly kind: 'accounts'
        readonly are: 'own' | 'leastPrivilege' | 'noClusterAdmin' | 'keptOut'
        /** Of what they are kept out. */
        readonly of?: Environment | string
      }
    | { readonly kind: 'secrets'; readonly are: 'encrypted' | 'keptOutside' | 'byReference' | 'perNamespace' }
    | { readonly kind: 'images'; readonly are: 'pinned' | 'supported' }
    | { readonly kind: 'audits' }
    | {
        readonly kind: 'bases'
        readonly rules: readonly BaseRule[]
        /** In order: the first that is about a workload holds. */
        readonly firstMatches?: boolean
      }
    | { readonly kind: 'immutable'; readonly what: 'everything' | 'ours' }
    | { readonly kind: 'changes'; readonly are: 'approved' | 'recorded' | 'byTwo' }
    | {
        readonly kind: 'hardened'
        readonly nonRoot?: boolean
        readonly readOnlyRoot?: boolean
        /** Capabilities that no container has, `ALL` among them. */
        readonly drops?: readonly string[]
        readonly seccomp?: 'RuntimeDefault' | 'Localhost'
      }
    | { readonly kind: 'sharesLabel'; readonly key: string; readonly among: readonly (Environment | string)[] }
    | {
        readonly kind: 'bounded'
        readonly measure: Measure
        readonly atLeast?: string | number
        readonly atMost?: string | number
      }
    | { readonly kind: 'withinNode' }
    | { readonly kind: 'autoscales'; readonly so: Scaling; readonly of?: readonly Component[] }
    | {
        readonly kind: 'throughput'
        readonly of: Component | Journey
        /** `10000/min` */
        readonly atLeast: string
        /** What was measured, as somebody says. */
        readonly now?: string
      }
    | { readonly kind: 'figure'; readonly measure: Measure; readonly value: FigureValue }
  )

/** As it is written, or both ends of a range. */
export type FigureValue = string | number | Range<Duration> | Range<Money>

/** What keeps the tenants of one cluster apart, each shown by objects of the namespace. */
export type Protection = 'policies' | 'quota' | 'budgets' | 'accounts' | 'secrets'

/** How a proxy picks who answers next. */
export type Balancing = 'round-robin' | 'random' | 'least-connections' | 'least-requests'

/** What an engine can count, or a value stated elsewhere, or arithmetic over both. */
export type Measure =
  | {
      readonly is: 'measure'
      readonly counts:
        | 'cpuRequests'
        | 'memoryRequests'
        | 'storage'
        | 'pods'
        | 'cpu'
        | 'memory'
        | 'disk'
        | 'nodes'
        | 'freeCpu'
        | 'freeMemory'
        | 'takenCpu'
        | 'takenMemory'
        | 'headroomCpu'
        | 'headroomMemory'
        | 'backupSpan'
        | 'backupInterval'
        | 'stored'
        | 'collections'
        | 'stepTime'
        | 'capacityLeft'
        | 'nodesLeft'
        | 'contexts'
        | 'crossings'
        | 'podCpuMost'
        | 'podMemoryMost'
        | 'cpuUnsaid'
        | 'memoryUnsaid'
        | 'cost'
        | 'podsMost'
        | 'cpuRequestsMost'
        | 'memoryRequestsMost'
      readonly of: Environment | Cluster | Component | Procedure | Journey
      readonly in?: Environment
      /** Storage, cost: which part; capacityLeft, nodesLeft: after which failure; free: of which pool. */
      readonly part?: string
      /** As a share of the whole, 0 to 100. */
      readonly asPercent?: boolean
    }
  | {
      readonly is: 'minus'
      readonly from: Measure
      readonly take: Measure
      /** As a share of `from`. */
      readonly asPercent?: boolean
    }
  | { readonly is: 'sum'; readonly of: readonly Measure[] }
  /** The lag of events that come at a rate and wait for one another, each so long. */
  | { readonly is: 'lag'; readonly rate: string; readonly each: Duration; readonly stated?: Stated }
  | {
      readonly is: 'stated'
      readonly value: string | number | Exclude<Price, string>
      readonly stated: Stated
      /** Of hours of work: what one costs. */
      readonly at?: string
    }
