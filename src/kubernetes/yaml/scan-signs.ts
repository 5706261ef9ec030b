// Brackets, commas, dashes, question marks and colons, where they are signs.
// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:1035 (brackets), :1240 (keys and values).

import { isBlankOrEnd } from './characters.ts'
import { YamlSyntaxFault } from './fault.ts'
import {
  claimKey,
  closeBracket,
  indentTo,
  insert,
  isKeyStill,
  openBracket,
  removeKey,
  type Scanner,
  saveKey,
  TOKEN,
  token,
} from './scanner.ts'

export function fetchBracket(scanner: Scanner, code: number): boolean {
  if (code === 91 || code === 123) {
    const open = token(code === 91 ? TOKEN.flowSequence : TOKEN.flowMapping, scanner.at, scanner.at + 1)
    if (saveKey(scanner)) claimKey(scanner, open)
    openBracket(scanner, open)
    scanner.keyAllowed = true
    scanner.at++
    scanner.tokens.push(open)
    return true
  }
  if (code !== 93 && code !== 125 && code !== 44) return false
  removeKey(scanner)
  if (code !== 44) closeBracket(scanner)
  scanner.keyAllowed = code === 44
  const type = code === 44 ? TOKEN.comma : code === 93 ? TOKEN.flowSequenceEnd : TOKEN.flowMappingEnd
  pushSign(scanner, type)
  return true
}

// - ? and :, which are signs before a blank; between brackets ? and : are signs before anything.
export function fetchSign(scanner: Scanner, code: number, next: number): boolean {
  if (code !== 45 && code !== 63 && code !== 58) return false
  if (!isBlankOrEnd(next) && (code === 45 || scanner.flow === 0)) return false
  if (code === 58 && isKeyStill(scanner, scanner.flow)) {
    endKey(scanner)
    scanner.keyAllowed = false
  } else {
    beginBlock(scanner, code)
    if (code !== 58) removeKey(scanner)
    scanner.keyAllowed = code === 45 || scanner.flow === 0
  }
  pushSign(scanner, code === 45 ? TOKEN.dash : code === 63 ? TOKEN.key : TOKEN.value)
  return true
}

function beginBlock(scanner: Scanner, code: number): void {
  const { at, flow } = scanner
  if (flow > 0) return
  if (!scanner.keyAllowed) {
    const what = code === 45 ? 'block sequence entries' : code === 63 ? 'mapping keys' : 'mapping values'
    throw new YamlSyntaxFault(at, `${what} are not allowed in this context`)
  }
  const type = code === 45 ? TOKEN.blockSequence : TOKEN.blockMapping
  indentTo(scanner, at - scanner.lineStart, Number.MAX_SAFE_INTEGER, token(type, at, at))
}

// The text before the colon was a key, and perhaps the first of its mapping.
function endKey(scanner: Scanner): void {
  const key = scanner.keys[scanner.flow]
  if (key === undefined) return
  const { at, number } = key
  insert(scanner, number, token(TOKEN.key, at, at))
  indentTo(scanner, at - key.lineStart, number, token(TOKEN.blockMapping, at, at))
  key.possible = false
  key.token.slot = -1
}

function pushSign(scanner: Scanner, type: number): void {
  scanner.tokens.push(token(type, scanner.at, ++scanner.at))
}
