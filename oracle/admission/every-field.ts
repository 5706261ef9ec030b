// Every field of every type of the API, each with values of its own type that are at the edge of what it takes: rules that
// no sample happens to touch are asked too.

import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { type Path, valueAt } from './json-path.ts'
import type { FieldType, OpenApi } from './openapi.ts'

interface Holder {
  readonly manifest: JsonObject
  readonly path: Path
}

/** One field of one type with one value: a case without the object that it is put in. */
interface FieldCase {
  readonly type: string
  readonly field: string
  readonly value: Json
}

// Who writes them is the server, or they make no difference to what is taken.
const left = new Set(['status', 'metadata', 'managedFields', 'apiVersion', 'kind', 'creationTimestamp', 'uid'])

/** Objects in which one field has been set, in a random order without an end: each field comes again with other objects. */
export function* everyField(corpus: readonly JsonObject[], openApi: OpenApi, random: Random): Generator<JsonObject> {
  const holders = holdersIn(corpus, openApi)
  const cases = [...holders.keys()].flatMap((type) => casesOf(type, openApi))
  if (cases.length === 0) return
  for (;;) {
    for (const { type, field, value } of shuffled(cases, random)) {
      const { manifest, path } = random.pick(holders.get(type) ?? [])
      yield valueAt(manifest, [...path, field], value)
    }
  }
}

/** By type: where objects of that type stand in the corpus, and in what a field of the corpus may hold. */
function holdersIn(corpus: readonly JsonObject[], openApi: OpenApi): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  const visit = (manifest: JsonObject, value: Json, field: FieldType, path: Path) => {
    if (field.is === 'object' && isObject(value)) {
      const had = holders.get(field.type)
      if (had) had.push({ manifest, path })
      else holders.set(field.type, [{ manifest, path }])
      for (const [name, type] of openApi.fieldsOf(field.type)) {
        const held = Object.hasOwn(value, name) ? value[name] : undefined
        if (held !== undefined && !left.has(name)) visit(manifest, held, type, [...path, name])
      }
    } else if (field.is === 'list' && Array.isArray(value)) {
      for (const [at, item] of value.entries()) visit(manifest, item, field.of, [...path, at])
    } else if (field.is === 'map' && isObject(value)) {
      for (const [key, item] of Object.entries(value)) visit(manifest, item, field.of, [...path, key])
    }
  }
  for (const manifest of corpus) {
    const type = openApi.typeOf(manifest)
    if (type !== undefined) visit(manifest, manifest, { is: 'object', type }, [])
  }
  // Types that no sample holds stand in fields of those that one does.
  for (let deeper = 0; deeper < 3; deeper++) {
    for (const [type, [holder]] of [...holders]) {
      for (const [name, field] of openApi.fieldsOf(type)) {
        const of = field.is === 'list' ? field.of : field
        if (!holder || left.has(name) || of.is !== 'object' || holders.has(of.type)) continue
        const path = [...holder.path, name]
        visit(valueAt(holder.manifest, path, plausible(field, openApi)), plausible(field, openApi), field, path)
        const made = valueAt(holder.manifest, path, plausible(field, openApi))
        for (const one of holders.get(of.type) ?? []) Object.assign(one, { manifest: made })
      }
    }
  }
  return holders
}

function casesOf(type: string, openApi: OpenApi): readonly FieldCase[] {
  return [...openApi.fieldsOf(type)].flatMap(([field, of]) =>
    left.has(field) ? [] : valuesOf(of, openApi).map((value) => ({ type, field, value })),
  )
}

const numbers: readonly Json[] = [-1, 0, 1, 2, 99, 101, 65535, 65536, 2 ** 31, 1.5, '1', null]
const texts: readonly Json[] = ['', 'x', 'a/b', 'A b', 'a.b', 'x'.repeat(64), '/x', '../x', '10.0.0.1', 1, null]

/** What a field of the type may be given, and what it may not. */
function valuesOf(field: FieldType, openApi: OpenApi): readonly Json[] {
  switch (field.is) {
    case 'text':
      return [...field.words, ...texts]
    case 'number':
      return numbers
    case 'flag':
      return [true, false, 'true', null]
    case 'amount':
      return ['0', '1', '-1', '1Mi', '1m', '0.5', 'x', '', 1]
    case 'share':
      return [0, 1, -1, '25%', '101%', 'x', 'http', '', null]
    case 'anything':
      return ['x', {}]
    case 'object':
      return [{}, plausible(field, openApi), null, 'x']
    case 'list': {
      const item = plausible(field.of, openApi)
      return [[], [item], [item, item], null, {}, ...valuesOf(field.of, openApi).map((one) => [one])]
    }
    case 'map': {
      const item = plausible(field.of, openApi)
      return [{}, { x: item }, { 'a b': item }, { 'a/b/c': item }, null, []]
    }
  }
}

/** A value of the type with all that it must have, as far as the types tell. */
function plausible(field: FieldType, openApi: OpenApi, depth = 0): Json {
  switch (field.is) {
    case 'text':
      return field.words[0] ?? (field.format === 'date-time' ? '2030-01-01T00:00:00Z' : 'x')
    case 'number':
      return 1
    case 'flag':
      return true
    case 'amount':
      return '1'
    case 'share':
      return 1
    case 'anything':
      return {}
    case 'list':
      return depth > 3 ? [] : [plausible(field.of, openApi, depth + 1)]
    case 'map':
      return depth > 3 ? {} : { x: plausible(field.of, openApi, depth + 1) }
    case 'object': {
      const fields = openApi.fieldsOf(field.type)
      const needed = openApi.requiredIn(field.type).filter((name) => fields.has(name))
      return Object.fromEntries(
        needed.map((name) => [name, plausible(fields.get(name) ?? { is: 'anything' }, openApi, depth + 1)]),
      )
    }
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.int(0, at)
    const [one, two] = [mixed[at] as T, mixed[other] as T]
    mixed[at] = two
    mixed[other] = one
  }
  return mixed
}
