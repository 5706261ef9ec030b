// Tokens of a document and what scanning has to remember between them: indentation, and the places where a key may have
// begun. A plain or quoted text is known to be a key only at its colon, so its tokens wait until that is settled.
// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:620 (waiting), :840 (simple keys), :940 (indentation).
import { YamlSyntaxFault } from './fault.ts'

/** What a token is. `blockSequence` and `blockMapping` have no sign of their own: indentation begins them. */
export const TOKEN = {
  textEnd: 0,
  documentStart: 1,
  documentEnd: 2,
  blockSequence: 3,
  blockMapping: 4,
  blockEnd: 5,
  flowSequence: 6,
  flowSequenceEnd: 7,
  flowMapping: 8,
  flowMappingEnd: 9,
  dash: 10,
  comma: 11,
  key: 12,
  value: 13,
  alias: 14,
  anchor: 15,
  tag: 16,
  plain: 17,
  quoted: 18,
} as const

export interface Token {
  readonly type: number
  readonly start: number
  readonly end: number
  /** A name, a tag, or the value of a scalar that is not what is written between start and end. */
  readonly text: string | undefined
  /** The flow level at which this may turn out to be a key; -1 where it may not. */
  slot: number
}

interface SimpleKey {
  possible: boolean
  /** The indentation leaves nothing but a key here. */
  required: boolean
  token: Token
  /** How many tokens there were before it. */
  number: number
  at: number
  lineStart: number
}

export interface Scanner {
  readonly text: string
  at: number
  lineStart: number
  /** How many brackets are open. */
  flow: number
  /** Column of the block at hand; -1 outside. */
  indent: number
  readonly indents: number[]
  /** Whether a key may begin at the next token. */
  keyAllowed: boolean
  /** For each flow level the last place where a key may have begun. */
  readonly keys: SimpleKey[]
  readonly tokens: Token[]
  /** The first of the tokens that nobody has taken, and how many have been taken. */
  head: number
  taken: number
}

/** A scanner at the beginning of a text that ends with a line break and \0. */
export function scannerOf(text: string): Scanner {
  const first = token(TOKEN.textEnd, 0, 0)
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return {
    text,
    at: start,
    lineStart: start,
    flow: 0,
    indent: -1,
    indents: [],
    keyAllowed: true,
    keys: [{ possible: false, required: false, token: first, number: -1, at: 0, lineStart: 0 }],
    tokens: [],
    head: 0,
    taken: 0,
  }
}

export function token(type: number, start: number, end: number, text?: string): Token {
  return { type, start, end, text, slot: -1 }
}

/** Puts a token before the one with that number, or last where that one has been taken. */
export function insert(scanner: Scanner, number: number, added: Token): void {
  const { tokens, head, taken } = scanner
  if (number < taken) tokens.push(added)
  else tokens.splice(head + number - taken, 0, added)
}

/** Begins a block where a token stands further in than the block at hand. */
export function indentTo(scanner: Scanner, column: number, number: number, began: Token): void {
  if (scanner.flow > 0 || scanner.indent >= column) return
  scanner.indents.push(scanner.indent)
  scanner.indent = column
  insert(scanner, number, began)
}

/** Ends the blocks that stand further in than the column. */
export function outdentTo(scanner: Scanner, column: number): void {
  if (scanner.flow > 0) return
  while (scanner.indent > column) {
    scanner.tokens.push(token(TOKEN.blockEnd, scanner.at, scanner.at))
    scanner.indent = scanner.indents.pop() ?? -1
  }
}

/** Remembers that the next token may be a key; `claimKey` then says which it is. */
export function saveKey(scanner: Scanner): boolean {
  if (!scanner.keyAllowed) return false
  removeKey(scanner)
  const { at, lineStart, flow, taken, tokens, head } = scanner
  const key = scanner.keys[flow] as SimpleKey
  key.possible = true
  key.required = flow === 0 && scanner.indent === at - lineStart
  key.number = taken + tokens.length - head
  key.at = at
  key.lineStart = lineStart
  return true
}

export function claimKey(scanner: Scanner, found: Token): void {
  const key = scanner.keys[scanner.flow] as SimpleKey
  key.token = found
  found.slot = scanner.flow
}

export function removeKey(scanner: Scanner): void {
  const key = scanner.keys[scanner.flow] as SimpleKey
  if (!key.possible) return
  if (key.required) throw lacksColon(key)
  key.possible = false
  key.token.slot = -1
}

/** A key stands on one line, within 1,024 characters; throws where it must be one and is not. */
export function isKeyStill(scanner: Scanner, level: number): boolean {
  const key = scanner.keys[level]
  if (key === undefined || !key.possible) return false
  if (key.lineStart === scanner.lineStart && !isLong(scanner, key.at)) return true
  if (key.required) throw lacksColon(key)
  key.possible = false
  return false
}

// Characters, of which some take two places in a text.
function isLong({ text, at }: Scanner, from: number): boolean {
  return at - from > 1024 && (at - from > 2048 || Array.from(text.slice(from, at)).length > 1024)
}

function lacksColon({ at }: SimpleKey): YamlSyntaxFault {
  return new YamlSyntaxFault(at, "could not find expected ':'")
}

/** Opens a bracket; inside, keys are looked for anew. */
export function openBracket(scanner: Scanner, bracket: Token): void {
  scanner.flow++
  const number = scanner.taken + scanner.tokens.length - scanner.head
  const { at, lineStart } = scanner
  scanner.keys[scanner.flow] = { possible: false, required: false, token: bracket, number, at, lineStart }
}

export function closeBracket(scanner: Scanner): void {
  if (scanner.flow === 0) return
  const inner = scanner.keys.pop()
  if (inner) inner.token.slot = -1
  scanner.flow--
}
