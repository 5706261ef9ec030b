// YAML that is no manifest: values, kustomizations, parameters of generators.

import { documentsOf } from '../../kubernetes/documents.ts'
import { parseYaml } from '../../kubernetes/yaml/parse.ts'
import { place } from '../../kubernetes/yaml/place.ts'
import { readValue } from '../../kubernetes/yaml/value.ts'

/** The value of the first document of a text; null where it is empty, undefined where it is no YAML. */
export function readYaml(text: string): unknown {
  try {
    const [chunk] = documentsOf(text)
    if (chunk === undefined) return null
    const events = parseYaml(chunk.text.replaceAll('\r\n', '\n'))
    return events.kinds.length === 0 ? null : readValue(events)
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
    const events = chunk && parseYaml(chunk.text.replaceAll('\r\n', '\n'))
    const found = events && place(events, 0, path)
    if (!chunk || !found) return undefined
    const before = events.text.slice(0, found.offset)
    const line = before.split('\n').length - 1
    const column = found.offset - (before.lastIndexOf('\n') + 1) + 1
    return { line: chunk.line + line, column }
  } catch {
    return undefined
  }
}
