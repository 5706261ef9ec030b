// Most lines of manifests are a key and a plain word. They are taken at once, with the tokens that sign by sign would give.
import { indentTo, removeKey, type Scanner, TOKEN, token } from './scanner.ts'

const word = '[A-Za-z_](?:[\\w./-]){0,100}'
const words = '[A-Za-z0-9_./](?:[\\w./@=+-]|:(?=[\\w/])| (?=[\\w./])){0,200}'
// What follows on the next line decides whether the words go on there.
const simple = new RegExp(
  `(${word}):(?: (?:(${words})\\n( *)(?=[^ \\t\\r\\n#\\u0085\\u2028\\u2029\\0]))?|(?=\\n))`,
  'y',
)

/** Takes `key: words` or `key:` where a key of a block may begin; false where something else stands here. */
export function scanLine(scanner: Scanner): boolean {
  const { text, at, lineStart } = scanner
  simple.lastIndex = at
  const found = simple.exec(text)
  if (found === null) return false
  const [whole, key = '', value, indent = ''] = found
  const column = at - lineStart
  // Words that go on over lines are folded.
  const goesOn = indent.length > Math.max(scanner.indent, column)
  removeKey(scanner)
  indentTo(scanner, column, Number.MAX_SAFE_INTEGER, token(TOKEN.blockMapping, at, at))
  const colon = at + key.length
  scanner.tokens.push(token(TOKEN.key, at, at), token(TOKEN.plain, at, colon), token(TOKEN.value, colon, colon + 1))
  scanner.at = colon + 1
  scanner.keyAllowed = false
  if (value === undefined || goesOn) return true
  scanner.tokens.push(token(TOKEN.plain, colon + 2, colon + 2 + value.length))
  scanner.at = at + whole.length
  scanner.lineStart = scanner.at - indent.length
  scanner.keyAllowed = true
  return true
}
