// What must hold within and between environments.

import type { Component } from '../component.ts'
import { componentsOf, originOf } from '../derive.ts'
import type { Environment, Platform } from '../model.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf } from '../resolve.ts'
import { traitsOf } from '../traits.ts'
import { callProblems } from './calls.ts'
import { problem, repeated, unknownName } from './tell.ts'

export function* environmentProblems(platform: Platform): Generator<Problem> {
  const environments = environmentsOf(platform)
  for (const again of repeated(environments, ({ name }) => name)) {
    yield problem(again, 'name', `a second environment '${again.name}'`, 'a name of its own')
  }
  const clusters = [...new Set(environments.map(({ on }) => on))]
  for (const again of repeated(clusters, ({ name }) => name)) {
    yield problem(again, 'name', `another cluster '${again.name}'`, 'one name for one cluster')
  }
  const named = environments.filter(({ name }, at) => environments.findIndex((one) => one.name === name) === at)
  for (const again of repeated(named, ({ on, namespace }) => `${on.name}/${namespace}`)) {
    const found = `namespace ${again.namespace} of ${again.on.name}, which another environment fills`
    yield problem(again, 'namespace', found, 'a namespace of its own')
  }
  for (const environment of environments) {
    for (const again of repeated(environment.roles, ({ name }) => name)) {
      yield problem(again, 'name', `a second role '${again.name}' in ${environment.name}`, 'a name of its own')
    }
    yield* poolProblems(environment)
    yield* differences(environment)
    yield* componentNames(environment)
    yield* callProblems(platform, environment)
  }
}

function* poolProblems(environment: Environment): Generator<Problem> {
  const { pool, on } = environment
  const pools = Object.keys(on.pools)
  if (pool !== undefined && !pools.includes(pool))
    yield unknownName(environment, 'pool', pool, `a pool of cluster ${on.name}`, pools)
  // A cluster that is not divided, as a developer's, leaves nothing to choose.
  if (on.nodePools.length === 0) return
  const known = on.nodePools.map(({ name }) => name)
  for (const component of componentsOf(environment)) {
    const { pool: chosen } = traitsOf(component).runs[0] ?? {}
    if (chosen !== undefined && !known.includes(chosen))
      yield unknownName(originOf(component, 'pool'), 'pool', chosen, `a pool of cluster ${on.name}`, known)
  }
}

/** What is left out, replaced or resized must be there in the first place. */
function* differences(environment: Environment): Generator<Problem> {
  const { name, like, without, instead, sized, runs } = environment
  const inherited = new Set(like ? componentsOf(like).map((component) => component.name) : [])
  const there = new Set(componentsOf(environment).map((component) => component.name))
  for (const [index, gone] of without.entries()) {
    if (inherited.has(gone.name)) continue
    const what = 'a component that the environment it is like runs'
    yield unknownName(environment, `without[${index}]`, gone.name, what, inherited)
  }
  for (const size of sized) {
    if (there.has(size.component.name)) continue
    yield unknownName(size, 'component', size.component.name, `a component that ${name} runs`, there)
  }
  for (const gone of [...without, ...instead.map(([was]) => was)]) inherited.delete(gone.name)
  for (const [index, component] of runs.entries()) {
    if (component.is !== 'component' || !inherited.has(component.name)) continue
    const allowed = `nothing, ${like?.name} runs it already; or instead: [[was, is]], or sized: [sized(…)]`
    yield problem(environment, `runs[${index}]`, `another ${component.name}`, allowed)
  }
}

/** Workloads and Services of one namespace have names of their own. */
function* componentNames(environment: Environment): Generator<Problem> {
  const declared = environment.runs.filter((component): component is Component => component.is === 'component')
  for (const again of repeated(declared, ({ name }) => name)) {
    yield problem(again, 'name', `a second '${again.name}' in ${environment.name}`, 'a name of its own')
  }
  const components = componentsOf(environment)
  for (const [what, namesOf] of [
    ['workload', (component: Component) => traitsOf(component).runs.map(({ name }) => name)],
    ['Service', (component: Component) => traitsOf(component).serves.map(({ name }) => name)],
  ] as const) {
    const named = components.flatMap((component) =>
      [...new Set(namesOf(component))].map((name) => ({ name, component })),
    )
    for (const { name, component } of repeated(named, (one) => one.name)) {
      yield problem(component, '', `a second ${what} '${name}' in ${environment.name}`, 'a name of its own')
    }
  }
}
