// What a drawing shows of an estate: who runs where, who calls whom, who copies to what place. Plain data, sorted.

import { podsOf } from '../../engine/pods/pods-of.ts'
import type { Estate, Fact } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'

export interface Drawn {
  readonly cluster: string
  /** `Kubernetes 1.33, k3s`. */
  readonly about: string
  readonly environments: readonly DrawnEnvironment[]
  readonly arrows: readonly Arrow[]
  readonly sites: readonly Site[]
}

export interface DrawnEnvironment {
  readonly name: string
  readonly namespace: string
  readonly pool?: string
  readonly components: readonly Box[]
  /** An environment that runs the same: it is drawn as one box beside it. */
  readonly like?: string
}

export interface Box {
  readonly name: string
  readonly pods: number
  readonly keepsState: boolean
}

/** From a component to a component, or to a place outside the cluster. */
export interface Arrow {
  readonly from: End
  readonly to: End | { readonly outside: string }
  readonly is: 'calls' | 'copies'
}

interface End {
  readonly environment: string
  readonly component: string
}

export interface Site {
  readonly zone: string
  readonly nodes: readonly { readonly name: string; readonly cpu: string; readonly memory: string }[]
}

export function drawn(estate: Estate): Drawn {
  const environments = withLikes(environmentsOf(estate))
  const whole = new Set(environments.filter(({ like }) => like === undefined).map(({ name }) => name))
  return {
    cluster: estate.cluster,
    about: [estate.minor && `Kubernetes ${estate.minor}`, estate.distribution].filter(Boolean).join(', '),
    environments,
    arrows: arrowsOf(estate, whole),
    sites: sitesOf(estate),
  }
}

function environmentsOf(estate: Estate): readonly DrawnEnvironment[] {
  const pods = Map.groupBy(
    podsOf(estate).filter(({ steady }) => steady),
    ({ environment }) => environment,
  )
  return estate.environments
    .map(({ name, namespace, pool }) => {
      const components = Map.groupBy(pods.get(name) ?? [], ({ component, name: own }) => component ?? own)
      const boxes = [...components].map(([component, classes]) => ({
        name: component,
        pods: classes.reduce((sum, { count }) => sum + count, 0),
        keepsState: classes.some(({ claims }) => claims.length > 0),
      }))
      return { name, namespace, ...(pool !== undefined && { pool }), components: boxes.toSorted(byName) }
    })
    .toSorted(byName)
}

// The one with the most pods is drawn whole; whoever runs the same components stands beside it as one box.
function withLikes(environments: readonly DrawnEnvironment[]): readonly DrawnEnvironment[] {
  const key = ({ components }: DrawnEnvironment) => components.map(({ name }) => name).join(' ')
  const groups = Map.groupBy(environments, key)
  const leads = new Map(
    [...groups].map(([same, all]) => [same, all.toSorted((a, b) => podsIn(b) - podsIn(a))[0]?.name]),
  )
  return environments.map((environment) => {
    const lead = leads.get(key(environment))
    return environment.components.length < 2 || lead === environment.name || lead === undefined
      ? environment
      : { ...environment, like: lead }
  })
}

export function podsIn({ components }: DrawnEnvironment): number {
  return components.reduce((sum, { pods }) => sum + pods, 0)
}

function arrowsOf(estate: Estate, whole: ReadonlySet<string>): readonly Arrow[] {
  const components = new Map(
    estate.objects.map(({ ref, component, environment }) => [ref, { component, environment }] as const),
  )
  const metered = new Set(estate.facts.flatMap((fact) => (fact.trait === 'metered' ? [`${fact.of} ${fact.port}`] : [])))
  const arrows = new Map<string, Arrow>()
  for (const fact of estate.facts) {
    if (isAside(fact, metered)) continue
    const from = { environment: fact.environment, component: fact.component }
    const to = toOf(fact, components)
    if (!to || isSame(from, to) || !whole.has(from.environment) || ('environment' in to && !whole.has(to.environment)))
      continue
    const is = fact.trait === 'backsUp' ? 'copies' : 'calls'
    arrows.set(JSON.stringify([from, to, is]), { from, to, is })
  }
  return [...arrows].toSorted(([a], [b]) => byCodePoint(a, b)).map(([, arrow]) => arrow)
}

// Whoever looks at metrics looks at everybody's: that would be most of the arrows, and tells nothing of the way of a call.
function isAside(fact: Fact, metered: ReadonlySet<string>): boolean {
  if (fact.trait !== 'calls' || fact.to.is !== 'workload') return false
  return metered.has(`${fact.to.workload} ${fact.to.portName}`)
}

function isSame(from: End, to: Arrow['to']): boolean {
  return 'component' in to && to.component === from.component && to.environment === from.environment
}

function toOf(
  fact: Fact,
  components: ReadonlyMap<
    string,
    { readonly component?: string | undefined; readonly environment?: string | undefined }
  >,
): Arrow['to'] | undefined {
  if (fact.trait === 'backsUp') return fact.to.is === 'outside' ? { outside: fact.to.name } : undefined
  if (fact.trait !== 'calls') return undefined
  if (fact.to.is === 'outside') return { outside: fact.to.name }
  if (fact.to.is !== 'workload') return undefined
  const { component, environment } = components.get(fact.to.workload) ?? {}
  return component !== undefined && environment !== undefined ? { component, environment } : undefined
}

function sitesOf({ nodes }: Estate): readonly Site[] {
  return [...Map.groupBy(nodes, ({ zone }) => zone ?? 'nodes')]
    .map(([zone, held]) => ({
      zone,
      nodes: held
        .map(({ name, allocatable, unsized = [] }) => ({
          name,
          cpu: unsized.includes('cpu') ? '?' : (allocatable.cpu ?? '?'),
          memory: unsized.includes('memory') ? '?' : (allocatable.memory ?? '?'),
        }))
        .toSorted(byName),
    }))
    .toSorted((a, b) => byCodePoint(a.zone, b.zone))
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return byCodePoint(a.name, b.name)
}
