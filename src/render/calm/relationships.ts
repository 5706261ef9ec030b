// Who stands where and who calls whom, as relationships.

import type { CallTarget, Estate, Fact } from '../../estate/estate.ts'
import { sortedBy } from '../../estate/order.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type CalmNode, idOf, type Relationship } from './architecture.ts'

export function relationshipsOf(
  platform: Platform,
  estates: readonly Estate[],
  nodes: readonly CalmNode[],
): readonly Relationship[] {
  const environments = environmentsOf(platform)
  const deployed = [...Map.groupBy(environments, ({ on }) => on.name)].map(([cluster, on]) =>
    contained('deployed-in', idOf.cluster(cluster), on.map(({ name }) => idOf.environment(name)).sort()),
  )
  const composed = environments.flatMap((environment) => {
    const parts = componentsOf(environment).map(({ name }) => idOf.component(environment.name, name))
    return parts.length > 0 ? [contained('composed-of', idOf.environment(environment.name), parts)] : []
  })
  const byId = new Map(nodes.map((node) => [node['unique-id'], node]))
  const called = estates.flatMap((estate) => callsIn(estate, environments, byId))
  const once = new Map([...deployed, ...composed, ...called].map((each) => [each['unique-id'], each]))
  return sortedBy([...once.values()], (each) => each['unique-id'])
}

function contained(how: 'deployed-in' | 'composed-of', container: string, nodes: readonly string[]): Relationship {
  const within = { container, nodes }
  return {
    'unique-id': `${container} ${how}`,
    'relationship-type': how === 'deployed-in' ? { 'deployed-in': within } : { 'composed-of': within },
  }
}

type Nodes = ReadonlyMap<string, CalmNode>

function callsIn(estate: Estate, environments: Platform['environments'], nodes: Nodes): readonly Relationship[] {
  const owners = new Map(estate.objects.map(({ ref, component, environment }) => [ref, { component, environment }]))
  const encrypted = new Set(
    environments.flatMap((each) => (each.is === 'environment' && each.mesh?.mtls === 'strict' ? [each.name] : [])),
  )
  return estate.facts.flatMap((fact): readonly Relationship[] => {
    if (fact.trait === 'backsUp') return copied(fact)
    if (fact.trait !== 'calls') return []
    const from = idOf.component(fact.environment, fact.component)
    const to = calledNode(fact, owners)
    if (to === undefined || to.id === from || !nodes.has(from) || !nodes.has(to.id)) return []
    const isEncrypted = encrypted.has(fact.environment) && encrypted.has(to.environment)
    return [connected(from, to.id, portOf(fact.to, nodes.get(to.id)), { nodes, isEncrypted })]
  })
}

function copied({ environment, component, to }: Extract<Fact, { trait: 'backsUp' }>): readonly Relationship[] {
  if (to.is !== 'outside') return []
  const [source, destination] = [idOf.component(environment, component), idOf.outside(to.name)]
  return [
    {
      'unique-id': `${source} copies to ${destination}`,
      description: 'copies',
      'relationship-type': { connects: { source: { node: source }, destination: { node: destination } } },
    },
  ]
}

function connected(
  from: string,
  to: string,
  port: string | undefined,
  { nodes, isEncrypted }: { readonly nodes: Nodes; readonly isEncrypted: boolean },
): Relationship {
  const id = port === undefined ? `${from} calls ${to}` : `${from} calls ${idOf.port(to, port)}`
  if (nodes.get(from)?.['node-type'] === 'actor')
    return { 'unique-id': id, 'relationship-type': { interacts: { actor: from, nodes: [to] } } }
  const destination = { node: to, ...(port !== undefined && { interfaces: [idOf.port(to, port)] }) }
  return {
    'unique-id': id,
    'relationship-type': { connects: { source: { node: from }, destination } },
    protocol: isEncrypted ? 'mTLS' : (protocols.get(port ?? '') ?? 'TCP'),
  }
}

// What the name of a port says of what is spoken there; the rest is told as what it surely is.
const protocols: ReadonlyMap<string, string> = new Map([
  ['http', 'HTTP'],
  ['metrics', 'HTTP'],
  ['https', 'HTTPS'],
  ['amqp', 'AMQP'],
  ['ldap', 'LDAP'],
])

type Owner = { readonly component?: string | undefined; readonly environment?: string | undefined }

function calledNode(
  fact: Extract<Fact, { trait: 'calls' }>,
  owners: ReadonlyMap<string, Owner>,
): { readonly id: string; readonly environment: string } | undefined {
  const { to } = fact
  // What stands outside is a node of the environment that calls it.
  if (to.is === 'outside') return { id: idOf.component(fact.environment, to.name), environment: '' }
  if (to.is !== 'workload') return undefined
  const { component, environment } = owners.get(to.workload) ?? {}
  if (component === undefined || environment === undefined) return undefined
  return { id: idOf.component(environment, component), environment }
}

function portOf(to: CallTarget, node: CalmNode | undefined): string | undefined {
  if (to.is === 'absent') return undefined
  const named = node?.interfaces?.find(({ name }) => name === to.portName)
  return (named ?? node?.interfaces?.find(({ port }) => port === to.port))?.name
}
