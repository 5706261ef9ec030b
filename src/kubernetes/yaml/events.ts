/** What an event of a document is. */
export const KIND = {
  mapping: 0,
  sequence: 1,
  /** A text without quotes: as it is written, or, next to it, folded from several lines. */
  plain: 2,
  plainFolded: 3,
  /** In quotes: as it is written, or, next to it, made from what is written; blocks of text too. */
  quoted: 4,
  quotedMade: 5,
  alias: 6,
  /** Closes the mapping or sequence opened last. */
  end: 7,
} as const

/**
 * A document as a list of events, in rows of numbers since there may be millions: kind, and where each begins and ends in
 * the text. What few events have stands apart, by index.
 */
export interface YamlEvents {
  text: string
  /** How many there are; what the rows hold behind them means nothing. */
  count: number
  kinds: Uint8Array
  starts: Uint32Array
  ends: Uint32Array
  /** Values of scalars that are not what stands in the text. */
  made: Map<number, string> | undefined
  /** Names of anchors, and of what an alias stands for. */
  names: Map<number, string> | undefined
  tags: Map<number, string> | undefined
}

const noKinds = new Uint8Array(0)
const noPlaces = new Uint32Array(0)

/** Events of a text of which nothing has been read yet. */
export function noEvents(text: string): YamlEvents {
  return {
    text,
    count: 0,
    kinds: noKinds,
    starts: noPlaces,
    ends: noPlaces,
    made: undefined,
    names: undefined,
    tags: undefined,
  }
}

/** Makes room for the events of another text. */
export function emptied(events: YamlEvents, text: string): YamlEvents {
  events.text = text
  events.count = 0
  events.made = undefined
  events.names = undefined
  events.tags = undefined
  return events
}

/** Adds an event and gives its index. */
export function addEvent(events: YamlEvents, kind: number, start: number, end: number): number {
  const at = events.count++
  if (at === events.kinds.length) grow(events)
  events.kinds[at] = kind
  events.starts[at] = start
  events.ends[at] = end
  return at
}

/** Adds a scalar whose value is not what stands in the text. */
export function addMade(events: YamlEvents, kind: number, start: number, end: number, value: string): void {
  const at = addEvent(events, kind, start, end)
  events.made ??= new Map()
  events.made.set(at, value)
}

const fewest = 256

function grow(events: YamlEvents): void {
  const { kinds, starts, ends } = events
  const length = Math.max(fewest, kinds.length * 2)
  events.kinds = new Uint8Array(length)
  events.starts = new Uint32Array(length)
  events.ends = new Uint32Array(length)
  events.kinds.set(kinds)
  events.starts.set(starts)
  events.ends.set(ends)
}

/** The text of a scalar, before it is a number or a word. */
export function scalarText({ text, kinds, starts, ends, made }: YamlEvents, at: number): string {
  const kind = kinds[at]
  if (kind === KIND.plain) return text.slice(starts[at], ends[at])
  if (kind === KIND.quoted) return text.slice((starts[at] ?? 0) + 1, (ends[at] ?? 0) - 1)
  return made?.get(at) ?? ''
}

export function isScalar(kind: number | undefined): boolean {
  return kind !== undefined && kind >= KIND.plain && kind <= KIND.quotedMade
}

/** Whether the event opens what an end closes. */
export function opens(kind: number | undefined): boolean {
  return kind === KIND.mapping || kind === KIND.sequence
}

/** Brackets and indentation; deeper values are refused. */
export const deepestNesting = 200

/** Of one document: more than 32 MiB of manifests come to. */
export const mostEvents = 4_000_000

/** Of one document. */
export const mostAnchors = 50_000
