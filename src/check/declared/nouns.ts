// A value of a document as the noun that it stands for, made by the constructor that a platform file calls, so that rules
// and messages are the same. A name that leads nowhere stays a text, which its field refuses.

import { type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'
import { nounSpec } from '../../platform/component/define.ts'
import { nounOf } from '../../platform/component/nouns.ts'
import type { Component } from '../../platform/component.ts'
import { partial } from '../../platform/language/partial.ts'
import { platformPromiseAt } from '../../platform/language/promise.ts'
import { make } from '../../platform/make.ts'
import type { Node } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Noun } from '../../platform/noun.ts'
import { stated as citation, type Fields, type Kind } from '../../platform/schema.ts'
import { isPlainObject } from '../../platform/validate.ts'
import { failureCalled } from './failures.ts'
import { atIn, type Options, objectAt, type Path, type Reader, said } from './reader.ts'
import { isShared, type Shared, sections } from './sections.ts'
import { promiseSubjects, shapeOf, specOf } from './specs.ts'

/** The value of a shared noun by its name; undefined where there is none, or where it would hold itself. */
export function shared(noun: Shared, key: string, reader: Reader): object | undefined {
  const id = `${noun} ${key}`
  if (reader.made.has(id)) return reader.made.get(id)
  const section = objectAt(reader.document, sections[noun])
  const written = Object.hasOwn(section, key) ? section[key] : undefined
  if (!isPlainObject(written)) return undefined
  reader.made.set(id, undefined)
  const { name = key, planned: _, stands: __, ...fields } = written as Options
  const path = [sections[noun], key]
  const value = sharedOf(noun, `${name}`, fields, path, reader)
  reader.made.set(id, value)
  return value
}

function sharedOf(noun: Shared, name: string, fields: Options, path: Path, reader: Reader): object | undefined {
  if (noun === 'component') return componentOf(name, fields, path, reader)
  if (noun === 'cluster') return clusterOf(name, fields, path, reader)
  if (noun === 'environment') return environmentOf(name, fields, path, reader)
  return nounAt(noun, name, fields, path, reader)
}

function environmentOf(name: string, { cluster: on, ...fields }: Options, path: Path, reader: Reader) {
  return nounAt('environment', name, { on, ...fields }, path, { ...reader, cluster: `${on}` })
}

function componentOf(name: string, { is, ...fields }: Options, path: Path, reader: Reader): object | undefined {
  const spec = nounOf(`${is}`)
  if (!spec) return said(reader, [...path, 'is'], is, 'a kind of component, such as service or postgres')
  return make(nounSpec(spec), name, decoded(spec.fields, fields, path, reader), atIn(reader, path))
}

function nounAt(noun: Noun, name: string, fields: Options, path: Path, reader: Reader): object | undefined {
  const spec = specOf(noun)
  return spec && make(spec, name, decoded(spec.fields, fields, path, reader), atIn(reader, path))
}

// A pool names nodes of its cluster, so those are made first.
function clusterOf(name: string, { pools, ...fields }: Options, path: Path, reader: Reader): object | undefined {
  if (Array.isArray(pools)) return nounAt('cluster', name, { pools, ...fields }, path, reader)
  const spec = specOf('cluster')
  const options = decoded(spec?.fields ?? {}, fields, path, reader)
  const nodes = new Map((Array.isArray(options.nodes) ? options.nodes : []).map((node: Node) => [node.name, node]))
  const members = (list: unknown) => (Array.isArray(list) ? list.map((one) => nodes.get(`${one}`) ?? one) : list)
  const named = isPlainObject(pools)
    ? Object.fromEntries(Object.entries(pools).map(([pool, list]) => [pool, members(list)]))
    : pools
  const given = { ...options, ...(named !== undefined && { pools: named }) }
  return spec && make(spec, name, given, atIn(reader, path))
}

export function decoded(fields: Fields, written: Options, path: Path, reader: Reader): Options {
  const entries = Object.entries(written).map(
    ([name, value]) => [name, decode(fields[name], value, [...path, name], reader)] as const,
  )
  return Object.fromEntries(entries)
}

function decode(kind: Kind | undefined, written: unknown, path: Path, reader: Reader): unknown {
  if (shapeOf(kind, 'citation') && isPlainObject(written) && typeof reader.cites === 'string')
    return { document: reader.cites, ...written }
  const noun = shapeOf(kind, 'noun')
  const value = noun?.kind === 'noun' ? named(noun.of, written, path, reader) : undefined
  if (value !== undefined) return value
  if (Array.isArray(written)) {
    const of = shapeOf(kind, 'list', 'pair')
    const item = of && (of.kind === 'list' || of.kind === 'pair') ? of.of : undefined
    const items = written.map((one, i) => decode(item, one, [...path, i], reader))
    return items.filter((one) => one !== absent)
  }
  if (!isPlainObject(written)) return written
  const { text } = written as { readonly text?: unknown }
  if (noun && typeof text === 'string') return text
  const of = shapeOf(kind, 'record', 'map')
  const kindOf = (name: string) =>
    of?.kind === 'record'
      ? Object.hasOwn(of.fields, name)
        ? of.fields[name]
        : undefined
      : of?.kind === 'map'
        ? of.of
        : undefined
  return Object.fromEntries(
    Object.entries(written).map(([name, held]) => [name, decode(kindOf(name), held, [...path, name], reader)]),
  )
}

/** A manifest that is listed and lies nowhere any more. */
const absent = Symbol('absent')

/** What a text or a mapping stands for, where a noun may stand; undefined where it is none of these nouns. */
function named(of: readonly Noun[], written: unknown, path: Path, reader: Reader): unknown {
  if (typeof written === 'string') {
    const failure = of.includes('failure') ? failureCalled(written) : undefined
    if (failure) return failure
    for (const noun of of.filter(isShared)) {
      const found = shared(noun, written, reader)
      if (found) return found
    }
    return undefined
  }
  if (!isPlainObject(written)) return undefined
  const noun = of.find((one) => Object.hasOwn(written, one) && isWord(one, (written as Options)[one]))
  if (noun) return noted(noun, written as Options, path, reader)
  return of.includes('promise') ? promised(written as Options, path, reader) : undefined
}

// A noun that has a name stands beside its word by that name; an option that is called like it holds it whole.
function isWord(noun: Noun, word: unknown): boolean {
  return specOf(noun)?.named === undefined || !isPlainObject(word)
}

/** `{ step: notice, actor: person }`, `{ volume: { cluster: east, size: 50Gi } }`: the noun's word first. */
function noted(noun: Noun, entry: unknown, path: Path, reader: Reader): unknown {
  if (!isPlainObject(entry)) return said(reader, path, entry, `an entry with ${noun}`)
  const { [noun]: word, ...fields } = entry as Options
  if (isShared(noun)) return shared(noun, `${word}`, reader)
  if (noun === 'sized') return sizedOf(`${word}`, fields, path, reader)
  if (noun === 'written' && !isPlainObject(word)) return writtenOf(`${word}` as Ref, fields, path, reader)
  const isNamed = specOf(noun)?.named !== undefined
  const options = isNamed ? fields : isPlainObject(word) ? (word as Options) : {}
  return nounAt(noun, isNamed ? `${word}` : '', options, isNamed ? path : [...path, noun], reader)
}

function writtenOf(ref: Ref, { keys, type, ...fields }: Options, path: Path, reader: Reader): unknown {
  const manifest = reader.manifestOf(ref, reader.cluster) ?? secretOf(ref, keys, type)
  return manifest ? nounAt('written', '', { ...fields, manifest }, path, reader) : absent
}

/** A Secret with the keys that it is said to have, and no value. */
function secretOf(ref: Ref, keys: unknown, type: unknown): Manifest | undefined {
  const { kind, namespace, name } = partsOf(ref)
  if (kind !== 'Secret' || !Array.isArray(keys)) return undefined
  const data = Object.fromEntries(keys.map((key) => [`${key}`, '']))
  return { apiVersion: 'v1', kind, metadata: { name, namespace }, ...(typeof type === 'string' && { type }), data }
}

function sizedOf(key: string, { stated, ...fields }: Options, path: Path, reader: Reader): unknown {
  const component = shared('component', key, reader) as Component | undefined
  const noun = component && nounOf(component.noun)
  const options = decoded(noun ? partial(noun.fields) : {}, fields, path, reader)
  const taken = Object.entries(options).map(([option, value]) => [option, value === null ? undefined : value])
  const cited = decode(citation, stated, [...path, 'stated'], reader)
  const all = { ...Object.fromEntries(taken), ...(stated !== undefined && { stated: cited }) }
  const spec = specOf('sized')
  return spec && make(spec, '', { component: component ?? key, options: all }, atIn(reader, path))
}

const promiseWords = Object.keys(promiseSubjects).sort() as readonly (keyof typeof promiseSubjects)[]

/** `{ survives: node, keeps: [ledger-db], within: 5m }`; told where it is none. */
function promised(entry: unknown, path: Path, reader: Reader): unknown {
  const word = isPlainObject(entry) ? promiseWordOf(entry as Options) : undefined
  if (word === undefined) {
    const [first = ''] = isPlainObject(entry) ? Object.keys(entry) : []
    const near = nearest(first, promiseWords)
    return said(reader, path, entry, `a promise with one of ${promiseWords.join(', ')}`, near)
  }
  const { [word]: about, ...rest } = (word === 'figure' ? counted(entry as Options, reader) : entry) as Options
  const options = decoded(platformPromiseAt[word].fields, { [promiseSubjects[word]]: about, ...rest }, path, reader)
  return platformPromiseAt[word](options, {}, atIn(reader, path))
}

// An option may be called like another kind (`retains: db` that is `immutable: true`): the word is what has the other as its option.
function promiseWordOf(entry: Options): (typeof promiseWords)[number] | undefined {
  const words = promiseWords.filter((one) => Object.hasOwn(entry, one))
  const holds = (one: (typeof promiseWords)[number], other: string) =>
    one === other || Object.hasOwn(platformPromiseAt[one].fields, other)
  return words.find((one) => words.every((other) => holds(one, other))) ?? words[0]
}

/** `figure: cpuRequests` and `of: live` as the measure that they stand for. */
function counted({ figure, of, ...rest }: Options, reader: Reader): Options {
  if (typeof figure !== 'string') return { figure, ...(of !== undefined && { of }), ...rest }
  const environments = objectAt(reader.document, sections.environment)
  const noun = Object.hasOwn(environments, `${of}`) ? 'environment' : 'cluster'
  return { figure: { measure: { counts: figure, of: { [noun]: of } } }, ...rest }
}
