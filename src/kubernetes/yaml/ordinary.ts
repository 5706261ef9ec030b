// Events of an ordinary document in one pass: keys and values by indentation, dashes, texts of one line with or without
// quotes, blocks of text behind `|`. Whatever else stands there, the whole document is left to the scanner, which also says
// what is wrong with one: this finds no faults and must give the same events.

import { isBlankOrEnd } from './characters.ts'
import { addEvent, deepestNesting, emptied, KIND, mostEvents, noEvents, type YamlEvents } from './events.ts'
import { quotedEnd } from './ordinary-text.ts'
import { type Lines, value } from './ordinary-value.ts'

// Line breaks of other kinds, and marks of byte order.
const strange = /[\r\u0085\u2028\u2029\ufeff]/
const keySign = new Uint8Array(128)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-') keySign[sign.charCodeAt(0)] = 1
const longestKey = 1000

/** The events of a text that ends with a line break and \0; undefined where it is not ordinary. */
export function ordinaryEvents(text: string, into: YamlEvents = noEvents(text)): YamlEvents | undefined {
  if (strange.test(text)) return undefined
  const lines: Lines = { text, events: emptied(into, text), at: 0, columns: [], lists: [], awaited: -1 }
  for (;;) {
    const column = toContent(lines)
    const code = text.charCodeAt(lines.at)
    if (code === 0) break
    if (!entry(lines, column, code)) return undefined
  }
  if (lines.at < text.length - 1) return undefined
  closeTo(lines, -1, false)
  return lines.events.count > mostEvents ? undefined : lines.events
}

/** Passes empty lines and comments; the column of what stands next. */
function toContent(lines: Lines): number {
  const { text } = lines
  for (let start = lines.at; ; ) {
    let at = start
    let code = text.charCodeAt(at)
    while (code === 32) code = text.charCodeAt(++at)
    if (code === 35) at = text.indexOf('\n', at)
    else if (code !== 10) {
      lines.at = at
      return at - start
    }
    start = at + 1
  }
}

/** One line and what belongs to it; false where it is not ordinary. */
function entry(lines: Lines, column: number, code: number): boolean {
  const { text, at } = lines
  if (column === 0 && (code === 45 || code === 46) && isMark(text, at)) return false
  const isDash = code === 45 && isBlankOrEnd(text.charCodeAt(at + 1))
  closeTo(lines, column, isDash)
  return isDash ? dash(lines, column) : pair(lines, column)
}

function isMark(text: string, at: number): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at)
}

/** Ends the blocks that a line at this column does not belong to; what is awaited and does not come is null. */
function closeTo(lines: Lines, column: number, isDash: boolean): void {
  const { columns, lists, events } = lines
  for (let last = columns.length - 1; last >= 0; last--) {
    const own = columns[last] ?? -1
    if (lines.awaited >= 0) {
      // A list may stand no further in than its key.
      if (column > own || (column === own && isDash && lists[last] === false)) return
      addEvent(events, KIND.plain, lines.awaited, lines.awaited)
      lines.awaited = -1
    }
    // A list that stands no further in than its key ends with whatever is no dash.
    const isLeft = own > column || (own === column && !isDash && lists[last] === true && columns[last - 1] === column)
    if (!isLeft) return
    addEvent(events, KIND.end, lines.at, lines.at)
    columns.pop()
    lists.pop()
  }
}

/** Opens a block here, or goes on with the one at hand. */
function isInBlock(lines: Lines, column: number, isList: boolean): boolean {
  const { columns, lists, events, at } = lines
  const last = columns.length - 1
  if (last >= 0 && lines.awaited < 0) return columns[last] === column && lists[last] === isList
  // All has been said: a second value stands behind the document.
  if (last < 0 && events.count > 0) return false
  lines.awaited = -1
  if (columns.length >= deepestNesting) return false
  columns.push(column)
  lists.push(isList)
  addEvent(events, isList ? KIND.sequence : KIND.mapping, at, at)
  return true
}

function dash(lines: Lines, column: number): boolean {
  if (!isInBlock(lines, column, true)) return false
  const { text } = lines
  const behind = lines.at + 1
  let at = behind
  while (text.charCodeAt(at) === 32) at++
  const code = text.charCodeAt(at)
  lines.awaited = behind
  if (code === 10) {
    lines.at = at + 1
    return true
  }
  const inner = column + at - lines.at
  lines.at = at
  if (code === 45 && isBlankOrEnd(text.charCodeAt(at + 1))) return dash(lines, inner)
  if (isKey(text, at)) return pair(lines, inner)
  lines.awaited = -1
  return value(lines, code, column)
}

/** Whether a key begins here that ends with its colon on this line. */
function isKey(text: string, from: number): boolean {
  const end = keyEnd(text, from)
  return end > from && text.charCodeAt(end) === 58 && isBlankOrEnd(text.charCodeAt(end + 1))
}

function keyEnd(text: string, from: number): number {
  let at = from
  let code = text.charCodeAt(at)
  if (code === 34 || code === 39) {
    const end = quotedEnd(text, from, code)
    return end - from > longestKey ? -1 : end
  }
  // A dash may begin a key, though not an ordinary one.
  if (code === 45) return -1
  while (code < 128 && keySign[code] === 1) code = text.charCodeAt(++at)
  return at - from > longestKey ? -1 : at
}

function pair(lines: Lines, column: number): boolean {
  const { text, events, at: start } = lines
  if (!isKey(text, start) || !isInBlock(lines, column, false)) return false
  const end = keyEnd(text, start)
  addEvent(
    events,
    text.charCodeAt(start) === 34 || text.charCodeAt(start) === 39 ? KIND.quoted : KIND.plain,
    start,
    end,
  )
  let at = end + 1
  while (text.charCodeAt(at) === 32) at++
  const code = text.charCodeAt(at)
  const isNothing = code === 10 || (code === 35 && at > end + 1)
  if (!isNothing) {
    lines.at = at
    return value(lines, code, column)
  }
  lines.awaited = end + 1
  lines.at = text.indexOf('\n', at) + 1
  return true
}
