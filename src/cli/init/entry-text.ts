// An entry as the lines of a YAML list, with what it was guessed from above it.

import { printText } from '../../kubernetes/print-scalar.ts'
import type { Entry, Field, Item, Value } from './entry.ts'

export function entryText({ from, asks, fields }: Entry): readonly string[] {
  const lines = fieldLines(fields, '')
  const body = lines.map((line, i) => `${i === 0 ? '-' : ' '} ${line}`)
  const whence = from.map((one) => `# guessed from ${oneLine(one)}: confirm`)
  if (asks === undefined) return [...whence, ...body]
  return [`# ${oneLine(asks)}`, ...whence, ...body.map((line) => `# ${line}`)]
}

function fieldLines(fields: readonly Field[], indent: string): readonly string[] {
  return fields.flatMap(({ name, value, note, isOpen }) => {
    const lead = `${indent}${isOpen ? '# ' : ''}${name}:`
    if (typeof value === 'string') return [`${lead} ${scalar(value)}${noteText(note)}`]
    return [`${lead}${value.length === 0 ? ' []' : ''}${noteText(note)}`, ...below(value, indent)]
  })
}

function below(value: Exclude<Value, string>, indent: string): readonly string[] {
  return isItems(value)
    ? value.map(({ item, note }) => `${indent}- ${printText(item)}${noteText(note)}`)
    : fieldLines(value, `${indent}  `)
}

function isItems(value: readonly Item[] | readonly Field[]): value is readonly Item[] {
  return value.every((one) => 'item' in one)
}

// A duration is a text to every reader of YAML.
function scalar(value: string): string {
  return /^\d+(ms|s|m|h|d|w)$/.test(value) ? value : printText(value)
}

function noteText(note: string | undefined): string {
  return note === undefined ? '' : `  # ${oneLine(note)}`
}

// A line break in a name would end the comment that it stands in.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
