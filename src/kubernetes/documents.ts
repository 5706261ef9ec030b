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
  /** Where what stands in it begins: behind the line of --- that has ended the one before. */
  readonly from?: number
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
  for (const { end, isJson, from = start, refused } of endsOf(whole)) {
    const text = whole.slice(from, end)
    if (refused !== undefined || !isBlank(text)) {
      document++
      yield { text, line: line + (from > start ? 1 : 0), document, isJson, refused }
    }
    line += lineBreaks(whole, start, end)
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
  for (let isFirst = true; start < whole.length; isFirst = false) {
    const at = whole.indexOf('\n---', start)
    const end = at < 0 ? whole.length : at + 1
    yield { end, isJson: false, ...separated(whole, start, end, isFirst) }
    start = end
  }
}

// The line of --- belongs to no document, unless nothing stands before it (YAMLReader, decoder.go:387).
function separated(whole: string, start: number, end: number, isFirst: boolean): Pick<End, 'from' | 'refused'> {
  if (!whole.startsWith('---', start)) return {}
  const lineEnd = whole.indexOf('\n', start)
  const from = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1
  const behind = withoutSpace(whole.slice(start + 3, from))
  if (behind !== '' && !behind.startsWith('#')) return { refused: 'kubectl takes nothing but a comment behind ---' }
  return isFirst ? {} : { from }
}

// As Go's unicode.IsSpace has it.
const spaces = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leadingSpaces = new RegExp(`^${spaces}*`)

function withoutSpace(text: string): string {
  return text.replace(leadingSpaces, '')
}

// GuessJSONStream looks at the first 4,096 bytes (decoder.go:464).
function beginsAsJson(whole: string): boolean {
  const [blank = ''] = leadingSpaces.exec(whole.slice(0, 4096)) ?? []
  return whole[blank.length] === '{' && Buffer.byteLength(blank) < 4096
}

// Up to the next text, or the end of this line (consumeWhitespace, decoder.go:331).
function afterBlanks(whole: string, start: number): number {
  const blanks = /[^\S\n]*\n?/y
  blanks.lastIndex = start
  blanks.test(whole)
  return blanks.lastIndex
}

// Nothing but comments and line breaks, whatever YAML would say of what stands in them.
function isBlank(text: string): boolean {
  const line = / *(?:#[\t\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*)?(?:\r?\n|$)/y
  line.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (line.lastIndex < text.length) if (!line.test(text)) return false
  return true
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
