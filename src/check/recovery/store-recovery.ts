// Promises that one component comes back from one kind of failure: what facts about pods, volumes and copies answer.

import type { Component } from '../../platform/component.ts'
import type { Failure, PlatformPromise } from '../../platform/model.ts'

export type Recovers = Extract<PlatformPromise, { kind: 'recovers' }>
export type StoreRecovery = Recovers & { readonly what: Component; readonly from: Failure }

export function isStoreRecovery(promise: Recovers): promise is StoreRecovery {
  return promise.what.is === 'component' && promise.from !== undefined
}
