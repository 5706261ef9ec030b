import type { Chunk } from './documents.ts'
import { noEvents, type YamlEvents } from './yaml/events.ts'

/** A document while it is read, and what stands in it. */
export interface DocumentSource extends Chunk {
  readonly file: string
  events: YamlEvents
  /** Where each line begins; made when the first position is asked for. */
  lineStarts?: readonly number[]
}

/** A document of which nothing has been read yet. */
export function sourceOf(chunk: Chunk, file: string): DocumentSource {
  return { ...chunk, file, events: noEvents(chunk.text) }
}

/** Counted from 1, in the file. */
export interface FilePosition {
  readonly line: number
  readonly column: number
}

/** The place in the file of an offset of the document's text. */
export function positionOf(source: DocumentSource, offset: number): FilePosition {
  source.lineStarts ??= lineStartsOf(source.events.text)
  let low = 0
  let high = source.lineStarts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  const before = low === 0 ? source.column : 1
  return { line: source.line + low, column: before + offset - (source.lineStarts[low] ?? 0) }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
