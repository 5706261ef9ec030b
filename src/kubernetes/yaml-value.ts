// Plain data from the events of one YAML document, as kubectl would have it, within bounds.
// Source: go.yaml.in/yaml/v2@v2.4.3/decode.go:317 (aliases), :593 (mappings), :786 (merge); sigs.k8s.io/yaml@v1.6.0/yaml.go:213 (keys).
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { floatKey, plainScalar, type Scalar } from './yaml-scalar.ts'
import { taggedScalar } from './yaml-tag.ts'

/** A fault at `offset` of the text read. */
export class YamlFault extends Error {
  override readonly name = 'YamlFault'
  readonly offset: number

  constructor(offset: number, says: string) {
    super(says)
    this.offset = offset
  }
}

interface Reading {
  readonly text: string
  /** JSON has strings, numbers and words of its own. */
  readonly isJson: boolean
  readonly events: readonly Event[]
  /** The event to be read next. */
  at: number
  /** How many brackets are open. */
  flow: number
  /** Values read so far, and how many of them came in by an alias. */
  count: number
  aliased: number
  readonly anchors: Map<string, { value: unknown; count: number } | 'open'>
}

/** The value whose first event is `events[first]`; throws `YamlFault`. */
export function readValue(text: string, events: readonly Event[], first: number, { isJson = false } = {}): unknown {
  return value({ text, isJson, events, at: first, flow: 0, count: 0, aliased: 0, anchors: new Map() })
}

function value(reading: Reading): unknown {
  const event = reading.events[reading.at++]
  if (event?.type === EVENT_ID.ALIAS) return alias(reading, event.anchorStart, event.anchorEnd)
  reading.count++
  if (event?.type === EVENT_ID.SCALAR && reading.flow > 0) refuseQuestion(reading.text, event)
  if (event?.type === EVENT_ID.SCALAR)
    return anchored(reading, event, () =>
      reading.isJson ? jsonScalar(reading.text, event) : scalar(reading.text, event),
    )
  if (event?.type === EVENT_ID.MAPPING) return anchored(reading, event, () => bracketed(reading, event, mapping))
  if (event?.type === EVENT_ID.SEQUENCE) return anchored(reading, event, () => bracketed(reading, event, sequence))
  throw new YamlFault(0, 'the text ends too early')
}

function bracketed(reading: Reading, { style }: { style: number }, read: (reading: Reading) => unknown): unknown {
  const deeper = style === COLLECTION_STYLE.FLOW ? 1 : 0
  reading.flow += deeper
  const found = read(reading)
  reading.flow -= deeper
  return found
}

function anchored(reading: Reading, event: { anchorStart: number; anchorEnd: number }, read: () => unknown): unknown {
  if (event.anchorStart < 0) return read()
  const name = reading.text.slice(event.anchorStart, event.anchorEnd)
  const before = reading.count
  reading.anchors.set(name, 'open')
  const found = read()
  reading.anchors.set(name, { value: found, count: reading.count - before + 1 })
  return found
}

function alias(reading: Reading, start: number, end: number): unknown {
  const name = reading.text.slice(start, end)
  const anchor = reading.anchors.get(name)
  if (anchor === undefined) throw new YamlFault(start, `*${name} has no anchor &${name} before it`)
  if (anchor === 'open') throw new YamlFault(start, `*${name} stands inside its own anchor`)
  reading.count += anchor.count
  reading.aliased += anchor.count
  if (isBomb(reading)) throw new YamlFault(start, `aliases blow this document up to more than ${reading.count} values`)
  return anchor.value
}

// The bounds of go-yaml (decode.go:298): from 99 % of the values in small documents to 10 % in large ones.
function isBomb({ count, aliased }: Reading): boolean {
  const allowed = 0.99 - 0.89 * Math.min(1, Math.max(0, (count - 400_000) / 3_600_000))
  return aliased > 100 && count > 1000 && aliased / count > allowed
}

function jsonScalar(text: string, event: ScalarEvent): Scalar {
  const isQuoted = event.style === SCALAR_STYLE.DOUBLE_QUOTED
  const written = text.slice(event.valueStart, event.valueEnd)
  const found: Scalar = JSON.parse(isQuoted ? `"${written}"` : written)
  if (typeof found === 'number' && !Number.isFinite(found)) {
    throw new YamlFault(event.valueStart, `${written} is no number that fits into 64 bits`)
  }
  return typeof found === 'string' ? found.toWellFormed() : found
}

function scalar(text: string, event: ScalarEvent): Scalar {
  const found = scalarText(text, event)
  const read =
    event.tagStart < 0 ? untagged(found, event) : taggedScalar(text.slice(event.tagStart, event.tagEnd), found)
  if (read === undefined) throw new YamlFault(event.tagStart, `${JSON.stringify(found)} is not what its tag says`)
  if (typeof read === 'number' && !Number.isFinite(read)) {
    throw new YamlFault(event.valueStart, `${found} is no number that JSON can carry`)
  }
  return read
}

function untagged(found: string, event: ScalarEvent): Scalar {
  return event.style === SCALAR_STYLE.PLAIN ? plainScalar(found) : found
}

function scalarText(text: string, event: ScalarEvent): string {
  if (event.valueStart < 0) return ''
  if (event.fast) return text.slice(event.valueStart, event.valueEnd)
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) refuseEscapes(text, event)
  return getScalarValue(text, event)
}

// go-yaml's scanner (scannerc.go:2342) knows no \/ and takes no half of a surrogate pair; JSON has both.
function refuseEscapes(text: string, { valueStart, valueEnd }: ScalarEvent): void {
  const [, found] =
    /(?<!\\)(?:\\\\)*(\\\/|\\u[dD][89a-fA-F][0-9a-fA-F]{2})/.exec(text.slice(valueStart, valueEnd)) ?? []
  if (found !== undefined) throw new YamlFault(valueStart, `${found} is no escape in YAML`)
}

function sequence(reading: Reading): unknown[] {
  const items: unknown[] = []
  while (reading.events[reading.at]?.type !== EVENT_ID.POP) items.push(value(reading))
  reading.at++
  return items
}

function mapping(reading: Reading): object {
  const result = {}
  const written = new Set<string>()
  while (reading.events[reading.at]?.type !== EVENT_ID.POP) {
    const event = reading.events[reading.at] as Event
    if (!reading.isJson && isMerge(reading.text, event)) {
      reading.at++
      merge(result, value(reading), event)
      continue
    }
    const key = keyOf(reading, event)
    if (written.has(key)) throw new YamlFault(offsetOf(event), `${JSON.stringify(key)} stands here a second time`)
    written.add(key)
    put(result, key, value(reading))
  }
  reading.at++
  return result
}

// Assignment would hand `__proto__` to the prototype.
function put(result: object, key: string, found: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(result, key, { value: found, enumerable: true, configurable: true, writable: true })
  } else (result as Record<string, unknown>)[key] = found
}

function isMerge(text: string, event: Event): boolean {
  if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return false
  return event.valueEnd - event.valueStart === 2 && text.startsWith('<<', event.valueStart)
}

// As go-yaml does, a merged key replaces one written before it and yields to one written after.
function merge(result: object, source: unknown, event: Event): void {
  const sources = Array.isArray(source) ? source.toReversed() : [source]
  for (const each of sources) {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      throw new YamlFault(offsetOf(event), '<< merges a mapping or a list of mappings, and found something else')
    }
    for (const [key, found] of Object.entries(each)) put(result, key, found)
  }
}

/** The text that a scalar stands for as a key; undefined for a null, which is none. */
export function keyText(text: string, event: ScalarEvent): string | undefined {
  const key = scalar(text, event)
  if (typeof key !== 'number') return key === null ? undefined : String(key)
  const written = scalarText(text, event)
  const isFloat = /[.eE]/.test(written) && !/^[-+]?0[xX]/.test(written)
  return isFloat ? floatKey(key) : String(key)
}

function keyOf(reading: Reading, event: Event): string {
  const isAlias = event.type === EVENT_ID.ALIAS
  if (event.type === EVENT_ID.SCALAR && event.anchorStart < 0) {
    reading.at++
    reading.count++
    if (!reading.isJson) refuseLongKey(reading.text, event)
    if (reading.flow > 0) refuseQuestion(reading.text, event)
    if (reading.flow > 0 && !reading.isJson) refuseBareColon(reading.text, event)
    const key = reading.isJson ? String(jsonScalar(reading.text, event)) : keyText(reading.text, event)
    if (key !== undefined) return key
  } else if (isAlias || event.type === EVENT_ID.SCALAR) {
    const key = value(reading)
    if (key !== null && typeof key !== 'object') return String(key)
  }
  throw new YamlFault(offsetOf(event), 'a key here is no text: quote it')
}

// Between brackets go-yaml takes every ? for the sign of a key (scannerc.go:735, 2608).
function refuseQuestion(text: string, { style, valueStart, valueEnd }: ScalarEvent): void {
  if (style === SCALAR_STYLE.PLAIN && text.slice(valueStart, valueEnd).includes('?')) {
    throw new YamlFault(valueStart, 'a ? between brackets is the sign of a key: quote the text that holds it')
  }
}

// A key without a ? before it ends on its line, within 1,024 characters (scannerc.go:851).
function refuseLongKey(text: string, event: ScalarEvent): void {
  const { valueStart, valueEnd } = event
  if (/^["']?[ \t]*\n/.test(text.slice(valueEnd, valueEnd + 80)) && !isExplicit(text, valueStart)) {
    throw new YamlFault(offsetOf(event), 'the : of a key here stands on another line')
  }
  if (event.fast && valueEnd - valueStart < 1000) return
  const written = text.slice(valueStart, valueEnd)
  const isLong = written.includes('\n') || Buffer.byteLength(written) > 1024
  if (isLong && !isExplicit(text, valueStart)) {
    throw new YamlFault(offsetOf(event), 'a key here does not end on its line, within 1,024 characters')
  }
}

function isExplicit(text: string, valueStart: number): boolean {
  return /\?[ \t\n]+["']?$/.test(text.slice(Math.max(0, valueStart - 80), valueStart))
}

// Between brackets a : ends a key only before a blank (scannerc.go:2604): `[a:, b]` is two texts to kubectl.
function refuseBareColon(text: string, { style, valueEnd }: ScalarEvent): void {
  if (style === SCALAR_STYLE.PLAIN && /^:[,[\]{}]/.test(text.slice(valueEnd, valueEnd + 2))) {
    throw new YamlFault(valueEnd, 'a : directly before a bracket or comma belongs to the text: put a blank behind it')
  }
}

/** Where an event begins in the text; 0 where it has no place. */
export function offsetOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) {
    return Math.max(
      0,
      event.valueStart -
        (event.style === SCALAR_STYLE.DOUBLE_QUOTED || event.style === SCALAR_STYLE.SINGLE_QUOTED ? 1 : 0),
    )
  }
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0
}
