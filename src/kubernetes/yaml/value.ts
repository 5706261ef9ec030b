// Plain data from the events of one YAML document, as kubectl would have it, within bounds.
// Source: go.yaml.in/yaml/v2@v2.4.3/decode.go:317 (aliases), :593 (mappings); sigs.k8s.io/yaml@v1.6.0/yaml.go:213 (keys).

import { isScalar, KIND, type YamlEvents } from './events.ts'
import { YamlFault } from './fault.ts'
import { isMerge, merge, put } from './merge-key.ts'
import { plainKey } from './scalar.ts'
import { jsonScalar, keyText, scalar, tagFault } from './scalar-value.ts'

interface Anchored {
  value: unknown
  /** Values in it, itself included. */
  count: number
  readonly node: number
  /** While it is read itself. */
  isOpen: boolean
}

interface Reading {
  readonly events: YamlEvents
  /** JSON has strings, numbers and words of its own. */
  readonly isJson: boolean
  /** The event to be read next. */
  at: number
  /** Values read so far, and how many of them came in by an alias. */
  count: number
  aliased: number
  anchors: Map<string, Anchored> | undefined
}

/** The value whose first event is `first`; throws `YamlFault`. */
export function readValue(events: YamlEvents, first = 0, { isJson = false } = {}): unknown {
  return value({ events, isJson, at: first, count: 0, aliased: 0, anchors: undefined })
}

function value(reading: Reading): unknown {
  const { events } = reading
  const at = reading.at++
  reading.count++
  const kind = events.kinds[at]
  if (kind === KIND.alias) return alias(reading, at)
  const name = events.names?.get(at)
  if (name === undefined) return content(reading, kind, at)
  const before = reading.count
  // One of the same name inside it takes the name away.
  const anchor: Anchored = { value: undefined, count: 0, node: at, isOpen: true }
  reading.anchors ??= new Map()
  reading.anchors.set(name, anchor)
  const found = content(reading, kind, at)
  Object.assign(anchor, { value: found, count: reading.count - before + 1, isOpen: false })
  return found
}

function content(reading: Reading, kind: number | undefined, at: number): unknown {
  if (kind === KIND.mapping) return mapping(reading)
  if (kind === KIND.sequence) return sequence(reading)
  return reading.isJson ? jsonScalar(reading.events, at) : scalar(reading.events, at)
}

function alias(reading: Reading, at: number): unknown {
  const { names, starts } = reading.events
  const name = names?.get(at) ?? ''
  const anchor = reading.anchors?.get(name)
  if (anchor === undefined) throw new YamlFault(starts[at] ?? 0, `*${name} has no anchor &${name} before it`)
  if (anchor.isOpen) throw new YamlFault(starts[at] ?? 0, `*${name} stands inside its own anchor`)
  reading.count += anchor.count
  reading.aliased += anchor.count
  if (isBomb(reading)) {
    throw new YamlFault(starts[at] ?? 0, `aliases blow this document up to more than ${reading.count} values`)
  }
  return anchor.value
}

// The bounds of go-yaml (decode.go:298): from 99 % of the values in small documents to 10 % in large ones.
function isBomb({ count, aliased }: Reading): boolean {
  const allowed = 0.99 - 0.89 * Math.min(1, Math.max(0, (count - 400_000) / 3_600_000))
  return aliased > 100 && count > 1000 && aliased / count > allowed
}

function sequence(reading: Reading): unknown[] {
  const { kinds } = reading.events
  const items: unknown[] = []
  while (kinds[reading.at] !== KIND.end) items.push(value(reading))
  reading.at++
  return items
}

function mapping(reading: Reading): object {
  const { events } = reading
  const result = {}
  // What << has brought may be written once more.
  let merged: Set<string> | undefined
  while (events.kinds[reading.at] !== KIND.end) {
    const at = reading.at
    if (!reading.isJson && isMerge(events, at)) {
      reading.at++
      merged ??= new Set()
      merge(result, merged, value(reading), events.starts[at] ?? 0)
      continue
    }
    const key = keyOf(reading)
    if (Object.hasOwn(result, key) && !merged?.delete(key)) {
      throw new YamlFault(events.starts[at] ?? 0, `${JSON.stringify(key)} stands here a second time`)
    }
    put(result, key, value(reading))
  }
  reading.at++
  return result
}

// Names of fields are few, and each is written thousands of times: one text for all of them is hashed once. By length and
// three signs; what is met at the place of another takes it. Short texts only, which hold no file in memory.
const names: (string | undefined)[] = new Array(1024).fill(undefined)

const longestName = 12

function nameAt(text: string, from: number, to: number): string {
  const length = to - from
  if (length > longestName || length < 1) return text.slice(from, to)
  const signs = text.charCodeAt(from) + text.charCodeAt(from + (length >> 1)) * 5 + text.charCodeAt(to - 1) * 17
  const place = (signs * 13 + length) & 1023
  const known = names[place]
  if (known !== undefined && known.length === length && text.startsWith(known, from)) return known
  const name = text.slice(from, to)
  names[place] = name
  return name
}

function keyOf(reading: Reading): string {
  const { events } = reading
  const at = reading.at
  const kind = events.kinds[at]
  let node = at
  if (events.names !== undefined && (kind === KIND.alias || events.names.has(at))) {
    const found = value(reading)
    const anchor = kind === KIND.alias ? reading.anchors?.get(events.names.get(at) ?? '') : undefined
    if (typeof found === 'object' || anchor?.isOpen) throw noKey(events, at)
    node = anchor?.node ?? at
  } else {
    reading.at++
    reading.count++
  }
  if (reading.isJson) return String(jsonScalar(events, node))
  if (events.kinds[node] === KIND.plain && events.tags === undefined) {
    const name = plainKey(nameAt(events.text, events.starts[node] ?? 0, events.ends[node] ?? 0))
    if (name !== undefined) return name
  }
  const key = isScalar(events.kinds[node]) ? keyText(events, node) : undefined
  if (key === undefined && events.tags?.has(node)) throw tagFault(events, node)
  if (key === undefined) throw noKey(events, at)
  return key
}

function noKey({ starts }: YamlEvents, at: number): YamlFault {
  return new YamlFault(starts[at] ?? 0, 'a key here is no text: quote it')
}
