// `<<`: the keys of another mapping, among one's own. Source: go.yaml.in/yaml/v2@v2.4.3/decode.go:786.

import { isScalar, KIND, scalarText, type YamlEvents } from './events.ts'
import { YamlFault } from './fault.ts'

// Assignment would hand `__proto__` to the prototype.
export function put(result: object, key: string, found: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(result, key, { value: found, enumerable: true, configurable: true, writable: true })
  } else (result as Record<string, unknown>)[key] = found
}

export function isMerge(events: YamlEvents, at: number): boolean {
  const { kinds, starts, ends, tags } = events
  const tag = tags?.get(at)
  if (tag !== undefined) {
    return isScalar(kinds[at]) && (tag === '!' || tag === 'tag:yaml.org,2002:merge') && scalarText(events, at) === '<<'
  }
  return kinds[at] === KIND.plain && (ends[at] ?? 0) - (starts[at] ?? 0) === 2 && scalarText(events, at) === '<<'
}

// As go-yaml does, a merged key replaces one written before it and yields to one written after.
export function merge(result: object, merged: Set<string>, source: unknown, offset: number): void {
  const sources = Array.isArray(source) ? source.toReversed() : [source]
  for (const each of sources) {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      throw new YamlFault(offset, '<< merges a mapping or a list of mappings, and found something else')
    }
    for (const [key, found] of Object.entries(each)) {
      if (!Object.hasOwn(result, key)) merged.add(key)
      put(result, key, found)
    }
  }
}
