// What stands behind a key or a dash of an ordinary document.

import { isBlankOrEnd } from './characters.ts'
import { addEvent, addMade, KIND, type YamlEvents } from './events.ts'
import { flowEnd } from './ordinary-flow.ts'
import { literalText, quotedEnd } from './ordinary-text.ts'

/** An ordinary document while it is read. */
export interface Lines {
  readonly text: string
  readonly events: YamlEvents
  /** Where reading stands. */
  at: number
  /** Columns of the open blocks, and whether each is a list. */
  readonly columns: number[]
  readonly lists: boolean[]
  /** A key or a dash had nothing behind it: where its null would stand; -1 where nothing is awaited. */
  awaited: number
}

// What begins anything but a plain text, or may do so.
const plainStart = new Uint8Array(128).fill(1, 33)
for (const sign of '-?:,[]{}#&*!|>\'"%@`') plainStart[sign.charCodeAt(0)] = 0

/** A value that ends on this line, or a block of text; `column` is that of the block that holds it. */
export function value(lines: Lines, code: number, column: number): boolean {
  const { text, events, at: start } = lines
  if (code === 34 || code === 39) {
    const end = quotedEnd(text, start, code)
    if (end < 0 || !isLineDone(lines, end)) return false
    addEvent(events, KIND.quoted, start, end)
    return true
  }
  if (code === 91 || code === 123) {
    const end = flowEnd(text, start, events, lines.columns.length)
    return end !== undefined && isLineDone(lines, end)
  }
  if (code === 124) return block(lines, column)
  const next = text.charCodeAt(start + 1)
  const isPlain = code === 45 ? !isBlankOrEnd(next) : code >= 128 || plainStart[code] === 1
  return isPlain && plain(lines)
}

function plain(lines: Lines): boolean {
  const { text, events, at: start } = lines
  let end = start
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) continue
    if (code < 32) {
      if (code !== 10) return false
      lines.at = at + 1
      break
    }
    if (code === 35 && end < at) {
      lines.at = text.indexOf('\n', at) + 1
      break
    }
    if (code === 58 && isBlankOrEnd(text.charCodeAt(at + 1))) return false
    end = at + 1
  }
  addEvent(events, KIND.plain, start, end)
  return true
}

/** Whether nothing but a comment stands up to the end of the line; goes on behind it. */
function isLineDone(lines: Lines, end: number): boolean {
  const { text } = lines
  let at = end
  while (text.charCodeAt(at) === 32) at++
  const code = text.charCodeAt(at)
  if (code !== 10 && (code !== 35 || at === end)) return false
  lines.at = text.indexOf('\n', at) + 1
  return true
}

function block(lines: Lines, column: number): boolean {
  const { text, events, at: start } = lines
  const found = literalText(text, start, column)
  if (found === undefined) return false
  addMade(events, KIND.quotedMade, start, found.end, found.value)
  lines.at = found.lineStart
  return true
}
