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
  readonly text: string
  readonly kinds: number[]
  readonly starts: number[]
  readonly ends: number[]
  /** Values of scalars that are not what stands in the text. */
  readonly made: Map<number, string>
  /** Names of anchors, and of what an alias stands for. */
  readonly names: Map<number, string>
  readonly tags: Map<number, string>
}

/** Events of a text of which nothing has been read yet. */
export function noEvents(text: string): YamlEvents {
  return { text, kinds: [], starts: [], ends: [], made: new Map(), names: new Map(), tags: new Map() }
}

/** Adds an event and gives its index. */
export function addEvent({ kinds, starts, ends }: YamlEvents, kind: number, start: number, end: number): number {
  kinds.push(kind)
  starts.push(start)
  ends.push(end)
  return kinds.length - 1
}

/** The text of a scalar, before it is a number or a word. */
export function scalarText({ text, kinds, starts, ends, made }: YamlEvents, at: number): string {
  const kind = kinds[at]
  if (kind === KIND.plain) return text.slice(starts[at], ends[at])
  if (kind === KIND.quoted) return text.slice((starts[at] ?? 0) + 1, (ends[at] ?? 0) - 1)
  return made.get(at) ?? ''
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
