// Options to traits, for what all workloads share.

import type { Endpoint, Metering, Placement, Traits, Workload } from '../component.ts'
import type { ListenOptions, WorkloadOptions } from './options.ts'

export type Ports = Workload['ports']

/** Declared ports; a single one without a name is called `main`. */
export function portsOf(listens: ListenOptions | undefined): Ports {
  if (listens === undefined) return []
  if (typeof listens === 'number') return [{ name: 'main', port: listens, protocol: 'TCP' }]
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
    command,
    requests,
    limits,
    readiness,
    liveness,
    update,
    budget,
    account,
    api,
    writes,
    security,
    starts,
  } = options
  return {
    ...base,
    labels: { app: base.name, ...options.labels },
    place: placementOf(options.place),
    secrets: options.secrets ?? [],
    config: options.config ?? [],
    tolerates: [...(options.tolerates ?? []), ...leaving(options)],
    ...present({
      image,
      software,
      command,
      requests,
      limits,
      readiness,
      liveness,
      update,
      budget,
      account,
      api,
      writes,
      security,
      starts,
      schedule,
    }),
  }
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

/** Traits of a component that is one workload and keeps nothing. */
export function simpleTraits(workload: Workload, options: WorkloadOptions): Traits {
  return present({
    runs: [workload],
    serves: endpointsOf(workload.name, workload.ports, options),
    calls: options.calls ?? [],
    keeps: [],
    elects: [],
    backsUp: [],
    metered: meteringOf(workload.ports, options),
    stated: options.stated,
  })
}
