// The calls to each Service by how they are made: what a mesh is told of that Service.

import type { Ref } from '../../kubernetes/types.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Fact, FactOf, RoutePolicy } from '../estate.ts'
import { sortedBy } from '../order.ts'

export interface Route {
  readonly service: Ref
  readonly host: string
  /** Sorted; those who call in another way than the rest, with the way; without callers: all others. */
  readonly ways: readonly Way[]
  readonly fact: FactOf<'routed'>
}

export interface Way {
  readonly callers: readonly Ref[]
  readonly policy: RoutePolicy
  readonly isHttp: boolean
}

/** One a Service that is called from within the mesh, sorted. */
export function routesOf(facts: readonly Fact[], isMeshed: (environment: string) => boolean): readonly Route[] {
  const calls = facts.flatMap((fact) => {
    if (fact.trait !== 'routed' || fact.to.is !== 'workload' || !fact.to.service) return []
    return isMeshed(fact.environment) ? [{ fact, service: fact.to.service, isHttp: isHttp(fact.to.portName) }] : []
  })
  const byService = Map.groupBy(calls, ({ service }) => service)
  return sortedBy(byService, ([service]) => service).flatMap(([service, made]) => {
    const [first] = made
    const { name, namespace } = partsOf(service)
    return first
      ? [{ service, host: `${name}.${namespace}.svc.cluster.local`, ways: waysOf(made), fact: first.fact }]
      : []
  })
}

type Made = { readonly fact: FactOf<'routed'>; readonly isHttp: boolean }

// The way of the mesh itself, else the one that most take, comes last, without names: it is that of whoever calls later.
function waysOf(made: readonly Made[]): readonly Way[] {
  const byPolicy = Map.groupBy(made, sentText)
  const ways = sortedBy(byPolicy, ([text, of]) => {
    const rank = of.some(({ fact }) => fact.isOfMesh) ? 1 : 0
    return `${rank}${String(of.length).padStart(6, '0')}${text}`
  }).flatMap(([, of]) => {
    const [first] = of
    const callers = [...new Set(of.map(({ fact }) => fact.from))]
    return first ? [{ callers: sortedBy(callers, (ref) => ref), policy: first.fact.policy, isHttp: first.isHttp }] : []
  })
  return ways.map((way, at) => (at === ways.length - 1 ? { ...way, callers: [] } : way))
}

/** What a proxy is told: not what the call is for. */
function sentText({ fact, isHttp }: Made): string {
  const { batch: _, idempotent: __, ...sent } = fact.policy
  return JSON.stringify([isHttp, sent])
}

/** By the name of a port, as Istio selects a protocol (istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection). */
function isHttp(portName: string | undefined): boolean {
  return portName === undefined || /^(http|http2|grpc|grpc-web|main)(-|$)/.test(portName)
}
