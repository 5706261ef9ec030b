// A value of a platform as it is written in a document: nouns by their word, shared ones by their name.

import { fieldsAt } from '../../estate/import/fields.ts'
import { whyNotInFiles } from '../../estate/lower/not-in-files.ts'
import { sortedBy, sortedTexts } from '../../estate/order.ts'
import type { Manifest, Ref } from '../../kubernetes/types.ts'
import { nounOf } from '../../platform/component/nouns.ts'
import { platformPromiseAt } from '../../platform/language/promise.ts'
import { isMade, makingOf } from '../../platform/made.ts'
import type { Failure, Measure, PlatformPromise, Sized } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Fields, Kind } from '../../platform/schema.ts'
import type { Stated } from '../../platform/source.ts'
import { failureWord } from './failures.ts'
import type { Keys } from './keys.ts'
import type { Options } from './reader.ts'
import { isShared } from './sections.ts'
import { promiseSubjects, shapeOf, specOf } from './specs.ts'

export interface InFile {
  /** What is left of the options of a shared value, where manifests carry the others. */
  readonly pared: (value: object, options: Options) => Options
  /** The object that a written manifest became, where it lies in a file of its own. */
  readonly written?: (manifest: Manifest, environment: string) => Ref
}

export interface Writer {
  readonly keys: Keys
  /** The document that citations mean where they name none. */
  readonly document: string | undefined
  readonly inFile: InFile
  /** The environment whose options are written. */
  readonly environment: string
}

/** Options in the order of their form, whatever the order in which somebody wrote them. */
export function written(fields: Fields, given: Options, writer: Writer): Options {
  const said = Object.keys(fields).filter((name) => given[name] !== undefined)
  const names = sortedBy(said, (name) => (name === 'cites' ? '2' : name === 'stated' ? '1' : '0'))
  return Object.fromEntries(names.map((name) => [name, listed(name, plain(fields[name], given[name], writer))]))
}

// Lists of which the order says nothing: any other one stands as it was declared.
const unordered: ReadonlySet<string> = new Set([
  'alerts',
  'among',
  'branches',
  'by',
  'calls',
  'configurations',
  'decisions',
  'deliveries',
  'drawings',
  'drills',
  'flows',
  'forecasts',
  'functions',
  'includes',
  'keeps',
  'nodes',
  'pipelines',
  'procedures',
  'promises',
  'promotions',
  'registries',
  'releases',
  'roles',
  'rollouts',
  'runs',
  'scenarios',
  'sized',
  'tools',
  'waivers',
  'without',
])

export function listed(option: string, value: unknown): unknown {
  return Array.isArray(value) && unordered.has(option) ? sortedBy(value, (one) => JSON.stringify(one)) : value
}

/** A value as its field takes it in a file. */
export function plain(kind: Kind | undefined, value: unknown, writer: Writer): unknown {
  if (typeof value !== 'object' || value === null) return scalar(kind, value, writer)
  if (makingOf(value)) return referred(kind, value, writer)
  if (shapeOf(kind, 'citation')) return cited(value as Stated, writer)
  if (Array.isArray(value)) {
    const of = shapeOf(kind, 'list', 'pair')
    const item = of && (of.kind === 'list' || of.kind === 'pair') ? of.of : undefined
    return value.map((one) => plain(item, one, writer))
  }
  const of = shapeOf(kind, 'record', 'map')
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => byCodePoint(a, b))
  const kindOf = (name: string) => (of?.kind === 'record' ? of.fields[name] : of?.kind === 'map' ? of.of : undefined)
  return Object.fromEntries(entries.map(([name, held]) => [name, plain(kindOf(name), held, writer)]))
}

function cited({ document, section, lines }: Stated, writer: Writer): Options {
  return { ...(document !== writer.document && { document }), section, lines }
}

// Where a text and a value that is named may both stand, a text that is such a name says that it is meant as a text.
function scalar(kind: Kind | undefined, value: unknown, { keys }: Writer): unknown {
  const named = shapeOf(kind, 'noun')
  if (typeof value !== 'string' || named?.kind !== 'noun') return value
  const isName = [...keys].some(([of, key]) => key === value && isMade(of, ...named.of))
  return isName ? { text: value } : value
}

/** By its name, where only one noun that has one may stand there; else with its noun. */
function referred(kind: Kind | undefined, value: object, writer: Writer): unknown {
  const key = writer.keys.get(value)
  const { is: noun } = makingOf(value) ?? {}
  if (key === undefined || noun === undefined || !isShared(noun)) return inline(value, writer)
  const of = shapeOf(kind, 'noun')
  const named = of?.kind === 'noun' ? of.of.filter(isShared) : []
  const isPlain = named.length === 1 && !(of?.kind === 'noun' && of.of.includes('failure'))
  return isPlain ? key : { [noun]: key }
}

function inline(value: object, writer: Writer): unknown {
  const { is: noun, given = {} } = makingOf(value) ?? {}
  if (noun === undefined) return value
  if (noun === 'promise') return promised(value as PlatformPromise, given, writer)
  if (noun === 'failure') return failureWord(value as Failure)
  if (noun === 'sized') return sizedIn(value as Sized, writer)
  const spec = specOf(noun)
  if (noun === 'written' && writer.inFile.written) {
    const { manifest, ...rest } = given as { readonly manifest: Manifest }
    const ref = writer.inFile.written(manifest, writer.environment)
    return { written: ref, ...keysOfSecret(manifest), ...written(spec?.fields ?? {}, rest, writer) }
  }
  const fields = written(spec?.fields ?? {}, given, writer)
  if (!spec?.named) return { [noun]: fields }
  return { [noun]: nameOf(value), ...fields }
}

function nameOf(value: object): unknown {
  const { name, title, of } = value as { readonly [field: string]: unknown }
  return name ?? title ?? of
}

// Never a value: who reads a Secret cares for its keys.
function keysOfSecret(manifest: Manifest): Options {
  if (whyNotInFiles({ manifest }) === undefined || manifest.kind !== 'Secret') return {}
  const keys = ['data', 'stringData'].flatMap((field) => Object.keys(fieldsAt(manifest, field)))
  const { type } = manifest
  return { ...(typeof type === 'string' && { type }), keys: sortedTexts(new Set(keys)) }
}

function promised(promise: PlatformPromise, given: Options, writer: Writer): Options {
  const fields = platformPromiseAt[promise.kind].fields
  const subject = promiseSubjects[promise.kind]
  const { [subject]: about, ...rest } = written(fields, given, writer)
  const counted = promise.kind === 'figure' ? countedOf(promise.measure, writer) : undefined
  return counted ? { figure: counted.counts, of: counted.of, ...rest } : { [promise.kind]: about, ...rest }
}

// What is counted of an environment or a cluster is said without braces.
function countedOf(measure: Measure, { keys }: Writer): { counts: string; of: string } | undefined {
  const options = makingOf(measure)?.given ?? {}
  if (measure.is !== 'measure' || Object.keys(options).some((name) => name !== 'counts' && name !== 'of'))
    return undefined
  const { counts, of } = measure
  const key = keys.get(of)
  const alike = [...keys].filter(([value, name]) => name === key && isMade(value, 'environment', 'cluster'))
  return key !== undefined && isMade(of, 'environment', 'cluster') && alike.length === 1
    ? { counts, of: key }
    : undefined
}

// An option that is there and undefined takes it away.
function sizedIn({ component, options, stated }: Sized, writer: Writer): Options {
  const fields = nounOf(component.noun)?.fields ?? {}
  const pared = writer.inFile.pared(component, stated ? { ...options, stated } : options)
  const gone = Object.keys(pared).filter((option) => pared[option] === undefined)
  return {
    sized: writer.keys.get(component),
    ...written(fields, { ...pared, stated: undefined }, writer),
    ...Object.fromEntries(gone.map((option) => [option, null])),
    ...(stated && { stated: cited(stated, writer) }),
  }
}
