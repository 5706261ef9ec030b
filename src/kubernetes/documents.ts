/** One document of a stream: its text, the line it begins on, and which one it is, both from 1. */
export interface Chunk {
  readonly text: string
  readonly line: number
  readonly document: number
}

/** A stream taken apart at lines that begin with `---` (apimachinery decoder.go:156); chunks of comments and directives are none. */
export function* documentsOf(whole: string): Generator<Chunk> {
  let document = 0
  let start = 0
  let line = 1
  while (start < whole.length) {
    const end = nextSeparator(whole, start)
    const text = whole.slice(start, end)
    if (!/^(\uFEFF?[ \t]*([#%].*)?(\r?\n|$))*$/.test(text)) {
      document++
      yield { text, line, document }
    }
    line += lineBreaks(text)
    start = end
  }
}

function nextSeparator(whole: string, start: number): number {
  for (let at = whole.indexOf('\n---', start); at >= 0; at = whole.indexOf('\n---', at + 1)) {
    const after = whole[at + 4]
    if (after === undefined || after === '\n' || after === '\r' || after === ' ' || after === '\t') return at + 1
  }
  return whole.length
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
