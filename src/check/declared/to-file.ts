// A platform as the plain data of a `kind: Promises` document: every noun by its word and options, shared values once,
// under their names. What manifests beside it carry is left to them.

import { sortedBy, sortedTexts } from '../../estate/order.ts'
import { nounOf } from '../../platform/component/nouns.ts'
import type { Component } from '../../platform/component.ts'
import { isMade, makingOf } from '../../platform/made.ts'
import type { Cluster, Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { reachable } from '../../platform/reachable.ts'
import type { Stated } from '../../platform/source.ts'
import { keysOf } from './keys.ts'
import type { Options } from './reader.ts'
import { isShared, type Shared, sections } from './sections.ts'
import { specOf } from './specs.ts'
import { type InFile, listed, plain, type Writer, written } from './words.ts'

/** The document without its kind, in the order in which people read it. The platform must be free of doubt. */
export function toFile(platform: Platform, inFile: InFile): Options {
  const cites = documentOf(platform)
  const writer: Writer = { keys: keysOf(platform), inFile, document: cites, environment: '' }
  const { title } = platform
  const shared = sharedNouns.map((noun) => [sections[noun], sectionOf(noun, platform, writer)] as const)
  return {
    metadata: { name: platform.name },
    ...(title !== undefined && { title }),
    ...(cites !== undefined && { cites }),
    ...Object.fromEntries([...shared, ...ownSections(platform, writer)].filter(([, of]) => Object.keys(of).length > 0)),
  }
}

const sharedNouns: readonly Shared[] = [
  'organisation',
  'context',
  'pool',
  'hsm',
  'encryptionKey',
  'standard',
  'network',
  'segment',
  'mesh',
  'cluster',
  'bucket',
  'branch',
  'component',
  'environment',
  'procedure',
  'journey',
  'team',
  'dnsFailover',
]

/** What the platform itself lists: entries with their word first; of shared values, and of what is no list, under `platform`. */
function ownSections(platform: Platform, writer: Writer): readonly (readonly [string, object])[] {
  const given = makingOf(platform)?.given ?? {}
  const fields = specOf('platform')?.fields ?? {}
  const options = Object.keys(fields).filter((option) => !['title', 'environments'].includes(option))
  const said = options.filter((option) => given[option] !== undefined)
  const isListed = (option: string) => {
    const field = fields[option]
    return field?.kind === 'list' && !(field.of.kind === 'noun' && field.of.of.some(isShared))
  }
  const rest = Object.fromEntries(
    Object.entries(fields).filter(([option]) => said.includes(option) && !isListed(option)),
  )
  const entries = said
    .filter(isListed)
    .map((option) => [option, listed(option, plain(fields[option], given[option], writer)) as object] as const)
  return [['platform', written(rest, given, writer)], ...entries]
}

function sectionOf(noun: Shared, platform: Platform, writer: Writer): Options {
  const values = [...writer.keys].filter(([value]) => isMade(value, noun))
  const sorted = values.toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([value, key]) => [
      key,
      { ...standing(noun, value, platform, writer), ...sharedFields(noun, value, key, writer) },
    ]),
  )
}

// An environment stands, is planned, or is only one that others are like.
function standing(noun: Shared, value: object, { environments }: Platform, writer: Writer): Options {
  if (noun !== 'environment' || environments.some((one) => one === value)) return {}
  const planned = environments.find((one) => one.is === 'planned' && one.value === value)
  if (!planned) return { stands: false }
  const { value: _, ...given } = makingOf(planned)?.given ?? {}
  return { planned: written(specOf('planned')?.fields ?? {}, given, writer) }
}

function sharedFields(noun: Shared, value: object, key: string, writer: Writer): Options {
  const { name } = value as { readonly name: string }
  const renamed = key === name ? {} : { name }
  const pared = writer.inFile.pared(value, makingOf(value)?.given ?? {})
  if (noun === 'component') {
    const component = value as Component
    const fields = nounOf(component.noun)?.fields ?? {}
    return { is: component.noun, ...renamed, ...written(fields, pared, writer) }
  }
  const inside = noun === 'environment' ? { ...writer, environment: name } : writer
  const fields = written(specOf(noun)?.fields ?? {}, pared, inside)
  if (noun === 'environment') return { ...renamed, ...onCluster(fields) }
  return { ...renamed, ...fields, ...(noun === 'cluster' && pools(value as Cluster)) }
}

// `on` is true to readers of YAML 1.1, and would stand in quotes.
function onCluster({ on: cluster, ...fields }: Options): Options {
  return { cluster, ...fields }
}

// A set of nodes names those of its cluster; pools that say what their machines are stand under their own names.
function pools(cluster: Cluster): Options {
  if (Array.isArray(makingOf(cluster)?.given.pools)) return {}
  const { pools } = cluster
  const named = sortedBy(Object.entries(pools), ([pool]) => pool)
  return named.length === 0
    ? {}
    : { pools: Object.fromEntries(named.map(([pool, nodes]) => [pool, sortedTexts(nodes.map(({ name }) => name))])) }
}

// The one that is cited most; of several the first by name.
function documentOf(platform: Platform): string | undefined {
  const counts = new Map<string, number>()
  for (const held of reachable(platform)) {
    const { document, section, lines } = held as Partial<Stated>
    if (typeof document === 'string' && section !== undefined && lines !== undefined)
      counts.set(document, (counts.get(document) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, many], [b, other]) => other - many || byCodePoint(a, b))
  return most?.[0]
}
