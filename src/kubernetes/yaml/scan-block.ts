// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:2034.
import { breakText, isBlank, isBreak } from './characters.ts'
import { YamlSyntaxFault } from './fault.ts'
import { type Scanner, TOKEN, type Token, token } from './scanner.ts'

interface Block {
  readonly start: number
  readonly isLiteral: boolean
  /** Which of the last line breaks stay: '' one, `-` none, `+` all. */
  readonly chomping: string
  /** Column of its lines; 0 while the first of them has not shown it. */
  indent: number
  /** Line breaks that nothing has followed yet. */
  breaks: string
}

/** A text over lines, behind `|` or `>`. */
export function scanBlock(scanner: Scanner): Token {
  const block = headerOf(scanner)
  skipBreaks(scanner, block)
  const value = linesOf(scanner, block)
  return token(TOKEN.quoted, block.start, scanner.at, value)
}

const header = /[|>](?:([-+])([0-9]?)|([0-9])([-+]?))?[ \t]*/y

function headerOf(scanner: Scanner): Block {
  const { text, at: start, indent } = scanner
  header.lastIndex = start
  const [written = '', first = '', firstDigit = '', secondDigit = '', second = ''] = header.exec(text) ?? []
  const digit = firstDigit + secondDigit
  if (digit === '0') throw new YamlSyntaxFault(start, 'found an indentation indicator equal to 0')
  scanner.at += written.length
  if (text.charCodeAt(scanner.at) === 35) while (!endsLine(text, scanner.at)) scanner.at++
  if (!endsLine(text, scanner.at)) throw new YamlSyntaxFault(start, 'did not find expected comment or line break')
  if (isBreak(text.charCodeAt(scanner.at))) scanner.lineStart = ++scanner.at
  const isLiteral = text.charCodeAt(start) === 124
  const given = digit === '' ? 0 : Math.max(indent, 0) + Number(digit)
  return { start, isLiteral, chomping: first + second, indent: given, breaks: '' }
}

function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0 || isBreak(code)
}

// Empty lines, and the indentation of the one behind them; the first that is not empty says where the lines stand.
function skipBreaks(scanner: Scanner, block: Block): void {
  const { text } = scanner
  let deepest = 0
  for (;;) {
    const isOpen = () => block.indent === 0 || scanner.at - scanner.lineStart < block.indent
    while (isOpen() && text.charCodeAt(scanner.at) === 32) scanner.at++
    deepest = Math.max(deepest, scanner.at - scanner.lineStart)
    const code = text.charCodeAt(scanner.at)
    if (isOpen() && code === 9) {
      throw new YamlSyntaxFault(scanner.at, 'found a tab character where an indentation space is expected')
    }
    if (!isBreak(code)) break
    block.breaks += breakText(code)
    scanner.lineStart = ++scanner.at
  }
  if (block.indent === 0) block.indent = Math.max(deepest, scanner.indent + 1, 1)
}

function linesOf(scanner: Scanner, block: Block): string {
  const { text } = scanner
  let value = ''
  let lineBreak = ''
  let wasBlank = false
  while (scanner.at - scanner.lineStart === block.indent && text.charCodeAt(scanner.at) !== 0) {
    const beginsBlank = isBlank(text.charCodeAt(scanner.at))
    // A folded line goes on with the next one, unless one of the two is indented.
    const isFolded = !block.isLiteral && !wasBlank && !beginsBlank && lineBreak === '\n'
    if (!isFolded) value += lineBreak
    else if (block.breaks === '') value += ' '
    value += block.breaks
    wasBlank = beginsBlank
    const from = scanner.at
    while (!endsLine(text, scanner.at)) scanner.at++
    value += text.slice(from, scanner.at)
    lineBreak = readBreak(scanner)
    block.breaks = ''
    skipBreaks(scanner, block)
  }
  if (block.chomping !== '-') value += lineBreak
  return block.chomping === '+' ? value + block.breaks : value
}

function readBreak(scanner: Scanner): string {
  const code = scanner.text.charCodeAt(scanner.at)
  if (!isBreak(code)) return ''
  scanner.lineStart = ++scanner.at
  return breakText(code)
}
