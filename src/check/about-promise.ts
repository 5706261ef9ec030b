// The workloads that a verdict on a promise is about, where manifests are judged: a component stands for one of them.

import type { Ref } from '../kubernetes/types.ts'
import type { Component } from '../platform/component.ts'
import type { PlatformPromise } from '../platform/model.ts'

/** `subject`: the last part of the verdict's id, which tells one of several apart. */
export function aboutPromise(promise: PlatformPromise, subject: string | undefined): readonly Ref[] {
  return componentsOf(promise, subject).flatMap(({ workload }) => (workload === undefined ? [] : [workload as Ref]))
}

function componentsOf(promise: PlatformPromise, subject: string | undefined): readonly Component[] {
  switch (promise.kind) {
    case 'survives':
      return promise.keeps.filter(({ name }) => name === subject)
    case 'recovers':
      return promise.what.is === 'component' ? [promise.what] : []
    case 'retains':
      return [promise.store]
    case 'reachedOnlyBy':
      return [promise.target.is === 'port' ? promise.target.component : promise.target]
    case 'connects':
      return promise.among
    case 'carries':
      return promise.journey.path.map((step) => (step.is === 'port' ? step.component : step))
    case 'grows':
    case 'stands':
    case 'drained':
    case 'rolls':
      return [promise.component]
    case 'scrapes':
      return [promise.by]
    default:
      return []
  }
}
