// The calls of an environment as they are declared, each with how it is made and what is called.

import type { Component } from '../../platform/component.ts'
import { componentsOf, targetIn } from '../../platform/derive.ts'
import type { Call, Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'

export interface DeclaredCall {
  readonly from: Component
  readonly to: Component
  /** The name of the port that is called, where one is named, or there is only one. */
  readonly port: string | undefined
  /** What the call itself says; absent: nothing. */
  readonly call: Call | undefined
}

/** Of what runs in the cluster, sorted by caller and by what is called. */
export function declaredCalls(environment: Environment): readonly DeclaredCall[] {
  return componentsOf(environment).flatMap((from) => {
    const { runs, calls, tuned = [] } = traitsOf(from)
    if (runs.every(({ controller }) => controller === 'outside')) return []
    return calls
      .map((called) => {
        const target = targetIn(environment, called)
        const to = target.is === 'port' ? target.component : target
        const port = target.is === 'port' ? target.port : onlyPort(to)
        return { from, to, port, call: tuned.find((one) => one.to === called) }
      })
      .sort((a, b) => byCodePoint(a.to.name, b.to.name) || byCodePoint(a.port ?? '', b.port ?? ''))
  })
}

function onlyPort(component: Component): string | undefined {
  const { runs, metered } = traitsOf(component)
  const ports = runs.flatMap(({ ports }) => ports).filter(({ name, isInner }) => name !== metered?.port && !isInner)
  const names = new Set(ports.map(({ name }) => name))
  const [only] = names
  return names.size === 1 ? only : undefined
}

export function runsInside(component: DeclaredCall['to']): boolean {
  return traitsOf(component).runs.some(({ controller }) => controller !== 'outside')
}

/** Members that are known by name speak a protocol of their own, unless the port says HTTP, or they watch others by it. */
export function isTcp(declared: DeclaredCall | undefined): boolean {
  if (declared?.port === undefined) return false
  const { runs, collects, notifies } = traitsOf(declared.to)
  const isStore = !collects && !notifies && runs.some(({ controller }) => controller === 'StatefulSet')
  return isStore && !/^(https?|http2|grpc)(-|$)/.test(declared.port)
}
