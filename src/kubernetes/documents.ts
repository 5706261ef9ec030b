import { jsonEnd } from './json-end.ts'

/** One document of a stream: its text, the line it begins on, and which one it is, both from 1. */
export interface Chunk {
  readonly text: string
  readonly line: number
  readonly document: number
  /** One value of JSON and nothing else. */
  readonly isJson: boolean
  /** Why kubectl refuses it whatever stands in it. */
  readonly refused?: string
}

interface End {
  readonly end: number
  readonly isJson: boolean
  readonly refused?: string
}

/**
 * A stream taken apart as kubectl does (apimachinery decoder.go:232): what begins with `{` is one JSON value after the
 * other as long as it can be; everything else ends at lines that begin with `---`. Chunks of comments are none.
 */
export function* documentsOf(whole: string): Generator<Chunk> {
  let document = 0
  let line = 1
  let start = 0
  for (const { end, isJson, refused } of endsOf(whole)) {
    const text = whole.slice(start, end)
    if (!isBlank(text)) {
      document++
      yield { text, line, document, isJson, refused: refused ?? afterSeparator(text) }
    }
    line += lineBreaks(text)
    start = end
  }
}

function* endsOf(whole: string): Generator<End> {
  let start = 0
  let values = 0
  if (beginsAsJson(whole)) {
    for (let end = jsonEnd(whole, 0); end !== undefined; end = jsonEnd(whole, start)) {
      values++
      start = end
      yield { end, isJson: true }
    }
  }
  if (values > 0) {
    start = afterBlanks(whole, start)
    yield { end: start, isJson: false }
  }
  if (values > 1) {
    yield { end: whole.length, isJson: false, refused: 'this is no JSON, and stands after more than one JSON value' }
    return
  }
  while (start < whole.length) {
    const at = whole.indexOf('\n---', start)
    start = at < 0 ? whole.length : at + 1
    yield { end: start, isJson: false }
  }
}

// GuessJSONStream looks at the first 4,096 bytes (decoder.go:464).
function beginsAsJson(whole: string): boolean {
  return /^[\s\u0085]{0,4095}\{/.test(whole) && !whole.startsWith('\uFEFF')
}

// Up to the next text, or the end of this line (consumeWhitespace, decoder.go:331).
function afterBlanks(whole: string, start: number): number {
  const blanks = /[^\S\n]*\n?/y
  blanks.lastIndex = start
  blanks.test(whole)
  return blanks.lastIndex
}

function afterSeparator(text: string): string | undefined {
  const rest = /^---([^\n]*)/.exec(text)?.[1]?.trim()
  return rest === undefined || rest === '' || rest.startsWith('#')
    ? undefined
    : 'kubectl takes nothing but a comment behind ---'
}

function isBlank(text: string): boolean {
  return /^\uFEFF?([ \t]*(#[\t\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*)?(\r?\n|$))*$/.test(text)
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
