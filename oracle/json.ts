export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
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
