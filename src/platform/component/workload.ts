// Options to traits, for what all workloads share.

import type { Endpoint, Metering, Placement, Traits, Workload } from '../component.ts'
import type { ListenOptions, WorkloadOptions } from './options.ts'

export type Ports = Workload['ports']

const wellKnown = { http: 80, https: 443 } as const

/** Declared ports; a single one without a name is called `main`. */
export function portsOf(listens: ListenOptions | undefined): Ports {
  if (listens === undefined) return []
  if (typeof listens === 'number') return [{ name: 'main', port: listens, protocol: 'TCP' }]
  if (typeof listens === 'string') return [{ name: listens, port: wellKnown[listens], protocol: 'TCP' }]
  return Object.entries(listens).map(([name, option]) =>
    typeof option === 'number'
      ? { name, port: option, protocol: 'TCP' as const }
      : { name, port: option.port, protocol: option.protocol ?? 'TCP' },
  )
}

export function portNumbers(ports: Ports): ReadonlyMap<string, number> {
  return new Map(ports.map(({ name, port }) => [name, port]))
}

export interface WorkloadBase {
  readonly name: string
  readonly controller: Workload['controller']
  readonly replicas: number
  readonly ports: Ports
  readonly governedBy?: string
}

export function workloadOf(base: WorkloadBase, options: WorkloadOptions, schedule?: string): Workload {
  const {
    image,
    software,
    built,
    command,
    requests,
    limits,
    readiness,
    liveness,
    health,
    update,
    resizes,
    budget,
    account,
    api,
    writes,
    security,
    starts,
    pool,
  } = options
  return {
    ...base,
    labels: { app: base.name, ...contextLabel(options), ...options.labels },
    place: placementOf(options.place),
    secrets: options.secrets ?? [],
    config: options.config ?? [],
    tolerates: [...(options.tolerates ?? []), ...leaving(options)],
    ...present({
      image,
      software,
      built,
      command,
      requests,
      limits,
      readiness,
      liveness,
      health,
      update,
      resizes,
      budget,
      account,
      api,
      writes,
      security,
      starts,
      schedule,
      pool: pool?.name,
    }),
  }
}

function contextLabel({ context }: WorkloadOptions): Workload['labels'] {
  return context === undefined || context === 'all' ? {} : { context: context.name }
}

// The two taints of a node that is lost (https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions).
export const lostNodes: readonly string[] = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']

function leaving({ leavesNodeAfter }: WorkloadOptions): Workload['tolerates'] {
  return leavesNodeAfter === undefined
    ? []
    : lostNodes.map((key) => ({ key, effect: 'NoExecute', for: leavesNodeAfter }))
}

function placementOf(place: Partial<Placement> = {}): Placement {
  const { require = [], prefer = [], apart = [], spread = [] } = place
  return { require, prefer, apart, spread }
}

/** Without what is undefined. */
export function present<T extends object>(value: T): T {
  const kept: { [key: string]: unknown } = {}
  for (const [key, held] of Object.entries(value)) if (held !== undefined) kept[key] = held
  return kept as T
}

/** Names under which a workload is called: those declared, else its own if it listens at all. */
export function endpointsOf(of: string, ports: Ports, options: WorkloadOptions): readonly Endpoint[] {
  const base = { of, ports: ports.map(({ name }) => name) }
  const headless = options.headless === undefined ? [] : [{ ...base, name: options.headless, headless: true }]
  if (ports.length === 0) return headless
  return [...declaredNames(of, options).map((name) => ({ ...base, ...name, headless: false })), ...headless]
}

function declaredNames(of: string, { names }: WorkloadOptions): readonly Pick<Endpoint, 'name' | 'role' | 'stated'>[] {
  if (names === undefined) return [{ name: of }]
  if (Array.isArray(names)) return names.map((name: string) => ({ name }))
  return Object.entries(names).map(([name, role]) =>
    typeof role === 'string' ? { name, role } : present({ name, role: role.role, stated: role.stated }),
  )
}

export function meteringOf(ports: Ports, options: WorkloadOptions): Metering | undefined {
  const { metrics } = options
  if (!metrics) return undefined
  const port = typeof metrics.port === 'number' ? ports.find((open) => open.port === metrics.port)?.name : metrics.port
  const { path = '/metrics', names = [], stated } = metrics
  return present({ port: port ?? String(metrics.port), path, metrics: names, stated })
}

/** What is called, and of which calls it is said how they are made. */
export function callsOf({ calls = [] }: Pick<WorkloadOptions, 'calls'>): Pick<Traits, 'calls' | 'tuned'> {
  const tuned = calls.filter((call) => call.is === 'call')
  return {
    calls: calls.map((call) => (call.is === 'call' ? call.to : call)),
    ...(tuned.length > 0 && { tuned }),
  }
}

/** The segments that it stands in, as a list. */
export function segmentsOf(of: WorkloadOptions['in']): Pick<Traits, 'in'> {
  if (of === undefined) return {}
  return { in: 'is' in of ? [of] : of }
}

/** Traits of a component that is one workload and keeps nothing. */
export function simpleTraits(workload: Workload, options: WorkloadOptions): Traits {
  return present({
    runs: [workload],
    serves: endpointsOf(workload.name, workload.ports, options),
    ...callsOf(options),
    ...segmentsOf(options.in),
    keeps: [],
    elects: [],
    backsUp: [],
    metered: meteringOf(workload.ports, options),
    stated: options.stated,
  })
}
