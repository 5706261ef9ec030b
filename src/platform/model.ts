// What a platform is once it is said: plain frozen values. Nouns (the functions a user calls) build these; the estate
// is lowered from them. References between values are the values themselves; in the data they are names.

import type { Component } from './component.ts'
import type { Position, Stated } from './source.ts'
import type { Cpu, Duration, Percent, Range, Size } from './units.ts'

// Doubt. `undecided` becomes worlds before lowering; `planned` is absent. Engines never see either.

/** An open either/or: one of `options` will hold, nobody has decided which. */
export interface Undecided<T> {
  readonly is: 'undecided'
  readonly name: string
  readonly options: readonly T[]
  readonly stated?: Stated
}

/** A part that is not there yet: declared, shown in reports, absent from every estate. */
export interface Planned<T> {
  readonly is: 'planned'
  readonly value: T
  readonly due?: string
  readonly stated?: Stated
}

// Clusters

export interface Node {
  readonly is: 'node'
  readonly name: string
  readonly cpu: Cpu
  readonly memory: Size
  readonly disk?: Size
  readonly zone?: string
  readonly roles: readonly string[]
  readonly labels: { readonly [key: string]: string }
  readonly taints: readonly { key: string; value?: string; effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' }[]
  /** What already takes room there and is not among the declared components' requests; an estimate. */
  readonly taken?: { readonly cpu?: Cpu | Percent; readonly memory?: Size | Percent; readonly stated?: Stated }
  readonly stated?: Stated
}

export interface StorageClass {
  /** Where a volume can go once it holds data: nowhere (`node`), within its zone, anywhere in the cluster. */
  readonly bound: 'node' | 'zone' | 'cluster'
  readonly provisioner?: string
  readonly default?: boolean
  readonly stated?: Stated
}

export interface Cluster {
  readonly is: 'cluster'
  readonly name: string
  /** `1.33` or `1.33.5`. */
  readonly kubernetes: string
  readonly distribution?: string
  readonly nodes: readonly Node[]
  /** Named sets of nodes that environments are meant to stand on. No rule follows from it by itself. */
  readonly pools: { readonly [name: string]: readonly Node[] }
  readonly storage: { readonly [name: string]: StorageClass }
  readonly cni?: { readonly enforcesPolicy: boolean; readonly name?: string; readonly stated?: Stated }
  /** What takes room in the cluster as a whole, where it is not known by node. */
  readonly taken?: { readonly cpu?: Cpu | Percent; readonly memory?: Size | Percent; readonly stated?: Stated }
  readonly stated?: Stated
}

// Environments

/** What a ServiceAccount may do in its namespace. */
export interface Role {
  readonly is: 'role'
  readonly name: string
  readonly account: string
  readonly rules: readonly {
    /** API groups; default: the core group. */
    readonly groups?: readonly string[]
    readonly resources: readonly string[]
    /** Names of single objects; default: all. */
    readonly names?: readonly string[]
    readonly verbs: readonly string[]
  }[]
  readonly stated?: Stated
}

export interface Sized {
  readonly is: 'sized'
  readonly component: Component
  /** Whole options that replace those of the component: no deep merge. */
  readonly options: { readonly [option: string]: unknown }
  readonly stated?: Stated
}

/** A complete manifest, shown in a document and adopted as an object in place of the derived one. */
export interface Written {
  readonly is: 'written'
  readonly manifest: { readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown }
  readonly stated?: Stated
}

/** An excerpt: judged for admission, compared with the lowered object, never merged. */
export interface Shown {
  readonly is: 'shown'
  readonly manifest: { readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown }
  readonly of: Component
  readonly stated?: Stated
}

export interface Flow {
  readonly is: 'flow'
  readonly from: Component
  readonly to: Component | PortRef
  readonly stated?: Stated
}

export interface PortRef {
  readonly is: 'port'
  readonly component: Component
  readonly port: string
}

/** A path of calls that people need, each from the one before to the next. */
export interface Journey {
  readonly is: 'journey'
  readonly name: string
  readonly path: readonly (Component | PortRef)[]
  readonly stated?: Stated
}

export interface Environment {
  readonly is: 'environment'
  readonly name: string
  readonly on: Cluster
  readonly pool?: string
  readonly namespace: string
  readonly labels: { readonly [key: string]: string }
  readonly purpose?: 'production' | 'staging' | 'test' | 'development' | 'shared'
  readonly like?: Environment
  readonly without: readonly Component[]
  readonly instead: readonly (readonly [Component, Component])[]
  readonly sized: readonly Sized[]
  readonly runs: readonly (Component | Planned<Component>)[]
  readonly flows: readonly Flow[]
  readonly quota?: {
    readonly hard: { readonly [resource: string]: string | number }
    /** Name of the object; default: that of the environment. */
    readonly name?: string
    readonly stated?: Stated
  }
  readonly limits?: { readonly [field: string]: unknown; readonly stated?: Stated }
  readonly includes: readonly (Written | Shown)[]
  readonly roles: readonly Role[]
  /** Policies that are said to exist in the namespace and that nobody has shown: what they admit is an assumption. */
  readonly unseenPolicies?: { readonly says: string; readonly stated?: Stated }
  readonly stated?: Stated
}

// Failures, procedures, metrics, alerts

export interface Failure {
  readonly is: 'failure'
  readonly kind: 'loss' | 'corruption'
  readonly of: 'pod' | 'node' | 'zone' | 'cluster' | 'store'
}

export interface Step {
  readonly name: string
  readonly takes?: Duration | Range<Duration>
  /** Who or what acts: Kubernetes itself (then its real timers hold), a controller, a person. */
  readonly actor: 'kubernetes' | 'controller' | 'person'
  /** Names of steps that must be over first; default: the step before. */
  readonly after?: readonly string[]
  /** What the step does, where an engine cares: tells the failure, removes the dead node from its pods, brings data back… */
  readonly does?:
    | 'detect'
    | 'decide'
    | 'terminate'
    | 'fence'
    | 'schedule'
    | 'attach'
    | 'start'
    | 'provision'
    | 'restore'
    | 'deploy'
    | 'verify'
    | 'promote'
  readonly stated?: Stated
}

export interface Procedure {
  readonly is: 'procedure'
  readonly name: string
  readonly steps: readonly Step[]
  readonly stated?: Stated
}

export interface Metric {
  readonly is: 'metric'
  readonly name: string
  readonly of?: Component
  readonly unit?: 'ms' | 's' | 'bytes' | 'percent' | 'count'
  readonly stated?: Stated
}

export interface Receiver {
  readonly is: 'receiver'
  readonly name: string
  readonly by: string
  readonly stated?: Stated
}

export interface Alert {
  readonly is: 'alert'
  readonly name: string
  readonly when: {
    readonly metric: Metric
    readonly above?: string | number
    readonly below?: string | number
    readonly absent?: boolean
  }
  readonly for?: Duration
  readonly severity: string
  readonly to?: Receiver
  readonly in?: Environment
  readonly stated?: Stated
}

// Promises and figures

export interface PromiseBase {
  readonly is: 'promise'
  readonly in?: Environment
  readonly name?: string
  readonly was?: string
  readonly owner?: string
  /** Not due before this date (`2027-03-31`). */
  readonly due?: string
  readonly stated?: Stated
}

export type Losing = 'nothing' | Duration

export type PlatformPromise = PromiseBase &
  (
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
        readonly store: Component
        readonly from: Failure
        readonly within?: Duration
        readonly losing?: Losing
        readonly by?: Procedure
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
    | { readonly kind: 'reachedOnlyBy'; readonly target: Component | PortRef; readonly by: readonly Component[] }
    | { readonly kind: 'scrapes'; readonly by: Component; readonly every?: Duration }
    | { readonly kind: 'fits' }
    | { readonly kind: 'stands'; readonly component: Component; readonly pool?: string; readonly apart?: string }
    | {
        readonly kind: 'rolls'
        readonly component: Component
        readonly available: { readonly from: number; readonly to: number }
      }
    | { readonly kind: 'stays'; readonly metric: Metric; readonly above?: string; readonly below?: string }
    | { readonly kind: 'figure'; readonly measure: Measure; readonly value: string | number }
  )

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
        | 'stepTime'
        | 'capacityLeft'
      readonly of: Environment | Cluster | Component | Procedure
      readonly in?: Environment
      /** Storage: which part; capacityLeft: after which failure; free: of which pool. */
      readonly part?: string
      /** As a share of the whole, 0 to 100. */
      readonly asPercent?: boolean
    }
  | { readonly is: 'minus'; readonly from: Measure; readonly take: Measure }
  | { readonly is: 'stated'; readonly value: string | number; readonly stated: Stated }

export interface Waiver {
  readonly is: 'waiver'
  /** The id of the verdict that is tolerated. */
  readonly of: string
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-03-31`. */
  readonly until: string
}

export interface Platform {
  readonly is: 'platform'
  readonly name: string
  readonly title?: string
  readonly environments: readonly (Environment | Planned<Environment>)[]
  readonly promises: readonly (PlatformPromise | Planned<PlatformPromise>)[]
  readonly alerts: readonly Alert[]
  readonly waivers: readonly Waiver[]
}

/** Where a noun was called: the innermost user frame and its callers. */
export interface At {
  readonly at: Position
  readonly via: readonly Position[]
}
