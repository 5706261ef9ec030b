// Clusters, environments, and what runs in each, as nodes: one for each component in each environment.

import type { Estate } from '../../estate/estate.ts'
import { sortedBy } from '../../estate/order.ts'
import type { Component, Traits, Workload } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Cluster, Environment, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type CalmNode, type Controls, type Interface, idOf } from './architecture.ts'

/** `controlsOf` says what is promised of an environment. */
export function nodesOf(
  platform: Platform,
  estates: readonly Estate[],
  controlsOf: (environment: string) => Controls,
): readonly CalmNode[] {
  const environments = environmentsOf(platform)
  return sortedBy(
    [
      ...estates.map(clusterNode),
      ...machinesOf(environments, estates).map(machinesNode),
      ...environments.map((environment) => environmentNode(environment, controlsOf(environment.name))),
      ...environments.flatMap((environment) =>
        componentsOf(environment).map((component) => componentNode(environment, component)),
      ),
      ...placesOutside(estates).map(placeNode),
    ],
    (node) => node['unique-id'],
  )
}

// Places outside every cluster that copies go to and that no component stands for.
function placesOutside(estates: readonly Estate[]): readonly string[] {
  const places = estates.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.trait === 'backsUp' && fact.to.is === 'outside' ? [fact.to.name] : [])),
  )
  return [...new Set(places)]
}

// Where programs run without Kubernetes there is no estate, and environments stand there all the same.
function machinesOf(environments: readonly Environment[], estates: readonly Estate[]): readonly Cluster[] {
  const shown = new Set(estates.map(({ cluster }) => cluster))
  const others = environments.map(({ on }) => on).filter(({ name }) => !shown.has(name))
  return [...new Map(others.map((one) => [one.name, one])).values()]
}

function machinesNode({ name, bare }: Cluster): CalmNode {
  const description = bare === 'compose' ? 'machines with Docker Compose' : 'machines without Kubernetes'
  return { 'unique-id': idOf.cluster(name), 'node-type': 'ecosystem', name, description }
}

function clusterNode({ cluster, minor, distribution, nodes }: Estate): CalmNode {
  const about = [distribution, minor && `Kubernetes ${minor}`, `${nodes.length} nodes`].filter(Boolean).join(', ')
  return { 'unique-id': idOf.cluster(cluster), 'node-type': 'ecosystem', name: cluster, description: about }
}

function environmentNode({ name, namespace, purpose, data }: Environment, controls: Controls): CalmNode {
  const about = [purpose && `for ${purpose}`, `namespace ${namespace}`, data && `${data} data`].filter(Boolean)
  return {
    'unique-id': idOf.environment(name),
    'node-type': 'system',
    name,
    description: about.join(', '),
    ...(Object.keys(controls).length > 0 && { controls }),
  }
}

function componentNode(environment: Environment, component: Component): CalmNode {
  const id = idOf.component(environment.name, component.name)
  const traits = traitsOf(component)
  const interfaces = traits.runs.flatMap(({ ports }) => ports.map((port) => interfaceOf(id, port)))
  const once = [...new Map(interfaces.map((each) => [each['unique-id'], each])).values()]
  return {
    'unique-id': id,
    'node-type': nodeType(traits),
    name: component.name,
    description: describe(component, traits),
    ...(once.length > 0 && { interfaces: once }),
  }
}

function interfaceOf(node: string, { name, port, protocol }: Workload['ports'][number]): Interface {
  return { 'unique-id': idOf.port(node, name), name, port, transport: protocol }
}

function nodeType({ runs, keeps, replicates, backsUp }: Traits): string {
  if (keeps.length > 0 || replicates || backsUp.length > 0) return 'database'
  const isOutside = runs.every(({ controller }) => controller === 'outside')
  if (!isOutside) return 'service'
  return runs.some(({ ports }) => ports.length > 0) ? 'system' : 'actor'
}

function describe({ noun }: Component, { runs }: Traits): string {
  const pods = runs.reduce((sum, { controller, replicas }) => sum + (controller === 'outside' ? 0 : replicas), 0)
  const where = pods === 0 ? 'outside the cluster' : pods === 1 ? '1 pod' : `${pods} pods`
  return `${noun}, ${where}`
}

function placeNode(name: string): CalmNode {
  return { 'unique-id': idOf.outside(name), 'node-type': 'data-asset', name, description: 'holds copies' }
}
