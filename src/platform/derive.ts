// What an environment runs once all is said: like → without → instead → sized, by whole options, no deep merge; then what
// the environment says of all that say nothing of their own.
// References inside calls are resolved by name in the environment at hand.

import type { Component } from './component.ts'
import { isMade, makingOf, remember } from './made.ts'
import type { Call, Environment, Flow, PortRef, Scaling, Sized } from './model.ts'
import { byCodePoint } from './order.ts'
import { hasReplicas } from './replicated.ts'
import { percentOf } from './units.ts'

/** The components that an environment runs, as they are there, by name. */
export function componentsOf(environment: Environment): readonly Component[] {
  return [...derived(environment).values()].sort((a, b) => byCodePoint(a.name, b.name))
}

/** A component as it is in an environment, by its name, or what stands there instead; undefined where neither runs. */
export function componentIn(environment: Environment, component: Component): Component | undefined {
  return derived(environment).get(nameIn(environment, component))
}

/** The flows that hold in an environment, its own and those of the one it is like, between components as they are there. */
export function flowsOf(environment: Environment): readonly Flow[] {
  return declaredFlows(environment).flatMap((flow) => {
    const from = componentIn(environment, flow.from)
    // Who is left out here calls nobody.
    if (!from) return []
    const to = targetIn(environment, flow.to)
    const making = makingOf(flow)
    return making ? [making.remake({ ...making.given, from, to }) as Flow] : []
  })
}

/** What is called, as it is here; what runs elsewhere stays as declared, or is what stands here instead. */
export function targetIn(environment: Environment, target: Component | PortRef): Component | PortRef {
  return called(environment, target, (component) => componentIn(environment, component))
}

/** The noun whose call said this option of a component: its own, or the `sized` that replaced it. */
export function originOf(component: Component, option: string): object {
  return makingOf(component)?.origins?.get(option) ?? component
}

const known = new WeakMap<Environment, ReadonlyMap<string, Component>>()

function derived(environment: Environment): ReadonlyMap<string, Component> {
  const before = known.get(environment)
  if (before) return before
  const components = withCallsResolved(environment, withScales(environment, declared(environment)))
  known.set(environment, components)
  return components
}

/** like → without → instead → runs → sized, calls still as declared. */
function declared(environment: Environment): ReadonlyMap<string, Component> {
  const { like, without, instead, runs, sized } = environment
  const components = new Map(like ? declared(like) : [])
  for (const { name } of without) components.delete(name)
  for (const [was, is] of instead) {
    if (components.delete(was.name)) components.set(is.name, is)
  }
  for (const component of runs) {
    if (component.is === 'component') components.set(component.name, component)
  }
  for (const [name, component] of components) {
    const sizes = sizesIn(environment, component)
    if (sizes)
      components.set(
        name,
        changed(component, sizes, () => environment),
      )
  }
  for (const size of sized) {
    const component = components.get(size.component.name)
    if (component) components.set(component.name, withSize(component, size))
  }
  return components
}

/** What the environment says of all: so many of each, or a share of what it is like, of which one stays at least. */
function sizesIn({ replicas, standbyAt }: Environment, { noun, options }: Component): Component['options'] | undefined {
  if ((replicas === undefined && standbyAt === undefined) || !hasReplicas(noun)) return undefined
  if (replicas !== undefined) return { replicas }
  const share = (whole: number) => Math.ceil((whole * (percentOf(standbyAt) ?? 100)) / 100)
  const from = fewestOf(options.scales)
  // An autoscaler would bring it back to its own fewest at once.
  const scales = from === undefined ? {} : { scales: { ...(options.scales as Scaling), from: share(from) } }
  if (typeof options.replicas === 'number') return { replicas: share(options.replicas), ...scales }
  return from === undefined ? { replicas: share(1) } : scales
}

function fewestOf(scales: unknown): number | undefined {
  const { from } = (scales ?? {}) as Scaling
  return typeof from === 'number' ? from : undefined
}

function withScales(
  environment: Environment,
  components: ReadonlyMap<string, Component>,
): ReadonlyMap<string, Component> {
  const { scales } = environment
  if (!scales) return components
  return new Map(
    [...components].map(([name, component]) => {
      const says = !scaledNouns.has(component.noun) || Object.hasOwn(component.options, 'scales')
      return [name, says ? component : changed(component, { scales }, () => environment)]
    }),
  )
}

/** What is one of many alike, as members of a store are not. */
export const scaledNouns: ReadonlySet<string> = new Set(['gateway', 'service', 'worker'])

function withSize(component: Component, sized: Sized): Component {
  return changed(component, sized.options, (option) => (Object.hasOwn(sized.options, option) ? sized : undefined))
}

function changed(
  component: Component,
  options: Component['options'],
  originOf: (option: string) => object | undefined,
): Component {
  const making = makingOf(component)
  if (!making) return component
  const given = { ...making.given, ...options }
  const value = making.remake(given) as Component
  const again = makingOf(value)
  const origins = new Map(making.origins)
  for (const option of Object.keys(options)) {
    const origin = originOf(option)
    if (origin) origins.set(option, origin)
  }
  if (again) remember(value, { ...again, origins })
  return value
}

// Each component once, those it calls first: a component that calls another holds the other as it is here.
function withCallsResolved(environment: Environment, components: ReadonlyMap<string, Component>) {
  const done = new Map<string, Component>()
  const open = new Set<string>()
  const here = (component: Component): Component | undefined => {
    const name = nameIn(environment, component)
    const declared = components.get(name)
    if (!declared || open.has(name)) return done.get(name) ?? declared
    const ready = done.get(name)
    if (ready) return ready
    open.add(name)
    const { calls } = declared.options
    const targets: readonly (Component | PortRef | Call)[] = Array.isArray(calls) ? calls : []
    const meant = targets.map((target) => tuned(environment, target, here))
    const same = meant.every((target, index) => target === targets[index])
    const made = same ? declared : changed(declared, { calls: meant }, () => undefined)
    open.delete(name)
    done.set(name, made)
    return made
  }
  for (const component of components.values()) here(component)
  return done
}

function tuned(
  environment: Environment,
  target: Component | PortRef | Call,
  here: (component: Component) => Component | undefined,
): Component | PortRef | Call {
  if (!isMade(target, 'call')) return called(environment, target as Component | PortRef, here)
  const { to, through } = target as Call
  const meant = { to: called(environment, to, here), ...(through && { through: here(through) ?? through }) }
  const making = makingOf(target)
  const isSame = meant.to === to && meant.through === through
  return isSame || !making ? target : (making.remake({ ...making.given, ...meant }) as Call)
}

function called(
  environment: Environment,
  target: Component | PortRef,
  here: (component: Component) => Component | undefined,
): Component | PortRef {
  const component = target.is === 'port' ? target.component : target
  if (!isMade(component, 'component')) return target
  const found = here(component) ?? replacements(environment).get(component.name) ?? component
  if (target.is === 'component') return found
  const making = makingOf(target)
  return found === component || !making ? target : (making.remake({ ...making.given, component: found }) as PortRef)
}

function nameIn(environment: Environment, component: Component): string {
  return replacements(environment).get(component.name)?.name ?? component.name
}

function replacements(environment: Environment): ReadonlyMap<string, Component> {
  const inherited = environment.like ? replacements(environment.like) : []
  return new Map([...inherited, ...environment.instead.map(([was, is]) => [was.name, is] as const)])
}

function declaredFlows({ like, flows }: Environment): readonly Flow[] {
  return like ? [...declaredFlows(like), ...flows] : flows
}
