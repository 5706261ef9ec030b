import { isObject, type JsonObject } from '../json.ts'
import { samples } from './samples.ts'

/** Every object that is asked as it is. */
export function corpus(): readonly JsonObject[] {
  return samples().map((manifest) => manifest as unknown as JsonObject)
}

export function namespacesOf(objects: readonly JsonObject[]): readonly string[] {
  const named = objects.map(({ metadata }) => (isObject(metadata) ? metadata.namespace : undefined))
  return [...new Set(named.filter((name) => typeof name === 'string'))].sort()
}
