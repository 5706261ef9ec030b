import type { Event } from 'js-yaml'
import type { Chunk } from './documents.ts'

/** A document while it is read: its text as it was parsed, and where that stands in the file. */
export interface DocumentSource extends Chunk {
  readonly file: string
  events: readonly Event[]
  /** Line of the document, from 0 → spaces that reading put before it. */
  indented?: ReadonlyMap<number, number>
  /** Where each line begins; made when the first position is asked for. */
  lineStarts?: readonly number[]
}

/** Counted from 1, in the file. */
export interface FilePosition {
  readonly line: number
  readonly column: number
}

/** The place in the file of an offset of the document's text. */
export function positionOf(source: DocumentSource, offset: number): FilePosition {
  source.lineStarts ??= lineStartsOf(source.text)
  let low = 0
  let high = source.lineStarts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  const column = offset - (source.lineStarts[low] ?? 0) + 1 - (source.indented?.get(low) ?? 0)
  return { line: source.line + low, column: Math.max(1, column) }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
