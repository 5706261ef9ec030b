// Just enough of the shape of TypeScript to walk over values in source text: strings, templates, comments, brackets.
// Every function takes the text and an offset and answers with the offset behind what it walked over.

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** Behind white space and comments. */
export function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at++
    else if (text.startsWith('//', at)) at = behind(text, '\n', at)
    else if (text.startsWith('/*', at)) at = behind(text, '*/', at + 2)
    else return at
  }
  return at
}

/** Behind the value that starts here: at the comma or the closing bracket that ends it. */
export function skipValue(text: string, from: number): number {
  let at = skipBlank(text, from)
  let before = ''
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === ',' || sign === ')' || sign === ']' || sign === '}') return at
    const next = skipToken(text, at, before)
    before = text.charAt(next - 1)
    at = skipBlank(text, next)
  }
  return at
}

/** Behind one token; a bracket counts with all that it holds. */
function skipToken(text: string, at: number, before: string): number {
  const sign = text.charAt(at)
  if (sign === "'" || sign === '"') return skipString(text, at)
  if (sign === '`') return skipTemplate(text, at)
  if (CLOSING.has(sign)) return skipBracket(text, at)
  // A slash begins a pattern where no value stands before it.
  if (sign === '/' && !/[\w)\]}'"`$]/.test(before)) return skipPattern(text, at)
  return at + 1
}

export function skipString(text: string, from: number): number {
  const quote = text.charAt(from)
  let at = from + 1
  while (at < text.length && text.charAt(at) !== quote && text.charAt(at) !== '\n') {
    at += text.charAt(at) === '\\' ? 2 : 1
  }
  return at + 1
}

function skipTemplate(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text.charAt(at) !== '`') {
    if (text.charAt(at) === '\\') at += 2
    else if (text.startsWith('${', at)) at = skipBracket(text, at + 1)
    else at++
  }
  return at + 1
}

function skipBracket(text: string, from: number): number {
  const closing = CLOSING.get(text.charAt(from)) ?? ''
  let at = skipBlank(text, from + 1)
  let before = ''
  while (at < text.length && text.charAt(at) !== closing) {
    const next = skipToken(text, at, before)
    before = text.charAt(next - 1)
    at = skipBlank(text, next)
  }
  return at + 1
}

function skipPattern(text: string, from: number): number {
  let at = from + 1
  let inClass = false
  while (at < text.length && text.charAt(at) !== '\n' && (inClass || text.charAt(at) !== '/')) {
    if (text.charAt(at) === '[') inClass = true
    if (text.charAt(at) === ']') inClass = false
    at += text.charAt(at) === '\\' ? 2 : 1
  }
  return at + 1
}

function behind(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  return found === -1 ? text.length : found + sign.length
}
