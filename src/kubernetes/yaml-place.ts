import { EVENT_ID, type Event } from 'js-yaml'
import { keyText, offsetOf } from './yaml-value.ts'

/** The indices of the items of the sequence at `events[sequence]`. */
export function itemsOf(events: readonly Event[], sequence: number): number[] {
  const items: number[] = []
  let at = sequence + 1
  while (at < events.length && events[at]?.type !== EVENT_ID.POP) {
    items.push(at)
    at = after(events, at)
  }
  return items
}

/** Where the value at `path` under `events[node]` is written: the offset of its key or item, and the index of its value. */
export function place(
  text: string,
  events: readonly Event[],
  node: number,
  path: readonly (string | number)[],
): { offset: number; node: number } | undefined {
  let found: { offset: number; node: number } | undefined = { offset: offsetAt(events, node), node }
  for (const step of path) {
    found = child(text, events, anchorOf(text, events, found.node), step)
    if (found === undefined) return undefined
  }
  return found
}

function child(text: string, events: readonly Event[], node: number, step: string | number) {
  const type = events[node]?.type
  if (type === EVENT_ID.MAPPING) return field(text, events, node, String(step))
  if (type !== EVENT_ID.SEQUENCE) return undefined
  const item = itemsOf(events, node)[Number(step)]
  return item === undefined ? undefined : { offset: offsetAt(events, item), node: item }
}

// A key that came in by << is found where it is written.
function field(
  text: string,
  events: readonly Event[],
  node: number,
  name: string,
): { offset: number; node: number } | undefined {
  let merged: { offset: number; node: number } | undefined
  let at = node + 1
  while (at < events.length && events[at]?.type !== EVENT_ID.POP) {
    const key = events[anchorOf(text, events, at)]
    const value = after(events, at)
    const found = key?.type === EVENT_ID.SCALAR ? keyText(text, key) : undefined
    if (found === name) return { offset: offsetAt(events, at), node: value }
    if (found === '<<') merged = mergedField(text, events, value, name) ?? merged
    at = after(events, value)
  }
  return merged
}

function mergedField(text: string, events: readonly Event[], value: number, name: string) {
  const target = anchorOf(text, events, value)
  const sources = events[target]?.type === EVENT_ID.SEQUENCE ? itemsOf(events, target) : [target]
  for (const source of sources) {
    const mapping = anchorOf(text, events, source)
    const found = events[mapping]?.type === EVENT_ID.MAPPING ? field(text, events, mapping, name) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

// The node that an alias stands for: the last one of that name before it.
function anchorOf(text: string, events: readonly Event[], node: number): number {
  const event = events[node]
  if (event?.type !== EVENT_ID.ALIAS) return node
  const name = text.slice(event.anchorStart, event.anchorEnd)
  for (let at = node - 1; at >= 0; at--) {
    const other = events[at]
    if (other === undefined || !('tagStart' in other) || other.anchorStart < 0) continue
    if (text.slice(other.anchorStart, other.anchorEnd) === name) return at
  }
  return node
}

function offsetAt(events: readonly Event[], at: number): number {
  const event = events[at]
  return event === undefined ? 0 : offsetOf(event)
}

function after(events: readonly Event[], at: number): number {
  let depth = 0
  let next = at
  do {
    const type = events[next++]?.type
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++
    else if (type === EVENT_ID.POP) depth--
  } while (depth > 0 && next < events.length)
  return next
}
