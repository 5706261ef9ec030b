// What is read of a CALM document (calm.finos.org, release 1.2): nodes with their interfaces, and the relationships that say
// who stands where and who calls whom. Everything else is counted, so that it can be told.

import { fieldsOf, listOf, textOf } from '../../engine/pods/untrusted.ts'

export interface ReadNode {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly ports: readonly { readonly id: string; readonly name: string; readonly port: number | undefined }[]
  readonly controls: number
}

export interface ReadCall {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly interfaces: readonly string[]
}

export interface Read {
  readonly nodes: readonly ReadNode[]
  /** By container: what is deployed in it, or what it is composed of. */
  readonly within: readonly { readonly container: string; readonly nodes: readonly string[] }[]
  readonly calls: readonly ReadCall[]
  readonly flows: readonly { readonly name: string; readonly calls: readonly string[] }[]
  /** Relationships that are open choices. */
  readonly options: readonly string[]
  /** Where the document is not as the standard has it: the path, and what is wrong there. */
  readonly problems: readonly string[]
}

const mostNodes = 10_000

export function readCalm(document: unknown): Read {
  const problems: string[] = []
  const { nodes, relationships, flows } = fieldsOf(document)
  if (!Array.isArray(nodes)) problems.push('nodes: a list of nodes is needed')
  if (listOf(nodes).length > mostNodes) problems.push(`nodes: ${mostNodes} at most are read`)
  const read = listOf(nodes).flatMap((node, at) => nodeOf(node, `nodes[${at}]`, problems))
  const ids = new Set<string>()
  for (const { id } of read) {
    if (ids.has(id)) problems.push(`nodes: two are called '${id}'`)
    ids.add(id)
  }
  const related = listOf(relationships).map((each, at) => relationOf(each, `relationships[${at}]`, { ids, problems }))
  return {
    nodes: read,
    within: related.flatMap(({ within }) => within ?? []),
    calls: related.flatMap(({ calls = [] }) => calls),
    options: related.flatMap(({ option }) => option ?? []),
    flows: listOf(flows).map((flow) => flowOf(fieldsOf(flow))),
    problems,
  }
}

function nodeOf(node: unknown, path: string, problems: string[]): readonly ReadNode[] {
  const { 'unique-id': id, 'node-type': type, name, interfaces, controls } = fieldsOf(node)
  const said = { 'unique-id': textOf(id), 'node-type': textOf(type), name: textOf(name) }
  const missing = Object.entries(said).flatMap(([field, value]) => (value === undefined ? [field] : []))
  problems.push(...missing.map((field) => `${path}.${field}: a text is needed`))
  if (missing.length > 0) return []
  const ports = listOf(interfaces).flatMap((each) => {
    const { 'unique-id': port, name: called, port: number, config } = fieldsOf(each)
    const found = portOf(number) ?? portOf(fieldsOf(config).port)
    const own = textOf(port) ?? ''
    return [{ id: own, name: textOf(called) ?? own, port: found }]
  })
  return [
    {
      id: said['unique-id'] ?? '',
      type: said['node-type'] ?? '',
      name: said.name ?? '',
      ports,
      controls: Object.keys(fieldsOf(controls)).length,
    },
  ]
}

function portOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number < 65_536 ? number : undefined
}

interface Related {
  readonly within?: Read['within'][number]
  readonly calls?: readonly ReadCall[]
  readonly option?: string
}

function relationOf(
  relation: unknown,
  path: string,
  { ids, problems }: { readonly ids: ReadonlySet<string>; readonly problems: string[] },
): Related {
  const { 'unique-id': own, 'relationship-type': type } = fieldsOf(relation)
  const { interacts, connects, options, ...others } = fieldsOf(type)
  const id = textOf(own) ?? path
  const known = (name: unknown, where: string): string | undefined => {
    const said = textOf(name)
    if (said !== undefined && ids.has(said)) return said
    problems.push(`${path}.relationship-type.${where}: no node is called '${said ?? ''}'`)
    return undefined
  }
  if (options !== undefined) return { option: id }
  if (connects !== undefined) {
    const { source, destination } = fieldsOf(connects)
    const from = known(fieldsOf(source).node, 'connects.source.node')
    const to = known(fieldsOf(destination).node, 'connects.destination.node')
    const interfaces = listOf(fieldsOf(destination).interfaces).flatMap((each) => textOf(each) ?? [])
    return from !== undefined && to !== undefined ? { calls: [{ id, from, to, interfaces }] } : {}
  }
  if (interacts !== undefined) {
    const { actor, nodes } = fieldsOf(interacts)
    const from = known(actor, 'interacts.actor')
    const all = listOf(nodes).flatMap((node) => known(node, 'interacts.nodes') ?? [])
    return from === undefined ? {} : { calls: all.map((to) => ({ id, from, to, interfaces: [] })) }
  }
  const [[how, held] = ['', undefined]] = Object.entries(others)
  if (how !== 'deployed-in' && how !== 'composed-of') {
    problems.push(`${path}.relationship-type: deployed-in, composed-of, interacts, connects or options is needed`)
    return {}
  }
  const { container, nodes } = fieldsOf(held)
  const of = known(container, `${how}.container`)
  const all = listOf(nodes).flatMap((node) => known(node, `${how}.nodes`) ?? [])
  return of === undefined ? {} : { within: { container: of, nodes: all } }
}

function flowOf({ name, transitions }: { readonly [field: string]: unknown }): Read['flows'][number] {
  const steps = listOf(transitions).map((each) => fieldsOf(each))
  const order = (step: { readonly [field: string]: unknown }) => Number(step['sequence-number'] ?? 0)
  const sorted = steps.toSorted((a, b) => order(a) - order(b))
  return {
    name: textOf(name) ?? 'flow',
    calls: sorted.flatMap((step) => textOf(step['relationship-unique-id']) ?? []),
  }
}
