// Plain data as YAML that every reader takes alike, in one order whatever order it was built in.
import { blockLines, isBlockSafe, printText } from './print-scalar.ts'
import type { Manifest } from './types.ts'

// What a reader looks for first; all other keys follow by code point.
const firstKeys = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'annotations', 'image']
const rank: ReadonlyMap<string, number> = new Map(firstKeys.map((key, i) => [key, i]))

/** A manifest as YAML, ending with a line break; `status` stands last, what is undefined is left out. */
export function printManifest(manifest: Manifest): string {
  const lines: string[] = []
  const { status, ...rest } = manifest
  printFields(rest, '', lines)
  if (status !== undefined) printFields({ status }, '', lines)
  return `${lines.join('\n')}\n`
}

/** Manifests as one stream, in the order given. */
export function printManifests(manifests: readonly Manifest[]): string {
  return manifests.map(printManifest).join('---\n')
}

function printFields(fields: object, indent: string, lines: string[]): void {
  for (const key of Object.keys(fields).sort(byRank)) {
    const value: unknown = (fields as Record<string, unknown>)[key]
    if (value !== undefined) printEntry(`${indent}${printText(key)}:`, value, indent, lines)
  }
}

// As kubectl does, a list stands at the depth of its key.
function printEntry(lead: string, value: unknown, indent: string, lines: string[]): void {
  if (Array.isArray(value) && value.length > 0) {
    lines.push(lead)
    for (const item of value) printItem(item, indent, lines)
  } else if (isFilled(value)) {
    lines.push(lead)
    printFields(value, `${indent}  `, lines)
  } else printLeaf(lead, value, `${indent}  `, lines)
}

function printItem(item: unknown, indent: string, lines: string[]): void {
  const inner = `${indent}  `
  if (!isFilled(item) && !(Array.isArray(item) && item.length > 0)) {
    printLeaf(`${indent}-`, item, inner, lines)
    return
  }
  // The first line of what follows takes the place of its indent.
  const below: string[] = []
  if (Array.isArray(item)) for (const each of item) printItem(each, inner, below)
  else printFields(item, inner, below)
  lines.push(`${indent}- ${(below[0] ?? '').slice(inner.length)}`)
  for (const line of below.slice(1)) lines.push(line)
}

function printLeaf(lead: string, value: unknown, inner: string, lines: string[]): void {
  if (typeof value === 'string' && isBlockSafe(value)) {
    const block = blockLines(value)
    lines.push(`${lead} ${block.header}`)
    for (const line of block.lines) lines.push(line === '' ? '' : inner + line)
  } else lines.push(`${lead} ${leafText(value)}`)
}

function leafText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return printText(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot stand in a manifest`)
      return String(value)
    case 'object':
    case 'undefined':
      return value === null || value === undefined ? 'null' : Array.isArray(value) ? '[]' : '{}'
    default:
      throw new TypeError(`a ${typeof value} cannot stand in a manifest`)
  }
}

function isFilled(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).some((field) => field !== undefined)
}

function byRank(a: string, b: string): number {
  const difference = (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size)
  if (difference !== 0) return difference
  return a < b ? -1 : a > b ? 1 : 0
}
