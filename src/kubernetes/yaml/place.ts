import { isScalar, KIND, opens, type YamlEvents } from './events.ts'
import { keyText } from './scalar-value.ts'

/** A value found in a document: where its key, item or itself is written, and the index of its event. */
export interface Place {
  readonly offset: number
  readonly node: number
}

/** The indices of the items of the sequence at `sequence`. */
export function itemsOf(events: YamlEvents, sequence: number): number[] {
  const { kinds, count } = events
  const items: number[] = []
  let at = sequence + 1
  while (at < count && kinds[at] !== KIND.end) {
    items.push(at)
    at = after(events, at)
  }
  return items
}

/** Where the value at `path` under the event `node` is written: the offset of its key or item. */
export function place(events: YamlEvents, node: number, path: readonly (string | number)[]): Place | undefined {
  let found: Place | undefined = { offset: events.starts[node] ?? 0, node }
  for (const step of path) {
    found = child(events, anchorOf(events, found.node), step)
    if (found === undefined) return undefined
  }
  return found
}

function child(events: YamlEvents, node: number, step: string | number): Place | undefined {
  const kind = events.kinds[node]
  if (kind === KIND.mapping) return field(events, node, String(step))
  if (kind !== KIND.sequence) return undefined
  const item = itemsOf(events, node)[Number(step)]
  return item === undefined ? undefined : { offset: events.starts[item] ?? 0, node: item }
}

// A key that came in by << is found where it is written.
function field(events: YamlEvents, node: number, name: string): Place | undefined {
  const { kinds, starts, count } = events
  let merged: Place | undefined
  let at = node + 1
  while (at < count && kinds[at] !== KIND.end) {
    const key = anchorOf(events, at)
    const value = after(events, at)
    const found = isScalar(kinds[key]) ? keyText(events, key) : undefined
    if (found === name) return { offset: starts[at] ?? 0, node: value }
    if (found === '<<') merged = mergedField(events, value, name) ?? merged
    at = after(events, value)
  }
  return merged
}

function mergedField(events: YamlEvents, value: number, name: string): Place | undefined {
  const target = anchorOf(events, value)
  const sources = events.kinds[target] === KIND.sequence ? itemsOf(events, target) : [target]
  for (const source of sources) {
    const mapping = anchorOf(events, source)
    const found = events.kinds[mapping] === KIND.mapping ? field(events, mapping, name) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

// The node that an alias stands for: the last one of that name before it.
function anchorOf({ kinds, names }: YamlEvents, node: number): number {
  if (kinds[node] !== KIND.alias || names === undefined) return node
  const name = names.get(node)
  let found = node
  for (const [at, other] of names) {
    if (at >= node) break
    if (other === name && kinds[at] !== KIND.alias) found = at
  }
  return found
}

function after({ kinds, count }: YamlEvents, at: number): number {
  let depth = 0
  let next = at
  do {
    const kind = kinds[next++]
    if (opens(kind)) depth++
    else if (kind === KIND.end) depth--
  } while (depth > 0 && next < count)
  return next
}
