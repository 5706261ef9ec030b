import { parseJson } from '../src/kubernetes/parse-json.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** The value of a text: whatever the keys, for here they are hostile. */
export function readJson(text: string): Json {
  return parseJson(text) as Json
}

/** The value as it comes through JSON. */
export function asJson(value: unknown): Json {
  return readJson(JSON.stringify(value))
}

/** The same text for equal values, whatever the order of their keys. */
export function sameText(json: Json | undefined): string {
  if (json === undefined) return 'undefined'
  if (!isObject(json)) return Array.isArray(json) ? `[${json.map(sameText).join(',')}]` : JSON.stringify(json)
  const keys = Object.keys(json).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sameText(json[key])}`).join(',')}}`
}

/** JSON as one line, also for readers to whom LS and PS end one. */
export function jsonLine(json: Json): string {
  return `${JSON.stringify(json).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}
