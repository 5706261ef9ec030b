import { jsonEnd } from './json-end.ts'

/** One document of a stream: its text, where it begins, and which one it is, all from 1. */
export interface Chunk {
  readonly text: string
  readonly line: number
  /** More than 1 where one value of JSON follows another on a line. */
  readonly column: number
  readonly document: number
  /** One value of JSON and nothing else. */
  readonly isJson: boolean
  /** Why kubectl refuses it whatever stands in it, and where that is. */
  readonly refused?: Refused
}

interface Refused {
  readonly says: string
  readonly offset: number
}

interface End {
  readonly end: number
  readonly isJson: boolean
  /** Where it begins: behind the line of --- that has ended the one before. */
  readonly from?: number
  readonly refused?: Refused
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
    line += lineBreaks(whole, start, from)
    if (refused !== undefined || !isBlank(text)) {
      document++
      yield { text, line, column: from - whole.lastIndexOf('\n', from - 1), document, isJson, refused }
    }
    line += lineBreaks(whole, from, end)
    start = end
  }
}

function* endsOf(whole: string): Generator<End> {
  if (!beginsAsJson(whole)) {
    yield* yamlEnds(whole, 0)
    return
  }
  let start = 0
  let values = 0
  for (let end = jsonEnd(whole, 0); end !== undefined; end = jsonEnd(whole, start)) {
    values++
    start = end
    yield { end, isJson: true }
  }
  if (isJsonBlank(whole, start)) return
  const rest = values > 1 ? undefined : afterBlanks(whole, start)
  if (rest !== undefined) yield* yamlEnds(whole, rest)
  else {
    const why = values > 1 ? 'stands after more than one JSON value' : 'is too short for kubectl to try it as YAML'
    yield { end: whole.length, isJson: false, refused: { says: `this is no JSON, and ${why}`, offset: 0 } }
  }
}

// A line of --- ends what stands before it and belongs to no document; where nothing does, it begins one (YAMLReader,
// decoder.go:387).
function* yamlEnds(whole: string, first: number): Generator<End> {
  for (let from = first; from < whole.length; ) {
    let end = separatorAfter(whole, from)
    // What is wrong with a separator is found before the document that it ends has been read.
    const fault = [from, end].find((at) => isSeparatorRefused(whole, at))
    const lost = end === whole.length ? lostLine(whole, from) : undefined
    if (fault === undefined && lost !== undefined) {
      const says = 'kubectl passes over a last line of so many bytes (a whole number of 4096) without a line break'
      yield { end, isJson: false, from, refused: { says, offset: lost - from } }
    } else if (fault === undefined) yield { end, isJson: false, from }
    else {
      if (fault > from) end = separatorAfter(whole, end)
      const refused = { says: 'kubectl takes nothing but a comment behind ---', offset: fault - from }
      yield { end, isJson: false, from, refused }
    }
    from = lineAfter(whole, end)
  }
}

// Its reader of lines takes what fills a buffer for the beginning of a line, and at the end of the file leaves it there
// (apimachinery decoder.go:445, YAMLReader and LineReader).
const bufferBytes = 4096

function lostLine(whole: string, from: number): number | undefined {
  const start = Math.max(from, whole.lastIndexOf('\n') + 1)
  if ((whole.length - start) * 3 < bufferBytes) return undefined
  const bytes = new TextEncoder().encode(whole.slice(start)).length
  return bytes > 0 && bytes % bufferBytes === 0 ? start : undefined
}

function separatorAfter(whole: string, start: number): number {
  const at = whole.indexOf('\n---', start)
  return at < 0 ? whole.length : at + 1
}

function lineAfter(whole: string, start: number): number {
  const at = whole.indexOf('\n', start)
  return at < 0 ? whole.length : at + 1
}

function isSeparatorRefused(whole: string, at: number): boolean {
  if (!whole.startsWith('---', at)) return false
  const behind = withoutSpace(whole.slice(at + 3, lineAfter(whole, at)))
  return behind !== '' && !behind.startsWith('#')
}

// To a reader of JSON the stream has ended.
function isJsonBlank(whole: string, start: number): boolean {
  const blanks = /[ \t\r\n]*/y
  blanks.lastIndex = start
  blanks.test(whole)
  return blanks.lastIndex === whole.length
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

// Up to the next text, or the end of this line; kubectl looks at four bytes at once, and gives up where there are fewer
// (consumeWhitespace, decoder.go:331).
function afterBlanks(whole: string, start: number): number | undefined {
  const line = whole.slice(start, lineAfter(whole, start))
  const at = start + line.length - withoutSpace(line).length
  const last = whole[at - 1] === '\n' && at > start ? at - 1 : at
  return Buffer.byteLength(whole.slice(last, last + 4)) < 4 ? undefined : at
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
