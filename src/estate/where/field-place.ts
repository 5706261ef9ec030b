// Where a field is written in a TypeScript file: from the place of a noun's call, into its object literal. What is not
// written there (a variable, a spread) ends the search at the deepest field that is.

export type FieldPath = readonly (string | number)[]

export interface Place {
  readonly line: number
  readonly column: number
}

/** The place of the deepest part of `path` that the call's first object literal writes; undefined where its first part is not. */
export function fieldPlace(text: string, call: Place, path: FieldPath): Place | undefined {
  const start = offsetOf(text, call)
  const open = start === undefined ? -1 : text.indexOf('(', start)
  if (open < 0) return undefined
  const literal = firstObject(text, open)
  const found = literal === undefined ? undefined : deepest(text, literal, path)
  return found === undefined ? undefined : placeOf(text, found)
}

// The first argument of a call that is an object literal.
function firstObject(text: string, open: number): number | undefined {
  for (const { value } of partsOf(text, open)) if (text[value] === '{') return value
  return undefined
}

function deepest(text: string, literal: number, [step, ...rest]: FieldPath): number | undefined {
  if (step === undefined) return undefined
  const part = [...partsOf(text, literal)].find(({ name, index }) => name === String(step) || index === step)
  if (!part) return undefined
  const isLiteral = text[part.value] === '{' || text[part.value] === '['
  return (isLiteral ? deepest(text, part.value, rest) : undefined) ?? part.start
}

interface Part {
  /** Name of a field; undefined for members of lists and arguments. */
  readonly name?: string
  readonly index?: number
  readonly start: number
  /** Where its value begins. */
  readonly value: number
}

/** The fields, members or arguments between the bracket at `open` and its partner. */
function* partsOf(text: string, open: number): Generator<Part> {
  const isObject = text[open] === '{'
  let index = 0
  let at = afterBlank(text, open + 1)
  while (at < text.length && !closes(text[at])) {
    if (isObject) {
      const field = fieldAt(text, at)
      if (field) yield field
    } else yield { index, start: at, value: at }
    index++
    at = afterValue(text, at)
    if (text[at] === ',') at = afterBlank(text, at + 1)
  }
}

const fieldName = /([A-Za-z_$][\w$]*|\d+)|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y

function fieldAt(text: string, start: number): Part | undefined {
  fieldName.lastIndex = start
  const found = fieldName.exec(text)
  if (!found) return undefined
  const name = found[1] ?? found[2] ?? found[3] ?? ''
  const colon = afterBlank(text, fieldName.lastIndex)
  // Without a colon the field is its own value: `{ requests }`.
  return { name, start, value: text[colon] === ':' ? afterBlank(text, colon + 1) : start }
}

/** The offset of the comma or bracket that ends the value at `at`. */
function afterValue(text: string, start: number): number {
  let depth = 0
  let at = start
  while (at < text.length) {
    const next = afterToken(text, at)
    const sign = text[at]
    if (next === at + 1) {
      if (depth === 0 && (sign === ',' || closes(sign))) return at
      if (sign === '(' || sign === '[' || sign === '{') depth++
      else if (closes(sign)) depth--
    }
    at = next
  }
  return at
}

function closes(sign: string | undefined): boolean {
  return sign === ')' || sign === ']' || sign === '}'
}

function afterBlank(text: string, start: number): number {
  let at = start
  while (at < text.length && (/\s/.test(text[at] ?? '') || isComment(text, at))) at = afterToken(text, at)
  return at
}

function isComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || text.startsWith('/*', at)
}

/** Past a comment or a string as a whole, else past one sign. */
function afterToken(text: string, at: number): number {
  if (text.startsWith('//', at)) return orEnd(text, text.indexOf('\n', at))
  if (text.startsWith('/*', at)) return orEnd(text, text.indexOf('*/', at + 2)) + 2
  const sign = text[at]
  return sign === "'" || sign === '"' || sign === '`' ? afterString(text, at) : at + 1
}

// What a template computes is passed over as text, but for its brackets.
function afterString(text: string, start: number): number {
  const quote = text[start]
  let at = start + 1
  while (at < text.length && text[at] !== quote) {
    if (text[at] === '\\') at += 2
    else if (quote === '`' && text.startsWith('${', at)) at = afterValue(text, at + 2) + 1
    else at++
  }
  return at + 1
}

function orEnd(text: string, at: number): number {
  return at < 0 ? text.length : at
}

function offsetOf(text: string, { line, column }: Place): number | undefined {
  let start = 0
  for (let left = line - 1; left > 0; left--) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return undefined
  }
  return start + column - 1
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
