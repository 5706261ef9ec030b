// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:2268.
import { isBlank, isBlankOrEnd, isBreak, isDocumentMark } from './characters.ts'
import { NarrowYamlFault, YamlSyntaxFault } from './fault.ts'
import { allBreaks, foldedBreaks } from './fold.ts'
import { type Scanner, TOKEN, type Token, token } from './scanner.ts'

/** A text in single or double quotes. */
export function scanQuoted(scanner: Scanner): Token {
  const { text, at: start } = scanner
  const quote = text.charCodeAt(start)
  const end = plainEnd(text, start + 1, quote)
  if (end !== undefined) {
    scanner.at = end + 1
    return token(TOKEN.quoted, start, scanner.at)
  }
  const value = quotedValue(scanner, start, quote)
  return token(TOKEN.quoted, start, ++scanner.at, value)
}

// Most stand on one line, without anything that means something else.
function plainEnd(text: string, from: number, quote: number): number | undefined {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return quote === 39 && text.charCodeAt(at + 1) === 39 ? undefined : at
    if (code === 92 && quote === 34) return undefined
    if (code === 0 || isBreak(code)) return undefined
  }
}

function quotedValue(scanner: Scanner, start: number, quote: number): string {
  const { text } = scanner
  scanner.at++
  let value = ''
  for (;;) {
    const { at } = scanner
    if (at === scanner.lineStart && isDocumentMark(text, at)) {
      throw new YamlSyntaxFault(start, 'found unexpected document indicator before the quote that closes this')
    }
    if (text.charCodeAt(at) === 0)
      throw new YamlSyntaxFault(start, 'found unexpected end of stream before the quote that closes this')
    const { words, isLineEscaped } = quotedWords(scanner, quote)
    value += words
    if (!isLineEscaped && text.charCodeAt(scanner.at) === quote) return value
    value += skipBetween(scanner, isLineEscaped)
  }
}

/** Up to the next blank or the closing quote; a \ at the end of a line takes the break with it. */
function quotedWords(scanner: Scanner, quote: number): { words: string; isLineEscaped: boolean } {
  const { text } = scanner
  let words = ''
  let from = scanner.at
  for (let code = text.charCodeAt(scanner.at); !isBlankOrEnd(code); code = text.charCodeAt(scanner.at)) {
    const isDoubled = code === 39 && quote === 39 && text.charCodeAt(scanner.at + 1) === 39
    if (code === quote && !isDoubled) break
    if (!isDoubled && (code !== 92 || quote === 39)) {
      scanner.at++
      continue
    }
    words += text.slice(from, scanner.at)
    if (isDoubled) {
      words += "'"
      scanner.at += 2
    } else if (isBreak(text.charCodeAt(scanner.at + 1))) {
      scanner.at += 2
      scanner.lineStart = scanner.at
      return { words, isLineEscaped: true }
    } else words += escaped(scanner)
    from = scanner.at
  }
  return { words: words + text.slice(from, scanner.at), isLineEscaped: false }
}

function skipBetween(scanner: Scanner, isLineEscaped: boolean): string {
  const { text, at: from } = scanner
  let isLineStart = isLineEscaped
  for (let code = text.charCodeAt(from); isBlank(code) || isBreak(code); code = text.charCodeAt(scanner.at)) {
    scanner.at++
    if (!isBreak(code)) continue
    scanner.lineStart = scanner.at
    isLineStart = true
  }
  if (!isLineStart) return text.slice(from, scanner.at)
  return isLineEscaped ? allBreaks(text, from, scanner.at) : foldedBreaks(text, from, scanner.at)
}

const escapes: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    0: '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
  }),
  ...Object.entries({ ' ': ' ', '"': '"', "'": "'", '\\': '\\', N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029' }),
])
const digitsOf: ReadonlyMap<string, number> = new Map(Object.entries({ x: 2, u: 4, U: 8 }))

// No \/ as JSON has it, and no half of a surrogate pair.
function escaped(scanner: Scanner): string {
  const { text, at } = scanner
  const sign = text[at + 1] ?? ''
  scanner.at += 2
  const digits = digitsOf.get(sign)
  if (digits === undefined) {
    const found = escapes.get(sign)
    if (found === undefined)
      throw new NarrowYamlFault(at, `found unknown escape character: \\${sign} is no escape in YAML`)
    return found
  }
  const written = text.slice(scanner.at, scanner.at + digits)
  scanner.at += digits
  if (!/^[0-9a-fA-F]+$/.test(written) || written.length < digits) {
    throw new YamlSyntaxFault(at, 'did not find expected hexdecimal number')
  }
  const code = Number.parseInt(written, 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw new NarrowYamlFault(at, `\\${sign}${written} is no escape in YAML: no character has that number`)
  }
  return String.fromCodePoint(code)
}
