import { type Event, parseEvents, YAMLException } from 'js-yaml'

/** A document's events, and the text that they point into: the one given, some of whose lines may be indented further. */
export interface YamlEvents {
  readonly text: string
  readonly events: readonly Event[]
  /** Line, counted from 0 → spaces put before it. */
  readonly indented: ReadonlyMap<number, number>
}

/** Brackets and indentation; deeper values are refused. */
export const deepestNesting = 200
// Each takes a parse of its own.
const mostIndented = 500

/**
 * Reads a document as go-yaml does where js-yaml is stricter: inside brackets and quotes a line may begin anywhere, as in
 * `args: [` closed by a `]` below the a. Such lines are indented and read again. Throws `YAMLException`.
 */
export function eventsOf(document: string): YamlEvents {
  const indented = new Map<number, number>()
  let text = document
  for (;;) {
    try {
      return { text, events: parseEvents(text, { maxDepth: deepestNesting }), indented }
    } catch (error) {
      const start = shallowLine(error, text)
      const line = start === undefined ? -1 : text.slice(0, start).split('\n').length - 1
      if (start === undefined || indented.has(line) || indented.size >= mostIndented) throw inPlace(error, indented)
      const spaces = deepestIndent(document) + 1
      indented.set(line, spaces)
      text = text.slice(0, start) + ' '.repeat(spaces) + text.slice(start)
    }
  }
}

// Points the error into the document as it was given.
function inPlace(error: unknown, indented: ReadonlyMap<number, number>): unknown {
  if (!(error instanceof YAMLException) || !error.mark) return error
  for (const [line, spaces] of indented) if (line <= error.mark.line) error.mark.position -= spaces
  return error
}

function shallowLine(error: unknown, text: string): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation' || !error.mark) return undefined
  const start = text.lastIndexOf('\n', error.mark.position - 1) + 1
  // A line that ends the document is none of its brackets' lines.
  return /^(---|\.\.\.)(\s|$)/.test(text.slice(start, start + 4)) ? undefined : start
}

function deepestIndent(text: string): number {
  let deepest = 0
  for (const [spaces] of text.matchAll(/^ {1,200}/gm)) deepest = Math.max(deepest, spaces.length)
  return deepest
}
