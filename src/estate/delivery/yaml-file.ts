// YAML that is no manifest: values, kustomizations, parameters of generators.

import { documentsOf } from '../../kubernetes/documents.ts'
import { eventsOf } from '../../kubernetes/yaml-events.ts'
import { place } from '../../kubernetes/yaml-place.ts'
import { readValue } from '../../kubernetes/yaml-value.ts'

/** The value of the first document of a text; null where it is empty, undefined where it is no YAML. */
export function readYaml(text: string): unknown {
  try {
    const [chunk] = documentsOf(text)
    if (chunk === undefined) return null
    const read = eventsOf(chunk.text)
    return read.events[1] === undefined ? null : readValue(read.text, read.events, 1)
  } catch {
    return undefined
  }
}

/** Where a field of the first document is written, from 1; undefined where it is not. */
export function placeInYaml(
  text: string,
  path: readonly (string | number)[],
): { readonly line: number; readonly column: number } | undefined {
  try {
    const [chunk] = documentsOf(text)
    const read = chunk && eventsOf(chunk.text)
    const found = read?.events[1] === undefined ? undefined : place(read.text, read.events, 1, path)
    if (!chunk || !read || !found) return undefined
    const before = read.text.slice(0, found.offset)
    const line = before.split('\n').length - 1
    const column = found.offset - (before.lastIndexOf('\n') + 1) + 1 - (read.indented.get(line) ?? 0)
    return { line: chunk.line + line, column: Math.max(1, column) }
  } catch {
    return undefined
  }
}
