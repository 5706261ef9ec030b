// Plain data as YAML that people read: what fits stands on one line, the rest one entry below the other, in the order given.

import { printText as safeText } from '../../kubernetes/print-scalar.ts'

const width = 100
// Deeper than this a line is short and still hard to read.
const deepest = 2

// An amount with its unit is a text to every reader, and easier to read without quotes.
const amount = /^\d+(\.\d+)?(Ki|Mi|Gi|Ti|k|M|G|T|ms|s|m|h|d|w|y|%)$/

function printText(text: string): string {
  return amount.test(text) ? text : safeText(text)
}

type Lines = string[]

/** The entries of an object, ending with a line break; top-level sections have an empty line before them. */
export function printData(data: object): string {
  const out: Lines = []
  for (const [key, value] of Object.entries(data)) {
    const line = `${printText(key)}: ${flowText(value)}`
    if (depthOf(value) <= 1 && line.length <= width) out.push(line)
    else {
      if (out.length > 0) out.push('')
      printEntry(`${printText(key)}:`, value, '', out)
    }
  }
  return `${out.join('\n')}\n`
}

function printEntry(lead: string, value: unknown, indent: string, out: Lines): void {
  const line = `${indent}${lead} ${flowText(value)}`
  if (!isFilled(value) || (indent !== '' && line.length <= width && depthOf(value) <= deepest)) out.push(line)
  else if (Array.isArray(value)) {
    out.push(`${indent}${lead}`)
    for (const item of value) printItem(item, indent, out)
  } else {
    out.push(`${indent}${lead}`)
    for (const [key, held] of Object.entries(value)) printEntry(`${printText(key)}:`, held, `${indent}  `, out)
  }
}

function printItem(item: unknown, indent: string, out: Lines): void {
  const line = `${indent}- ${flowText(item)}`
  if (!isFilled(item) || (line.length <= width && depthOf(item) <= deepest)) out.push(line)
  else if (Array.isArray(item)) {
    out.push(`${indent}-`)
    for (const one of item) printItem(one, `${indent}  `, out)
  } else {
    const inner: Lines = []
    for (const [key, held] of Object.entries(item)) printEntry(`${printText(key)}:`, held, `${indent}  `, inner)
    const [first = '', ...rest] = inner
    out.push(`${indent}- ${first.slice(indent.length + 2)}`, ...rest)
  }
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function depthOf(value: unknown): number {
  if (!isFilled(value)) return 0
  let deepest = 0
  for (const held of Object.values(value)) deepest = Math.max(deepest, depthOf(held))
  return 1 + deepest
}

// Marks that mean something between braces make a text quoted there.
const harmless = /^[A-Za-z0-9_./@%-]+( [A-Za-z0-9_./@-]+)*$/

function flowText(value: unknown): string {
  if (typeof value === 'string') {
    const text = printText(value)
    return text !== value || harmless.test(text) ? text : JSON.stringify(text)
  }
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, held]) => `${flowText(key)}: ${flowText(held)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
