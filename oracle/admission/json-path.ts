import { isObject, type Json, type JsonObject } from '../json.ts'

export type Path = readonly (string | number)[]

/** The object with another value at the path; without it for undefined. */
export function valueAt(json: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return replaced(json, path, value) as JsonObject
}

function replaced(json: Json, [first, ...rest]: Path, value: Json | undefined): Json {
  if (first === undefined) return value ?? null
  const isLast = rest.length === 0
  if (Array.isArray(json)) {
    const index = Number(first)
    return isLast && value === undefined
      ? json.toSpliced(index, 1)
      : json.with(index, replaced(json[index], rest, value))
  }
  if (!isObject(json)) return json
  const key = String(first)
  if (!isLast || value !== undefined) return withField(json, key, replaced(json[key] ?? null, rest, value))
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== key))
}

/** A field set: not by assignment: __proto__ is a key like any other here. */
export function withField(json: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(json).filter(([name]) => name !== key), [key, value]])
}
