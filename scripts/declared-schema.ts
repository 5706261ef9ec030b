// The JSON Schema of a document that says what stands where: each noun in the form in which files write it, made of the
// fields that its constructor takes.

import { failureWords } from '../src/check/declared/failures.ts'
import { isShared, sections } from '../src/check/declared/sections.ts'
import { promiseSubjects, specOf } from '../src/check/declared/specs.ts'
import { NOUNS } from '../src/platform/component/nouns.ts'
import { platformPromiseAt } from '../src/platform/language/promise.ts'
import type { Noun } from '../src/platform/noun.ts'
import type { Field, Fields, Kind } from '../src/platform/schema.ts'
import { moneyPattern, type TextKind, textPatterns } from './text-patterns.ts'

export interface Schema {
  readonly [keyword: string]: unknown
}

/** Schemas that others refer to, by their name under `definitions`. */
export type Definitions = Record<string, Schema>

/** What stands under a section (`environments:`) or in a list of the platform, and the definitions that it takes. */
export function declaredSchema(): { readonly properties: Schema; readonly definitions: Definitions } {
  const definitions: Definitions = {}
  const fields = specOf('platform')?.fields ?? {}
  const shared = Object.entries(sections).map(
    ([noun, section]) => [section, byName(noun as Noun, definitions)] as const,
  )
  const own = Object.entries(fields).filter(([name]) => name !== 'title' && name !== 'environments')
  const isListed = ([, field]: [string, Field]) => field.kind === 'list' && !isOfShared(field.of)
  const lists = own
    .filter(isListed)
    .map(([name, field]) => [name, { ...schemaOf(field, definitions), type: ['array', 'null'] }] as const)
  const platform = own.filter((entry) => !isListed(entry))
  return {
    properties: {
      ...Object.fromEntries(shared),
      ...Object.fromEntries(lists),
      platform: formOf(Object.fromEntries(platform), definitions, { needs: false }),
    },
    definitions,
  }
}

function isOfShared(kind: Kind): boolean {
  return kind.kind === 'noun' && kind.of.some(isShared)
}

function byName(noun: Noun, definitions: Definitions): Schema {
  const entry = noun === 'component' ? componentForm(definitions) : nounForm(noun, definitions)
  return { type: ['object', 'null'], additionalProperties: entry }
}

function componentForm(definitions: Definitions): Schema {
  const words = Object.keys(NOUNS).sort()
  const forms = words.map((word) => ({
    if: { properties: { is: { const: word } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in a value that nobody awaits
    then: defined(`component-${word}`, definitions, () =>
      formOf(NOUNS[word as keyof typeof NOUNS].fields, definitions, { more: { is: { const: word }, name: named } }),
    ),
  }))
  return { type: 'object', required: ['is'], properties: { is: { enum: words } }, allOf: forms }
}

const named: Schema = { type: 'string', pattern: '\\S' }

// An entry under its name.
function nounForm(noun: Noun, definitions: Definitions): Schema {
  const { on, ...fields } = specOf(noun)?.fields ?? {}
  const more: Schema = { name: named, ...(noun === 'cluster' && { pools: poolsForm(definitions) }) }
  if (noun !== 'environment') return formOf({ ...(on && { on }), ...fields }, definitions, { more })
  // `on` is true to readers of YAML 1.1.
  const standing = { planned: { type: ['object', 'boolean', 'null'] }, stands: { const: false } }
  return formOf({ ...(on && { cluster: on }), ...fields }, definitions, { more: { ...more, ...standing } })
}

function poolsForm(definitions: Definitions): Schema {
  const field = specOf('cluster')?.fields.pools
  const nodes = { type: 'object', additionalProperties: { type: 'array', items: named } }
  return { anyOf: [nodes, ...(field ? [schemaOf(field, definitions)] : [])] }
}

// In a list, or where it is used: its word first.
function inlineForm(noun: Noun, definitions: Definitions): readonly Schema[] {
  if (noun === 'undecided') return []
  if (noun === 'failure') return [{ enum: failureWords }]
  if (noun === 'promise') return [ref('promise', definitions, () => promiseForm(definitions))]
  if (isShared(noun))
    return [named, { type: 'object', required: [noun], properties: { [noun]: named }, additionalProperties: false }]
  if (noun === 'sized') return [{ type: 'object', required: ['sized'], properties: { sized: named } }]
  return [ref(`noun-${noun}`, definitions, () => wordedForm(noun, definitions))]
}

function wordedForm(noun: Noun, definitions: Definitions): Schema {
  const spec = specOf(noun)
  if (!spec) return { type: 'object', required: [noun] }
  if (spec.named) return formOf(spec.fields, definitions, { more: { [noun]: named }, required: [noun] })
  const form = formOf(spec.fields, definitions)
  const whole = { type: 'object', required: [noun], properties: { [noun]: form }, additionalProperties: false }
  if (noun !== 'written') return whole
  // An object that lies in a file beside it, by its reference; of a Secret with the keys that it has.
  const { manifest: _, ...rest } = spec.fields
  const beside = { written: named, keys: { type: 'array', items: { type: 'string' } }, type: named }
  return { anyOf: [whole, formOf(rest, definitions, { more: beside, required: ['written'] })] }
}

function promiseForm(definitions: Definitions): Schema {
  const kinds = Object.entries(platformPromiseAt).map(([kind, { fields }]) => {
    const { [promiseSubjects[kind as keyof typeof promiseSubjects]]: about, ...rest } = fields as Fields
    const subject: Schema = about ? schemaOf(about, definitions) : {}
    // What is counted of an environment or a cluster is said without braces.
    const counted = kind === 'figure' ? { figure: { anyOf: [subject, named] }, of: named } : {}
    return defined(`promise-${kind}`, definitions, () =>
      formOf(rest, definitions, { more: { [kind]: subject, ...counted }, required: [kind] }),
    )
  })
  return { anyOf: kinds }
}

interface Form {
  readonly more?: Schema
  readonly required?: readonly string[]
  /** Whether what has to be said has to be said here. */
  readonly needs?: boolean
}

function formOf(
  fields: Fields,
  definitions: Definitions,
  { more = {}, required = [], needs = true }: Form = {},
): Schema {
  const needed = Object.entries(fields).flatMap(([name, field]) => (needs && field.needed !== undefined ? [name] : []))
  const all = [...required, ...needed]
  const own = Object.entries(fields).map(([name, field]) => [name, described(field, definitions)])
  return {
    type: 'object',
    ...(all.length > 0 && { required: all }),
    additionalProperties: false,
    properties: { ...Object.fromEntries(own), ...more },
  }
}

function described(field: Field, definitions: Definitions): Schema {
  const schema = schemaOf(field, definitions)
  return field.needed ? { description: field.needed, ...schema } : schema
}

const span: Schema = {
  type: 'string',
  pattern: '^\\d+(\\.\\d+)?(ms|s|m|h|d|w|y)$|^\\d{1,6} (day|week|month|quarter|year)s?$',
}
const amount: Schema = { type: ['number', 'string'] }
const money: Schema = { type: 'string', pattern: moneyPattern }

function schemaOf(kind: Kind, definitions: Definitions): Schema {
  switch (kind.kind) {
    case 'count':
      return { type: 'integer', minimum: kind.least, maximum: kind.most }
    case 'oneOf':
      return { enum: kind.of }
    case 'flag':
      return { type: 'boolean' }
    case 'cpu':
    case 'quantity':
      return amount
    case 'size':
      return { anyOf: [{ type: 'string', pattern: textPatterns.size }, { type: 'number' }] }
    case 'durationRange':
      return { anyOf: [text('duration'), rangeOf(text('duration'))] }
    case 'span':
      return span
    case 'price':
      return { anyOf: [money, rangeOf(money)] }
    case 'citation':
      return ref('cited', definitions, () => cited)
    case 'manifest':
      return { type: 'object', required: ['apiVersion', 'kind'] }
    case 'anything':
      return {}
    case 'quotaKey':
      return { type: 'string' }
    case 'list':
      return { type: 'array', ...(kind.least && { minItems: kind.least }), items: schemaOf(kind.of, definitions) }
    case 'pair':
      return { type: 'array', minItems: 2, maxItems: 2, items: schemaOf(kind.of, definitions) }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(kind.of, definitions) }
    case 'record':
      return { ...formOf(kind.fields, definitions), description: kind.says }
    case 'either':
      return { anyOf: kind.of.flatMap((one) => choices(one, definitions, kind.of.some(isNamed))) }
    case 'noun':
      return { anyOf: kind.of.flatMap((noun) => inlineForm(noun, definitions)) }
    default:
      return text(kind.kind)
  }
}

// A text that is also the name of a value says that it is meant as a text.
function choices(kind: Kind, definitions: Definitions, besideNames: boolean): readonly Schema[] {
  const schema = schemaOf(kind, definitions)
  return kind.kind === 'text' || (kind.kind === 'oneOf' && besideNames)
    ? [schema, { type: 'object', required: ['text'], properties: { text: schema }, additionalProperties: false }]
    : [schema]
}

function isNamed({ kind }: Kind): boolean {
  return kind === 'noun'
}

/** The document may be left out: `cites` says it for all. */
const cited: Schema = {
  type: 'object',
  required: ['section', 'lines'],
  additionalProperties: false,
  properties: {
    document: named,
    section: { type: 'string' },
    lines: { type: 'array', minItems: 1, items: { type: 'integer', minimum: 1 } },
  },
}

function rangeOf(end: Schema): Schema {
  return { type: 'object', required: ['from', 'to'], properties: { from: end, to: end } }
}

function text(kind: TextKind): Schema {
  return { type: 'string', pattern: textPatterns[kind] }
}

function ref(name: string, definitions: Definitions, make: () => Schema): Schema {
  return defined(name, definitions, make)
}

// Each once, also where it holds itself.
function defined(name: string, definitions: Definitions, make: () => Schema): Schema {
  if (!Object.hasOwn(definitions, name)) {
    definitions[name] = {}
    definitions[name] = make()
  }
  return { $ref: `#/definitions/${name}` }
}
