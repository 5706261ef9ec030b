// A platform as far as an architecture says it: what runs where, and who calls whom. How big, how often and how safe is for
// people to say.

import { sortedBy } from '../../estate/order.ts'
import { withFlowsBetween } from './between.ts'
import type { Read, ReadCall, ReadNode } from './read-calm.ts'
import { namer, slug } from './slug.ts'

export interface Skeleton {
  readonly clusters: readonly string[]
  readonly environments: readonly SkeletonEnvironment[]
  readonly journeys: readonly { readonly name: string; readonly path: readonly string[]; readonly in: string }[]
  /** What is not in it, and why. */
  readonly left: readonly { readonly part: string; readonly because: string }[]
}

export interface SkeletonEnvironment {
  readonly name: string
  readonly cluster: string
  /** It calls what is called so in every environment that runs it. */
  readonly isShared: boolean
  /** Those that are called first. */
  readonly components: readonly SkeletonComponent[]
  /** Calls that close a circle. */
  readonly flows: readonly { readonly from: string; readonly to: string; readonly port?: string }[]
}

export interface SkeletonComponent {
  /** The id of its node. */
  readonly id: string
  readonly noun: 'client' | 'external' | 'postgres' | 'redis' | 'service'
  readonly name: string
  readonly ports: readonly { readonly id: string; readonly name: string; readonly port: number }[]
  readonly calls: readonly { readonly to: string; readonly port?: string }[]
}

export function skeletonOf(read: Read): Skeleton {
  const containers = new Map(read.within.map(({ container, nodes }) => [container, nodes]))
  const parents = new Map(
    read.within.flatMap(({ container, nodes }) => nodes.map((node) => [node, container] as const)),
  )
  const byId = new Map(read.nodes.map((node) => [node.id, node]))
  const clusters = new Set(
    read.within.flatMap(({ container, nodes }) => (nodes.some((id) => containers.has(id)) ? [container] : [])),
  )
  // Beside environments on a cluster stands one in which nothing runs.
  const isEmpty = ({ id, type }: ReadNode) => type === 'system' && clusters.has(parents.get(id) ?? '')
  const inside = read.nodes.filter(({ id, type }) => !containers.has(id) && !unsaid.has(type))
  const leaves = inside.filter((node) => !isEmpty(node))
  const empty = inside.filter(isEmpty).map(({ id }): [string, ReadNode[]] => [id, []])
  const homes = [...Map.groupBy(leaves, ({ id }) => parents.get(id) ?? ''), ...empty]
  const clusterNames = namer()
  const environmentNames = namer()
  const clusterOf = (home: string) => {
    const on = parents.get(home)
    return clusterNames(on ?? home, byId.get(on ?? home)?.name ?? 'main')
  }
  const made = sortedBy(homes, ([home]) => home).map(([home, nodes]) => ({
    name: environmentNames(home, byId.get(home)?.name ?? 'main'),
    cluster: clusterOf(home),
    nodes,
  }))
  const components = new Map(made.flatMap(({ nodes }) => componentsOf(nodes).map((one) => [one.id, one] as const)))
  const calls = read.calls.filter(({ from, to }) => isCall(components.get(from), components.get(to)))
  const ordered = made.map(({ name, cluster, nodes }) => ({
    name,
    cluster,
    isShared: false,
    ...inOrder(
      nodes.flatMap(({ id }) => components.get(id) ?? []),
      calls,
      components,
    ),
  }))
  const { environments, between } = withFlowsBetween(ordered, components)
  return {
    clusters: [...new Set(environments.map(({ cluster }) => cluster))],
    environments,
    journeys: journeysOf(read, environments),
    left: sortedBy(
      [...leftOf(read, { containers, components, calls, empty: new Set(empty.map(([id]) => id)) }), ...between],
      ({ part }) => part,
    ),
  }
}

// They are no part of what runs.
const unsaid: ReadonlySet<string> = new Set(['network', 'data-asset'])

function componentsOf(nodes: readonly ReadNode[]): readonly SkeletonComponent[] {
  const names = namer()
  return nodes.map((node) => {
    const noun = nounOf(node)
    const portNames = namer(15)
    const ports = node.ports.flatMap(({ id, name, port }) =>
      port === undefined ? [] : [{ id, name: portNames(id, name), port }],
    )
    return { id: node.id, noun, name: names(node.id, node.name), ports, calls: [] }
  })
}

// The type says that it is a database, its port and its name which one.
function nounOf({ type, name, ports }: ReadNode): SkeletonComponent['noun'] {
  if (type === 'actor' || type === 'webclient') return 'client'
  if (type === 'service') return 'service'
  if (type !== 'database') return 'external'
  const has = (word: string, port: number) => slug(name).includes(word) || ports.some((each) => each.port === port)
  if (has('postgres', 5432)) return 'postgres'
  return has('redis', 6379) ? 'redis' : 'external'
}

function isCall(from: SkeletonComponent | undefined, to: SkeletonComponent | undefined): boolean {
  return from !== undefined && to !== undefined && from.id !== to.id && to.noun !== 'client'
}

export type Components = ReadonlyMap<string, SkeletonComponent>

function inOrder(
  nodes: readonly SkeletonComponent[],
  calls: readonly ReadCall[],
  components: Components,
): Pick<SkeletonEnvironment, 'components' | 'flows'> {
  const byCaller = Map.groupBy(calls, ({ from }) => from)
  const done: SkeletonComponent[] = []
  const flows: SkeletonEnvironment['flows'][number][] = []
  const state = new Map<string, 'open' | 'done'>()
  const here = new Set(nodes.map(({ id }) => id))
  const visit = (component: SkeletonComponent): void => {
    state.set(component.id, 'open')
    const kept: SkeletonComponent['calls'][number][] = []
    for (const call of targetsOf(byCaller.get(component.id) ?? [], components)) {
      const called = components.get(call.to)
      if (called && here.has(call.to) && !state.has(call.to)) visit(called)
      // What is not made yet cannot be named: a circle, or another environment.
      if (state.get(call.to) === 'done') kept.push(call)
      else flows.push({ from: component.id, ...call })
    }
    state.set(component.id, 'done')
    done.push({ ...component, calls: kept })
  }
  for (const component of nodes) if (!state.has(component.id)) visit(component)
  return { components: done, flows }
}

function targetsOf(calls: readonly ReadCall[], components: Components): SkeletonComponent['calls'] {
  const targets = calls.flatMap(({ to, interfaces }): SkeletonComponent['calls'] => {
    const ports = components.get(to)?.ports.filter(({ id }) => interfaces.includes(id)) ?? []
    const named = components.get(to)?.noun === 'postgres' || components.get(to)?.noun === 'redis' ? [] : ports
    return named.length === 0 ? [{ to }] : named.map(({ name }) => ({ to, port: name }))
  })
  return [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()]
}

function journeysOf(read: Read, environments: readonly SkeletonEnvironment[]): Skeleton['journeys'] {
  const homes = new Map(environments.flatMap(({ name, components }) => components.map(({ id }) => [id, name] as const)))
  const calls = new Map(read.calls.map((call) => [call.id, call]))
  const names = namer()
  return read.flows.flatMap(({ name, calls: steps }, at) => {
    const walked = steps.flatMap((step) => calls.get(step) ?? [])
    const follows = walked.every(({ from }, index) => index === 0 || walked[index - 1]?.to === from)
    const [first] = walked
    const home = homes.get(first?.from ?? '')
    if (!first || !follows || home === undefined || walked.some(({ to }) => !homes.has(to))) return []
    return [{ name: names(`${at}`, name), path: [first.from, ...walked.map(({ to }) => to)], in: home }]
  })
}

function leftOf(
  read: Read,
  made: {
    containers: ReadonlyMap<string, unknown>
    components: Components
    calls: readonly ReadCall[]
    empty: ReadonlySet<string>
  },
): Skeleton['left'] {
  const nodes = read.nodes.filter(
    ({ id }) => !made.containers.has(id) && !made.components.has(id) && !made.empty.has(id),
  )
  const taken = new Set(made.calls.map(({ id }) => id))
  const databases = read.nodes.filter(
    ({ id, type }) => type === 'database' && made.components.get(id)?.noun === 'external',
  )
  return [
    ...nodes.map(({ id, type }) => ({ part: id, because: `a ${type} runs nowhere: say it where it is used` })),
    ...databases.map(({ id }) => ({ part: id, because: 'it is not said which database it is: taken as external' })),
    ...read.calls
      .filter(({ id }) => !taken.has(id))
      .map(({ id }) => ({ part: id, because: 'it does not lead from one component to another' })),
    ...read.options.map((id) => ({ part: id, because: 'an open choice: undecided(…) where it matters' })),
    ...read.nodes
      .filter(({ controls }) => controls > 0)
      .map(({ id }) => ({ part: `controls of ${id}`, because: 'say what they ask for as promises' })),
  ]
}
