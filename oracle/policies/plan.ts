// Small platforms by who calls whom: what is declared is said here, apart from everything that is made of it.

import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'

export interface Plan {
  /** Each calls only such as come after it. */
  readonly components: readonly PlannedComponent[]
  /** Places outside that are called. */
  readonly outside: readonly { readonly name: string; readonly port: number; readonly address: string }[]
  /** What is called from anywhere outside. */
  readonly client: readonly PlannedCall[]
  readonly environments: readonly {
    readonly name: string
    readonly runs: readonly string[]
    /** Whether it has policies: nothing passes but DNS, where that is said, and calls. */
    readonly isClosed: boolean
    readonly dns: boolean
  }[]
}

export interface PlannedComponent {
  readonly name: string
  readonly kind: 'service' | 'worker' | 'job' | 'postgres'
  readonly ports: { readonly [name: string]: number }
  readonly calls: readonly PlannedCall[]
}

/** Of a component by a port or by all, or of a place outside. */
export interface PlannedCall {
  readonly to: string
  readonly port?: string
}

export function inventPlan(random: Random): Plan {
  const outside = [
    { name: 'mail', port: 587, address: '203.0.113.7' },
    { name: 'bank', port: 443, address: '203.0.113.9' },
  ].filter(() => random.chance(0.6))
  const bare = random.list(random.int(2, 6), () => 0).map((_, at) => inventComponent(random, `c${at}`))
  const components = bare.map((one, at) => ({ ...one, calls: inventCalls(random, bare.slice(at + 1), outside) }))
  const services = bare.filter(({ kind }) => kind === 'service')
  return {
    components: components.map((one) => (one.kind === 'postgres' ? { ...one, calls: [] } : one)),
    outside,
    client: random.chance(0.5) ? inventCalls(random, services, []) : [],
    environments: inventEnvironments(
      random,
      bare.map(({ name }) => name),
    ),
  }
}

// In each of them, or in one that the others call.
function inventEnvironments(random: Random, names: readonly string[]): Plan['environments'] {
  const all = ['live', 'trial', 'common'].slice(0, random.int(1, 3))
  const places = new Map(names.map((name) => [name, random.chance(0.6) ? undefined : random.pick(all)]))
  return all.map((name) => ({
    name,
    runs: names.filter((one) => (places.get(one) ?? name) === name),
    isClosed: random.chance(0.85),
    dns: random.chance(0.7),
  }))
}

function inventComponent(random: Random, name: string): Omit<PlannedComponent, 'calls'> {
  const kind = random.pick(['service', 'service', 'service', 'worker', 'job', 'postgres'] as const)
  if (kind === 'postgres') return { name, kind, ports: { postgres: 5432 } }
  if (kind !== 'service') return { name, kind, ports: {} }
  const http = random.pick([80, 8080, 8081])
  return { name, kind, ports: random.chance(0.5) ? { http } : { http, admin: random.pick([9000, 8082]) } }
}

function inventCalls(
  random: Random,
  later: readonly Omit<PlannedComponent, 'calls'>[],
  outside: Plan['outside'],
): readonly PlannedCall[] {
  const called = later.filter(({ ports }) => Object.keys(ports).length > 0 && random.chance(0.4))
  const inside = called.map(({ name, ports }) =>
    random.chance(0.5) ? { to: name } : { to: name, port: random.pick(Object.keys(ports)) },
  )
  return [...inside, ...outside.filter(() => random.chance(0.2)).map(({ name }) => ({ to: name }))]
}

/** Whether a plan that shrinking made still says something whole. */
export function isPlan(json: JsonObject): boolean {
  const plan = json as unknown as Plan
  const { components, outside, client, environments } = json
  const lists = [components, outside, environments].every((list) => Array.isArray(list) && list.every(isObject))
  if (!lists || !Array.isArray(client)) return false
  const names = plan.components.map(({ name }) => name)
  const isCall = (others: readonly string[]) => (call: PlannedCall) => {
    const of = plan.components.find(({ name }) => name === call.to)
    return others.includes(call.to) && (call.port === undefined || of?.ports?.[call.port] !== undefined)
  }
  const far = plan.outside.map(({ name }) => name)
  return (
    new Set(names).size === names.length &&
    plan.components.every(({ name, kind, ports, calls }, at) => {
      const isKind = ['service', 'worker', 'job', 'postgres'].includes(kind) && /^c\d$/.test(name)
      const isWhole = isObject(ports as Json) && Array.isArray(calls) && isSound(kind, ports)
      return isKind && isWhole && calls.every(isCall([...names.slice(at + 1), ...far]))
    }) &&
    plan.client.every(isCall(names)) &&
    plan.outside.every(
      ({ name, port, address }) => ['mail', 'bank'].includes(name) && port > 0 && /^203\.0\.113\.\d$/.test(address),
    ) &&
    names.every((name) => {
      const count = plan.environments.filter(({ runs }) => Array.isArray(runs) && runs.includes(name)).length
      return count === 1 || count === plan.environments.length
    }) &&
    plan.environments.length > 0 &&
    new Set(plan.environments.map(({ name }) => name)).size === plan.environments.length &&
    plan.environments.every(
      ({ name, runs }) => /^[a-z]{2,}$/.test(name) && Array.isArray(runs) && runs.every((one) => names.includes(one)),
    )
  )
}

function isSound(kind: PlannedComponent['kind'], ports: PlannedComponent['ports']): boolean {
  const numbers = Object.values(ports)
  if (kind === 'postgres') return numbers.length === 1 && ports.postgres === 5432
  if (kind !== 'service') return numbers.length === 0
  return numbers.length > 0 && new Set(numbers).size === numbers.length && numbers.every((port) => port >= 80)
}
