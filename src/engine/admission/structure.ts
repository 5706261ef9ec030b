// Reading the fields, strictly: what the API server answers before it looks at any rule.
// Source: k8s.io/apimachinery@v0.36.3/pkg/runtime/serializer/json/json.go; its strict decoding is `fieldValidation=Strict`.
import { tryQuantity } from '../../kubernetes/quantity.ts'
import { at, entries, fieldOf, isSet, items, keysOf, type Place, pathOf } from './place.ts'
import type { Fault, Refusal } from './refusal.ts'
import type { Schema } from './schema.ts'

export interface Structure {
  readonly faults: readonly Refusal[]
  /** Fields that stand behind a gate, each with the type that has it. */
  readonly gated: readonly (readonly [of: string, field: Place])[]
}

const allRight: Structure = { faults: [], gated: [] }

/** Unknown fields, wrong types and gated fields of an object whose type is known, in the order of the fields. */
export function structureOf(root: Place, type: string, schema: Schema): Structure {
  return isRight(root.value, type, schema) ? allRight : readAll(root, type, schema)
}

// Nearly every object is right, and that takes no list of places to see. No scalar has the type of a gated field.
function isRight(value: unknown, wants: string, schema: Schema): boolean {
  if (value === undefined || value === null || wants === 'any') return true
  if (wants.startsWith('[')) return Array.isArray(value) && value.every((item) => isRight(item, wants.slice(1), schema))
  const fields = wants.startsWith('{') ? undefined : schema.get(wants)
  if (fields === undefined && !wants.startsWith('{')) return isScalar(value, wants)
  if (!isObject(value)) return false
  const entryWants = wants.slice(1)
  return Object.entries(value).every(([name, held]) => {
    const wantsHere = fields === undefined ? entryWants : fields.get(name)
    return wantsHere !== undefined && isRight(held, wantsHere, schema)
  })
}

function readAll(root: Place, type: string, schema: Schema): Structure {
  const refusals: Refusal[] = []
  const gated: [string, Place][] = []
  const parents: [Place, string][] = []
  const refuse = (place: Place, fault: Fault) =>
    refusals.push({ by: 'structure', field: fieldOf(place), path: pathOf(place), fault })

  const visit = (place: Place, wants: string): void => {
    if (!isSet(place) || wants === 'any') return
    if (wants.startsWith('[')) return visitAll(place, wants, items(place), Array.isArray(place.value))
    if (wants.startsWith('{'))
      return visitAll(
        place,
        wants,
        entries(place).map(([, entry]) => entry),
        isObject(place.value),
      )
    const fields = schema.get(wants)
    if (fields === undefined) {
      if (!isScalar(place.value, wants)) refuse(place, typeFault(place.value, wants))
    } else if (isObject(place.value)) visitFields(place, wants, fields)
    else refuse(place, typeFault(place.value, 'object'))
  }
  const visitAll = (place: Place, wants: string, members: readonly Place[], isThat: boolean): void => {
    if (!isThat) refuse(place, typeFault(place.value, wants.startsWith('[') ? 'list' : 'object'))
    for (const member of members) visit(member, wants.slice(1))
  }
  const visitFields = (place: Place, type: string, fields: ReadonlyMap<string, string>): void => {
    parents.push([place, type])
    for (const name of keysOf(place)) {
      const field = at(place, name)
      const wants = fields.get(name)
      if (wants?.startsWith('~') && isSet(field)) gated.push([type, field])
      if (wants !== undefined) visit(field, wants.replace('~', ''))
      else refuse(field, { is: 'unknown', name, of: titleOf(type), ...belongsTo(name, parents, schema) })
    }
    parents.pop()
  }
  visit(root, type)
  return { faults: refusals, gated }
}

// The nearest object around it that has such a field: written too deep is the usual slip.
function belongsTo(name: string, parents: readonly [Place, string][], schema: Schema): { belongs?: string } {
  const around = parents.slice(0, -1).findLast(([, type]) => schema.get(type)?.has(name))
  return around === undefined ? {} : { belongs: fieldOf(at(around[0], name)) }
}

function titleOf(type: string): string {
  return type.split('/').at(-1) ?? type
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown, wants: string): boolean {
  switch (wants) {
    case 'int32':
      return isWhole(value, 2 ** 31)
    case 'int64':
      return isWhole(value, 2 ** 63)
    case 'intOrString':
      return typeof value === 'string' || isWhole(value, 2 ** 31)
    case 'quantity':
      return tryQuantity(value) !== undefined
    case 'time':
      return (
        typeof value === 'string' && /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d([.,]\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value)
      )
    case 'bytes':
      return isBytes(value)
    default:
      return typeof value === wants
  }
}

function isWhole(value: unknown, bound: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -bound && value < bound
}

// A list of numbers passes too, and line breaks are taken out before, as Go's decoder does.
function isBytes(written: unknown): boolean {
  if (Array.isArray(written)) return written.every((byte) => byte === null || (isWhole(byte, 256) && byte >= 0))
  if (typeof written !== 'string') return false
  const value = written.replace(/[\r\n]/g, '')
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)
}

const wantedWords: ReadonlyMap<string, string> = new Map([
  ['int32', 'a whole number'],
  ['int64', 'a whole number'],
  ['intOrString', 'a whole number or text'],
  ['quantity', 'a quantity such as 500m or 2Gi'],
  ['time', 'a time such as 2026-01-31T00:00:00Z'],
  ['bytes', 'base64'],
  ['string', 'text'],
  ['boolean', 'true or false'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['list', 'a list'],
])

function typeFault(value: unknown, wants: string): Fault {
  return { is: 'type', wants: wantedWords.get(wants) ?? wants, found: describe(value) }
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`
  return typeof value === 'object' ? 'an object' : String(value)
}
