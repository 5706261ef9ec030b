// A shop for tests of questions: checkout calls orders, orders keeps its data in ledger-db, on three nodes in two zones.
// Everything in it can be said otherwise; nothing protective is in it.
//
//   sampleWorld({ checkout: { replicas: 2, budget: { minAvailable: 2 } } })
//   sampleWorld({ promises: ({ live, ledgerDb }) => [promise.recovers(ledgerDb, { in: live, from: corruption, losing: '6h' })] })

import { importManifests } from '../estate/import.ts'
import { readManifests } from '../kubernetes/read.ts'
import { type PostgresOptions, postgres } from '../platform/component/postgres.ts'
import { type ServiceOptions, service } from '../platform/component/service.ts'
import type { Component } from '../platform/component.ts'
import { type ClusterOptions, cluster } from '../platform/language/cluster.ts'
import { type EnvironmentOptions, environment } from '../platform/language/environment.ts'
import { type NodeOptions, node } from '../platform/language/node.ts'
import { type PlatformOptions, platform } from '../platform/language/platform.ts'
import { statedIn } from '../platform/language/stated.ts'
import type { Alert, Cluster, Environment, Node, Platform, PlatformPromise, Waiver } from '../platform/model.ts'
import { worldsOf } from '../platform/worlds.ts'
import { askPromises, askQuestion } from './ask.ts'
import type { AnyPromiseKind, AnyQuestion } from './define.ts'
import { platformWorld } from './platform-world.ts'
import type { Verdict } from './verdict.ts'
import { type World, worldOf } from './world.ts'

/** Cites the document of the shop. */
export const says = statedIn('The shop')

/** What stands in every shop. */
export interface Shop {
  readonly harbour: Cluster
  readonly live: Environment
  readonly checkout: Component
  readonly orders: Component
  readonly ledgerDb: Component
}

type InShop<T> = (shop: Shop) => readonly T[]

export interface ShopOptions {
  readonly nodes?: readonly Node[]
  readonly cluster?: Partial<ClusterOptions>
  readonly checkout?: ServiceOptions
  readonly orders?: ServiceOptions
  readonly ledgerDb?: PostgresOptions
  /** What else runs live. */
  readonly more?: (shop: Omit<Shop, 'live'>) => readonly Component[]
  readonly live?: Partial<EnvironmentOptions>
  /** Further environments. */
  readonly environments?: InShop<Environment>
  readonly promises?: InShop<PlatformPromise>
  readonly alerts?: InShop<Alert>
  readonly waivers?: readonly Waiver[]
  /** What is declared beside: drills, decisions, deliveries, procedures, the document. */
  readonly plans?: (shop: Shop) => Partial<PlatformOptions>
}

export function shop(options: ShopOptions = {}): Shop & { readonly platform: Platform } {
  const harbour = cluster('harbour', {
    kubernetes: '1.34',
    nodes: options.nodes ?? [machine('n1', 'east'), machine('n2', 'east'), machine('n3', 'west')],
    storage: { disk: { bound: 'node', default: true } },
    cni: { enforcesPolicy: true },
    ...options.cluster,
  })
  const ledgerDb = postgres('ledger-db', { requests, volume: { size: '10Gi' }, ...options.ledgerDb })
  const orders = service('orders', { listens: 8080, requests, calls: [ledgerDb], ...options.orders })
  const checkout = service('checkout', { listens: 8080, replicas: 2, requests, calls: [orders], ...options.checkout })
  const parts = { harbour, checkout, orders, ledgerDb }
  const runs = [checkout, orders, ledgerDb, ...(options.more?.(parts) ?? [])]
  const live = environment('live', { on: harbour, namespace: 'shop', runs, ...options.live })
  const whole = { ...parts, live }
  const made = platform('shop', {
    environments: [live, ...(options.environments?.(whole) ?? [])],
    promises: options.promises?.(whole) ?? [],
    alerts: options.alerts?.(whole) ?? [],
    waivers: options.waivers ?? [],
    ...options.plans?.(whole),
  })
  return { ...whole, platform: made }
}

const requests = { cpu: '250m', memory: '256Mi' } as const

/** A node of 4 cores and 16Gi in a zone. */
export function machine(name: string, zone: string, options: Partial<NodeOptions> = {}): Node {
  return node(name, { cpu: 4, memory: '16Gi', zone, ...options })
}

export interface Asking {
  /** Default 2026-11-21. */
  readonly asOf?: string
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: readonly string[]
}

/** The world of a platform (in its first world where something is open), or of a shop with these options. */
export function sampleWorld(of: Platform | ShopOptions = {}, asking: Asking = {}): World {
  const declared = isPlatform(of) ? of : shop(of).platform
  const [first = { platform: declared, planned: [] }] = worldsOf(declared).worlds
  return platformWorld(first, when(asking))
}

function isPlatform(of: Platform | ShopOptions): of is Platform {
  return 'is' in of
}

function when({ asOf = '2026-11-21', denied = [] }: Asking) {
  return { asOf, denied: new Set(denied) }
}

/** A world of one cluster, in which this component runs alone. */
export function worldOfOne(component: Component): World {
  const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [component] })
  return sampleWorld(platform('shop', { environments: [live] }))
}

/** The world of manifests, as a folder with one file `shop.yaml` would give it. */
export function manifestWorld(
  yaml: string,
  { kubernetes = '1.34', ...asking }: Asking & { kubernetes?: string } = {},
): World {
  const { estate } = importManifests(readManifests(yaml, 'shop.yaml').manifests, { kubernetes })
  return worldOf([estate], when(asking))
}

/** What a question, or a kind of promise, answers in a world: verdicts with their words, as they are found. */
export function verdictsOf(asked: AnyQuestion | AnyPromiseKind, world: World): readonly Verdict[] {
  return 'kind' in asked ? [...askPromises(asked, world)] : [...askQuestion(asked, world)]
}

/** How each verdict ends, and its lines. */
export function answersOf(asked: AnyQuestion | AnyPromiseKind, world: World): readonly (readonly string[])[] {
  return verdictsOf(asked, world).map((verdict) => [verdict.verdict, ...linesOf(verdict)])
}

/** What decides a verdict, a line each: what does not hold, and where everything holds, what does. */
export function linesOf({ because }: Verdict): readonly string[] {
  const against = because.filter(({ truth }) => truth !== true)
  return (against.length > 0 ? against : because).map(({ says }) => says.line)
}

/** Rules of what does not hold and says nothing of what to do about it. */
export function hintless({ because }: Verdict): readonly string[] {
  return because.flatMap(({ truth, rule, hint, fix }) => (truth !== true && !hint && !fix?.length ? [rule] : []))
}
