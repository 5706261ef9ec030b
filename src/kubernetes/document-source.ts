import type { Chunk } from './documents.ts'
import { jsonEvents } from './json-events.ts'
import { noEvents, type YamlEvents } from './yaml/events.ts'
import { parseYaml } from './yaml/parse.ts'

/** A document while it is read, and what stands in it. */
export interface DocumentSource extends Chunk {
  readonly file: string
  /** What stands in it, while it is read; made again for who asks later where something is written. */
  events: YamlEvents | undefined
  /** Where each line begins; made when the first position is asked for. */
  lineStarts: readonly number[] | undefined
}

/** A document of which nothing has been read yet. */
export function sourceOf(chunk: Chunk, file: string): DocumentSource {
  const { text, line, column, document, isJson, refused } = chunk
  return { text, line, column, document, isJson, refused, file, events: undefined, lineStarts: undefined }
}

/** What stands in a document that was read without fault. */
export function eventsOf(source: DocumentSource): YamlEvents {
  source.events ??= parsedInto(source, noEvents(source.text))
  return source.events
}

/** Parses the document into `events`; throws `YamlFault`. */
export function parsedInto({ text, isJson }: DocumentSource, events: YamlEvents): YamlEvents {
  return isJson ? jsonEvents(text, events) : parseYaml(withPlainBreaks(text), events)
}

// What offsets count in: what is refused as a whole is told where it is written.
function readText({ text, isJson, refused }: DocumentSource): string {
  return isJson || refused !== undefined ? text : withPlainBreaks(text)
}

// Lines are read without their \r\n and put together with \n, the last one too (decoder.go:443); YAML reads \r\n once more.
function withPlainBreaks(text: string): string {
  if (!text.includes('\r')) return text
  return `${text}${text.endsWith('\n') ? '' : '\n'}`.replaceAll('\r\n', '\n').replaceAll('\r\n', '\n')
}

/** Counted from 1, in the file. */
export interface FilePosition {
  readonly line: number
  readonly column: number
}

/** The place in the file of an offset of the document's text. */
export function positionOf(source: DocumentSource, offset: number): FilePosition {
  if (offset === 0) return { line: source.line, column: source.column }
  source.lineStarts ??= lineStartsOf(readText(source))
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
