// The JSON Schema of a file of promises, made of the tables that the reader validates with.
// `node scripts/promises-schema.ts` writes schema/promises.schema.json; a test holds the two against each other.

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { classFields, factFields, factForms, factWords } from '../src/check/beside/fact-forms.ts'
import {
  citation,
  type PromiseWord,
  procedureForm,
  promiseForms,
  promiseWords,
  selection,
  stepForm,
} from '../src/check/beside/forms.ts'
import type { Field, Fields, Kind } from '../src/platform/schema.ts'
import { declaredSchema, type Schema } from './declared-schema.ts'
import { withShared } from './shared-schemas.ts'
import { moneyPattern, type TextKind, textPatterns } from './text-patterns.ts'

export const schemaFile = fileURLToPath(new URL('../schema/promises.schema.json', import.meta.url))

export function promisesSchema(): Schema {
  const declared = declaredSchema()
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A platform, or promises and facts about Kubernetes objects beside manifests, as Seaworthy reads them',
    type: 'object',
    required: ['apiVersion', 'kind'],
    if: { anyOf: [{ required: ['environments'] }, { properties: { kind: { const: 'Platform' } } }] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in a value that nobody awaits
    then: declaring(declared.properties),
    else: beside(),
    definitions: {
      citation: objectOf(citation.fields),
      duration: textOf({ kind: 'duration' }),
      selection: objectOf(selection.fields),
      span: { anyOf: [ref('duration'), range] },
      ...declared.definitions,
    },
  }
}

const head: Schema = {
  $schema: { type: 'string' },
  apiVersion: { const: 'seaworthy/v1' },
  kind: { enum: ['Promises', 'Platform'] },
  metadata: { type: 'object' },
}

/** What stands where, said whole: the words of the language, each noun in the form that its constructor takes. */
function declaring(properties: Schema): Schema {
  return {
    additionalProperties: false,
    properties: {
      ...head,
      title: { type: 'string' },
      cites: { type: 'string', description: 'the document that citations mean where they name none' },
      facts: { type: ['array', 'null'], items: { anyOf: factWords.map(factSchema) } },
      ...properties,
    },
  }
}

/** Promises and facts beside manifests that say themselves what stands where. */
function beside(): Schema {
  return {
    additionalProperties: false,
    properties: {
      ...head,
      cluster: { type: 'string', description: 'the only cluster that is meant' },
      promises: { type: ['array', 'null'], items: { anyOf: promiseWords.map(promiseSchema) } },
      facts: { type: ['array', 'null'], items: { anyOf: factWords.map(factSchema) } },
      procedures: {
        type: ['object', 'null'],
        additionalProperties: objectOf({ ...procedureForm, steps: undefined }, { steps: steps() }, ['steps']),
      },
    },
  }
}

function ref(name: 'citation' | 'duration' | 'selection' | 'span'): Schema {
  return { $ref: `#/definitions/${name}` }
}

const oneOfBoth: { readonly [word in PromiseWord]?: readonly string[] } = {
  recovers: ['within', 'losing'],
  retains: ['copies', 'for'],
  stays: ['above', 'below'],
}

function promiseSchema(word: PromiseWord): Schema {
  const either = oneOfBoth[word]?.map((name) => ({ required: [name] }))
  return { ...objectOf(promiseForms[word]), ...(either && { anyOf: either }) }
}

function factSchema(word: (typeof factWords)[number]): Schema {
  const said: Field = { ...factForms[word], needed: '' }
  return objectOf({ ...(word === 'bound' ? classFields : factFields), [word]: said })
}

function steps(): Schema {
  return { type: 'array', minItems: 1, items: objectOf(stepForm) }
}

function objectOf(
  fields: { readonly [name: string]: Field | undefined },
  more: Schema = {},
  required: readonly string[] = [],
): Schema {
  const own = Object.entries(fields).flatMap(([name, field]) => (field ? [[name, field] as const] : []))
  const needed = [...own.flatMap(([name, { needed }]) => (needed === undefined ? [] : [name])), ...required]
  return {
    type: 'object',
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
    properties: { ...Object.fromEntries(own.map(([name, field]) => [name, described(field)])), ...more },
  }
}

function described(field: Field): Schema {
  const says = field.needed ? { description: field.needed } : {}
  const schema = schemaOf(field)
  // What stands beside a reference is not read.
  return '$ref' in schema && field.needed ? { ...says, allOf: [schema] } : { ...says, ...schema }
}

const quantityPattern = '^\\d+(\\.\\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$'

const range: Schema = {
  type: 'object',
  required: ['from', 'to'],
  properties: {
    from: ref('duration'),
    to: ref('duration'),
  },
}

const moneyText: Schema = { type: 'string', pattern: moneyPattern }

function schemaOf(kind: Kind): Schema {
  switch (kind.kind) {
    case 'count':
      return { type: 'integer', minimum: kind.least, maximum: kind.most }
    case 'oneOf':
      return { enum: kind.of }
    case 'duration':
      return ref('duration')
    case 'durationRange':
      return ref('span')
    case 'price':
      return { anyOf: [moneyText, { ...range, properties: { from: moneyText, to: moneyText } }] }
    case 'quantity':
      return {
        anyOf: [
          { type: 'number', minimum: 0 },
          { type: 'string', pattern: quantityPattern },
        ],
      }
    case 'flag':
      return { type: 'boolean' }
    case 'list':
      return { type: 'array', ...(kind.least && { minItems: kind.least }), items: schemaOf(kind.of) }
    case 'map':
      return { type: 'object', propertyNames: schemaOf(kind.keys), additionalProperties: schemaOf(kind.of) }
    case 'record':
      if (kind === citation || kind.fields === citation.fields) return ref('citation')
      if (kind === selection) return ref('selection')
      return { description: kind.says, ...objectOf(kind.fields as Fields) }
    case 'either':
      if (kind.of.every((one) => one.kind.startsWith('duration'))) return ref('span')
      return { anyOf: kind.of.map(schemaOf) }
    default:
      return textOf(kind)
  }
}

function textOf({ kind }: Kind): Schema {
  const pattern = Object.hasOwn(textPatterns, kind) ? textPatterns[kind as TextKind] : undefined
  if (pattern === undefined) throw new Error(`no schema for ${kind}`)
  return { type: 'string', pattern }
}

/** As it lies in the package. */
export function schemaText(): string {
  return `${JSON.stringify(withShared(promisesSchema()), undefined, 1)}\n`
}

if (import.meta.main) writeFileSync(schemaFile, schemaText())
