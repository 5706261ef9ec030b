// A mapping or list in brackets on one line, of plain words and of texts in quotes: `{ app: shop }`, `["ALL"]`.

import { addEvent, deepestNesting, KIND, type YamlEvents } from './events.ts'
import { quotedEnd } from './ordinary-text.ts'

interface Brackets {
  readonly text: string
  readonly events: YamlEvents
  at: number
  depth: number
}

const wordSign = new Uint8Array(128)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./') wordSign[sign.charCodeAt(0)] = 1
// These may stand inside a word, and not begin one.
const innerSign = Uint8Array.from(wordSign)
for (const sign of '-+%@=') innerSign[sign.charCodeAt(0)] = 1

/** Adds the events of what begins at `start`, and gives the place behind it; undefined where it is not ordinary. */
export function flowEnd(text: string, start: number, events: YamlEvents, depth: number): number | undefined {
  const brackets: Brackets = { text, events, at: start, depth }
  return collection(brackets) ? brackets.at : undefined
}

function collection(brackets: Brackets): boolean {
  const { text, events, at } = brackets
  const isList = text.charCodeAt(at) === 91
  if (++brackets.depth >= deepestNesting) return false
  addEvent(events, isList ? KIND.sequence : KIND.mapping, at, at)
  brackets.at++
  const close = isList ? 93 : 125
  if (toSign(brackets) !== close) {
    for (;;) {
      if (!(isList ? item(brackets) : pair(brackets))) return false
      const code = toSign(brackets)
      if (code === close) break
      if (code !== 44) return false
      brackets.at++
      toSign(brackets)
    }
  }
  brackets.at++
  brackets.depth--
  addEvent(events, KIND.end, brackets.at, brackets.at)
  return true
}

function toSign(brackets: Brackets): number {
  let code = brackets.text.charCodeAt(brackets.at)
  while (code === 32) code = brackets.text.charCodeAt(++brackets.at)
  return code
}

function item(brackets: Brackets): boolean {
  const code = brackets.text.charCodeAt(brackets.at)
  if (code === 91 || code === 123) return collection(brackets)
  return word(brackets) && toSign(brackets) !== 58
}

function pair(brackets: Brackets): boolean {
  const { text, at } = brackets
  const isQuoted = text.charCodeAt(at) === 34 || text.charCodeAt(at) === 39
  if (!word(brackets) || text.charCodeAt(brackets.at) !== 58) return false
  const hasBlank = text.charCodeAt(++brackets.at) === 32
  if (!hasBlank && !isQuoted) return false
  toSign(brackets)
  return item(brackets)
}

const longestWord = 1000

function word(brackets: Brackets): boolean {
  const { text, events, at: start } = brackets
  const quote = text.charCodeAt(start)
  const isQuoted = quote === 34 || quote === 39
  let at = start
  if (isQuoted) at = quotedEnd(text, start, quote)
  else if (isSign(wordSign, quote)) while (isSign(innerSign, text.charCodeAt(at))) at++
  // A key stands within 1,024 characters.
  if (at <= start || at - start > longestWord) return false
  addEvent(events, isQuoted ? KIND.quoted : KIND.plain, start, at)
  brackets.at = at
  return true
}

function isSign(signs: Uint8Array, code: number): boolean {
  return code < 128 && signs[code] === 1
}
