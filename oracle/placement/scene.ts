import type { JsonObject } from '../json.ts'

/** A cluster that is invented, and the pods that it is asked to place, before an API server has seen any of them. */
export interface Scene {
  readonly nodes: readonly JsonObject[]
  /** Everything else that the scheduler reads: namespaces, owners, volumes, claims, budgets. */
  readonly others: readonly JsonObject[]
  readonly standing: readonly PodPlan[]
  /** In the order in which they are asked for. */
  readonly ask: readonly PodPlan[]
}

export interface PodPlan {
  /** What somebody creates. */
  readonly raw: JsonObject
  /** What has come to it since: its node, its phase, when it began, that it ends. Merged into what the server returns. */
  readonly since: Since
}

export interface Since {
  readonly nodeName?: string
  readonly status?: JsonObject
  readonly deletionTimestamp?: string
}

/** A scene with the pods as the API server returns them: what both sides are asked. */
export type Question = {
  readonly nodes: readonly JsonObject[]
  readonly pods: readonly JsonObject[]
  readonly others: readonly JsonObject[]
  readonly ask: readonly JsonObject[]
}
