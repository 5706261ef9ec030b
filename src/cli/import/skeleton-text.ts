// A skeleton as a platform file that people go on with.

import type { Skeleton, SkeletonComponent, SkeletonEnvironment } from './skeleton.ts'
import { slug } from './slug.ts'

export function skeletonText(name: string, skeleton: Skeleton): string {
  const variables = variablesOf(skeleton)
  const { clusters, environments, journeys } = skeleton
  const ports = new Map(
    environments.flatMap((each) => each.components.map(({ id, ports }) => [id, ports.length] as const)),
  )
  const say = { of: (id: string) => variables.get(id) ?? 'undefined', ports }
  const body = [
    clusters.map((cluster) => `const ${say.of(`cluster ${cluster}`)} = cluster(${quote(cluster)}, { nodes: [] })`),
    ...environments.map(({ components }) => components.map((component) => componentText(component, say))),
    environments.map((environment) => environmentText(environment, say)),
  ]
  const promises = journeys.map(
    ({ name, path, in: home }) =>
      `promise.carries(journey(${quote(name)}, { path: [${path.map(say.of).join(', ')}] }), { in: ${say.of(`environment ${home}`)} })`,
  )
  const options = [
    `environments: [${environments.map((each) => say.of(`environment ${each.name}`)).join(', ')}]`,
    ...(promises.length > 0 ? [`promises: [\n    ${promises.join(',\n    ')},\n  ]`] : []),
  ]
  const text = body
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
  return `// What runs where and who calls whom, as an architecture said it. Nodes, sizes, copies and promises are still to be said.

import { ${importsOf(skeleton).join(', ')} } from 'seaworthy'

${text}

export default platform(${quote(slug(name))}, {
  ${options.join(',\n  ')},
})
`
}

interface Say {
  readonly of: (id: string) => string
  readonly ports: ReadonlyMap<string, number>
}

function componentText({ noun, id, name, ports, calls }: SkeletonComponent, say: Say): string {
  const isStore = noun === 'postgres' || noun === 'redis'
  const open = ports.map((port) => `${key(port.name)}: ${port.port}`)
  const options = [
    ...(noun === 'client' || isStore ? [] : [ports.length > 0 ? `listens: { ${open.join(', ')} }` : "listens: 'http'"]),
    ...(calls.length > 0 ? [`calls: [${calls.map((call) => targetText(call, say)).join(', ')}]`] : []),
  ]
  const said = options.length > 0 ? `, { ${options.join(', ')} }` : ''
  return `const ${say.of(id)} = ${noun}(${quote(name)}${said})`
}

function targetText({ to, port }: SkeletonComponent['calls'][number], { of }: Say): string {
  return port === undefined ? of(to) : `${of(to)}.port(${quote(port)})`
}

function environmentText({ name, cluster, components, flows, isShared }: SkeletonEnvironment, say: Say): string {
  const circles = flows.map((flow) => `flow(${say.of(flow.from)}, ${targetText(flow, say)})`)
  const options = [
    `on: ${say.of(`cluster ${cluster}`)}`,
    `namespace: ${quote(name)}`,
    ...(isShared ? ["purpose: 'shared'"] : []),
    `runs: [${components.map(({ id }) => say.of(id)).join(', ')}]`,
    ...(circles.length > 0 ? [`flows: [${circles.join(', ')}]`] : []),
  ]
  return `const ${say.of(`environment ${name}`)} = environment(${quote(name)}, {\n  ${options.join(',\n  ')},\n})`
}

// Each thing has a name of its own in the file, which is no word of the language and none of the programming language.
function variablesOf({ clusters, environments }: Skeleton): ReadonlyMap<string, string> {
  const taken = new Set(reserved)
  const variables = new Map<string, string>()
  const take = (id: string, ...wanted: readonly string[]) => {
    const words = wanted.map(camel)
    let name = words.find((word) => !taken.has(word)) ?? `${words.at(-1)}2`
    for (let count = 3; taken.has(name); count++) name = `${words.at(-1)}${count}`
    taken.add(name)
    variables.set(id, name)
  }
  for (const { name, components } of environments)
    for (const component of components) take(component.id, component.name, `${name}-${component.name}`)
  for (const { name } of environments) take(`environment ${name}`, name, `${name}-environment`)
  for (const cluster of clusters) take(`cluster ${cluster}`, cluster, `${cluster}-cluster`)
  return variables
}

const words = ['client', 'cluster', 'environment', 'external', 'flow', 'journey', 'platform', 'postgres', 'promise']
const reserved: readonly string[] = [
  ...words,
  ...['redis', 'service', 'undefined', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger'],
  ...['default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function'],
  ...['if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private'],
  ...['protected', 'public', 'return', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var'],
  ...['void', 'while', 'with', 'yield', 'arguments'],
]

function importsOf({ environments, journeys }: Skeleton): readonly string[] {
  const nouns = environments.flatMap(({ components }) => components.map(({ noun }) => noun))
  const flows = environments.some(({ flows }) => flows.length > 0) ? ['flow'] : []
  const carried = journeys.length > 0 ? ['journey', 'promise'] : []
  return [...new Set(['cluster', 'environment', 'platform', ...nouns, ...flows, ...carried])].sort()
}

function camel(name: string): string {
  const joined = name.replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return /^\d/.test(joined) ? `n${joined}` : joined
}

function key(name: string): string {
  return /^[a-z][a-z0-9]*$/.test(name) ? name : quote(name)
}

// What comes here was made a name before: letters, digits and hyphens.
function quote(name: string): string {
  return `'${name}'`
}
