// Who is meant by a call: the component of that name in the environment at hand, else where it stands on the cluster.

import type { Component } from '../../platform/component.ts'
import type { Environment, Planned } from '../../platform/model.ts'
import type { Member } from '../lower/members.ts'

/** The members that are called; none where the component stands nowhere on the cluster. */
export function calleesOf(target: Component, from: Environment, members: readonly Member[]): readonly Member[] {
  const { name } = target
  const named = members.filter(
    ({ component, environment }) => component.name === name && environment.on.name === from.on.name,
  )
  const own = named.filter(({ environment }) => environment.name === from.name)
  if (own.length > 0) return own

  // Two environments may have different components of one name: the value that is called tells which is meant.
  const same = named.filter(({ environment }) => originOf(environment, name) === target)
  const meant = same.length > 0 ? same : named
  if (from.purpose === 'shared') return meant

  // A shared environment serves all that have the component; any other one calls the place that declares it.
  const declaring = meant.filter(({ environment }) => declared(environment, name) !== undefined)
  return declaring.length > 0 ? declaring : meant
}

/** The value from which an environment has the component of that name, through all environments that it is like. */
function originOf(environment: Environment, name: string): Component | undefined {
  return declared(environment, name) ?? (environment.like && originOf(environment.like, name))
}

function declared({ runs, instead }: Environment, name: string): Component | undefined {
  return (
    runs.map(present).find((component) => component?.name === name) ?? instead.find(([, is]) => is.name === name)?.[1]
  )
}

function present(component: Component | Planned<Component>): Component | undefined {
  return component.is === 'planned' ? undefined : component
}
