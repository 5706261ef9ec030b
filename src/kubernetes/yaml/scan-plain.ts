// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:2565.
import { isBlank, isBlankOrEnd, isBreak, isDocumentMark } from './characters.ts'
import { YamlSyntaxFault } from './fault.ts'
import { foldedBreaks } from './fold.ts'
import { type Scanner, TOKEN, type Token, token } from './scanner.ts'

/** A text without quotes, over as many lines as stand further in than their block. */
export function scanPlain(scanner: Scanner): Token {
  const { text } = scanner
  const start = scanner.at
  let end = start
  let folded: string | undefined
  // Where the line breaks begin that stand before the words at hand; -1 where there are none.
  let breaks = -1
  while (!beginsOther(scanner)) {
    const from = scanner.at
    const to = wordsEnd(text, from, scanner.flow > 0)
    if (to > from) {
      if (breaks >= 0) {
        folded = (folded ?? text.slice(start, end)) + foldedBreaks(text, breaks, from) + text.slice(from, to)
      } else if (folded !== undefined) folded += text.slice(end, to)
      end = to
      breaks = -1
    }
    scanner.at = to
    const code = text.charCodeAt(to)
    if (!isBlank(code) && !isBreak(code)) break
    if (skipBetween(scanner, breaks >= 0) && breaks < 0) breaks = to
    if (scanner.flow === 0 && scanner.at - scanner.lineStart <= scanner.indent) break
  }
  scanner.keyAllowed = breaks >= 0
  return token(TOKEN.plain, start, end, folded)
}

// A comment, or the mark of another document.
function beginsOther({ text, at, lineStart }: Scanner): boolean {
  return text.charCodeAt(at) === 35 || (at === lineStart && isDocumentMark(text, at))
}

function wordsEnd(text: string, from: number, isInBrackets: boolean): number {
  let at = from
  for (let code = text.charCodeAt(at); !isBlankOrEnd(code); code = text.charCodeAt(++at)) {
    if (code === 58 && isBlankOrEnd(text.charCodeAt(at + 1))) break
    if (isInBrackets && isFlowSign(code)) break
  }
  return at
}

// , ? [ ] { }
function isFlowSign(code: number): boolean {
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125
}

/** Blanks and line breaks up to the next words; whether there was a line break. */
function skipBetween(scanner: Scanner, isBehindBreak: boolean): boolean {
  const { text, indent } = scanner
  let isLineStart = isBehindBreak
  for (let code = text.charCodeAt(scanner.at); ; code = text.charCodeAt(scanner.at)) {
    if (isBreak(code)) {
      scanner.lineStart = scanner.at + 1
      isLineStart = true
    } else if (!isBlank(code)) return isLineStart
    else if (code === 9 && isLineStart && scanner.at - scanner.lineStart <= indent) {
      throw new YamlSyntaxFault(scanner.at, 'found a tab character that violates indentation')
    }
    scanner.at++
  }
}
