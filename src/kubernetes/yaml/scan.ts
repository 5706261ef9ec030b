// The next token of a document, sign by sign as go-yaml takes them.
// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:658 (dispatch), :1500 (blanks).

import { isBreak, isDocumentMark } from './characters.ts'
import { DirectiveFault, NarrowYamlFault, YamlSyntaxFault } from './fault.ts'
import { scanBlock } from './scan-block.ts'
import { scanPlain } from './scan-plain.ts'
import { scanQuoted } from './scan-quoted.ts'
import { fetchBracket, fetchSign } from './scan-signs.ts'
import { scanName, scanTag } from './scan-tag.ts'
import {
  claimKey,
  isKeyStill,
  outdentTo,
  removeKey,
  type Scanner,
  saveKey,
  TOKEN,
  type Token,
  token,
} from './scanner.ts'

/** The next token, left where it is. */
export function peek(scanner: Scanner): Token {
  for (;;) {
    const first = scanner.tokens[scanner.head]
    if (first !== undefined && (first.slot < 0 || !isKeyStill(scanner, first.slot))) return first
    fetch(scanner)
  }
}

/** Takes the token that `peek` has shown. */
export function take(scanner: Scanner): void {
  scanner.taken++
  scanner.head++
  if (scanner.head === scanner.tokens.length) {
    scanner.tokens.length = 0
    scanner.head = 0
  } else if (scanner.head === 4096) {
    scanner.tokens.splice(0, scanner.head)
    scanner.head = 0
  }
}

// What begins anything but a plain text, or may do so.
const signs = new Uint8Array(128).fill(1, 0, 33)

for (const sign of '-?:,[]{}#&*!|>\'"%@`') signs[sign.charCodeAt(0)] = 1

function fetch(scanner: Scanner): void {
  skipBlanks(scanner)
  const { text, at } = scanner
  const column = at - scanner.lineStart
  outdentTo(scanner, column)
  const code = text.charCodeAt(at)
  if (column === 0 && fetchMark(scanner, code)) return
  if (code >= 128 || signs[code] === 0) {
    pushScalar(scanner, scanPlain)
    return
  }
  const next = text.charCodeAt(at + 1)
  if (fetchBracket(scanner, code) || fetchSign(scanner, code, next) || fetchNamed(scanner, code)) return
  if (!beginsPlain(scanner, code)) throw noToken(at, code)
  pushScalar(scanner, scanPlain)
}

function noToken(at: number, code: number): YamlSyntaxFault {
  const says = 'found character that cannot start any token'
  return code === 9 ? new NarrowYamlFault(at, `${says}: a tab is no indentation`) : new YamlSyntaxFault(at, says)
}

// Up to the next token. A tab is no indentation; behind a sign it is a blank.
function skipBlanks(scanner: Scanner): void {
  const { text } = scanner
  for (;;) {
    const isTabBlank = scanner.flow > 0 || !scanner.keyAllowed
    let code = text.charCodeAt(scanner.at)
    while (code === 32 || (code === 9 && isTabBlank)) code = text.charCodeAt(++scanner.at)
    if (code === 35) while (code !== 0 && !isBreak(code)) code = text.charCodeAt(++scanner.at)
    if (!isBreak(code)) return
    scanner.lineStart = ++scanner.at
    if (scanner.flow === 0) scanner.keyAllowed = true
  }
}

// The end of the text, a directive, --- and ...
function fetchMark(scanner: Scanner, code: number): boolean {
  const { text, at } = scanner
  const isMark = (code === 45 || code === 46) && isDocumentMark(text, at)
  if (!isMark && code !== 0 && code !== 37) return false
  outdentTo(scanner, -1)
  removeKey(scanner)
  scanner.keyAllowed = false
  if (code === 37) throw new DirectiveFault(at)
  const type = code === 0 ? TOKEN.textEnd : code === 45 ? TOKEN.documentStart : TOKEN.documentEnd
  if (isMark) scanner.at += 3
  scanner.tokens.push(token(type, at, scanner.at))
  return true
}

// What a character of its own begins: anchors, aliases, tags, blocks of text, quotes.
function fetchNamed(scanner: Scanner, code: number): boolean {
  switch (code) {
    case 38:
    case 42:
      pushScalar(scanner, scanName)
      return true
    case 33:
      pushScalar(scanner, scanTag)
      return true
    case 34:
    case 39:
      pushScalar(scanner, scanQuoted)
      return true
    case 124:
    case 62:
      if (scanner.flow > 0) return false
      removeKey(scanner)
      scanner.keyAllowed = true
      scanner.tokens.push(scanBlock(scanner))
      return true
    default:
      return false
  }
}

// A plain text may say anew that a key is allowed, behind its last line.
function pushScalar(scanner: Scanner, scan: (scanner: Scanner) => Token): void {
  const mayBeKey = saveKey(scanner)
  scanner.keyAllowed = false
  const found = scan(scanner)
  if (mayBeKey) claimKey(scanner, found)
  scanner.tokens.push(found)
}

// @ and ` are kept for later, # begins a comment, and | and > begin text outside of brackets only.
function beginsPlain(scanner: Scanner, code: number): boolean {
  return code > 32 && !'@`%#|>'.includes(scanner.text[scanner.at] ?? '')
}
