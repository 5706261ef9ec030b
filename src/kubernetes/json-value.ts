import type { DocumentSource } from './document-source.ts'
import { deepestNesting, eventsOf } from './yaml-events.ts'
import { readValue, YamlFault } from './yaml-value.ts'

/**
 * The value of a JSON document, each key at most once; throws `YamlFault`. YAML's reader finds the places, and where JSON
 * allows what YAML does not (a control character in a string), there are none.
 */
export function readJson(source: DocumentSource): unknown {
  const value: unknown = JSON.parse(source.text)
  refuseDepth(source.text)
  try {
    Object.assign(source, eventsOf(source.text))
  } catch {
    source.events = []
    return wellFormed(value)
  }
  return readValue(source.text, source.events, 1, { isJson: true })
}

function refuseDepth(text: string): void {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/[[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*"/g)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    if (depth > deepestNesting) throw new YamlFault(index, `values are nested more than ${deepestNesting} deep here`)
  }
}

// As Go's decoder does with half a surrogate pair.
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key.toWellFormed(), wellFormed(held)]))
}
