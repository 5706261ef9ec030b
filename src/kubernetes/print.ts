// Plain data as YAML that every reader takes alike, in one order whatever order it was built in.
import { blockLines, isBlockSafe, printText } from './print-scalar.ts'
import type { Manifest } from './types.ts'

// What a reader looks for first; all other keys follow by code point.
const firstKeys = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'annotations', 'image']
const rank: ReadonlyMap<string, number> = new Map(firstKeys.map((key, i) => [key, i]))

/** A manifest as YAML, ending with a line break; `status` stands last, what is undefined is left out. */
export function printManifest(manifest: Manifest): string {
  const out: Out = []
  const { status, ...rest } = manifest
  printFields(rest, '', '', out)
  if (status !== undefined) printFields({ status }, '', '', out)
  return out.join('')
}

/** Manifests as one stream, in the order given. */
export function printManifests(manifests: readonly Manifest[]): string {
  return manifests.map(printManifest).join('---\n')
}

// Parts of lines: joined once for each manifest, which keeps little alive.
type Out = string[]

// `lead` is what the first line begins with: the indent, or the dash of an item.
function printFields(fields: object, indent: string, lead: string, out: Out): void {
  let begins = lead
  for (const { name, key } of inOrder(fields)) {
    const value: unknown = (fields as Record<string, unknown>)[name]
    if (value === undefined) continue
    out.push(begins, key)
    printEntry(value, indent, out)
    begins = indent
  }
}

// As kubectl does, a list stands at the depth of its key.
function printEntry(value: unknown, indent: string, out: Out): void {
  if (Array.isArray(value) && value.length > 0) {
    out.push('\n')
    for (const item of value) printItem(item, indent, indent, out)
  } else if (isFilled(value)) {
    out.push('\n')
    const inner = `${indent}  `
    printFields(value, inner, inner, out)
  } else printLeaf(value, indent, out)
}

function printItem(item: unknown, indent: string, lead: string, out: Out): void {
  const inner = `${indent}  `
  if (Array.isArray(item) && item.length > 0) {
    for (const [at, each] of item.entries()) printItem(each, inner, at === 0 ? `${lead}- ` : inner, out)
  } else if (isFilled(item)) printFields(item, inner, `${lead}- `, out)
  else {
    out.push(lead, '-')
    printLeaf(item, indent, out)
  }
}

function printLeaf(value: unknown, indent: string, out: Out): void {
  if (typeof value === 'string' && isBlockSafe(value)) {
    const block = blockLines(value)
    out.push(' ', block.header, '\n')
    for (const line of block.lines) {
      if (line === '') out.push('\n')
      else out.push(indent, '  ', line, '\n')
    }
  } else out.push(' ', leafText(value), '\n')
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
  for (const name of Object.keys(value)) if ((value as Record<string, unknown>)[name] !== undefined) return true
  return false
}

interface Key {
  readonly name: string
  /** As it is printed, with its colon. */
  readonly key: string
  /** Sorts as the key does among others. */
  readonly order: string
}

// Manifests have few names for their fields; hostile ones must not fill the memory.
const known = new Map<string, Key>()
const mostKnown = 4096

function keyOf(name: string): Key {
  const had = known.get(name)
  if (had) return had
  const made = { name, key: `${printText(name)}:`, order: `${rank.get(name) ?? rank.size}${name}` }
  if (known.size < mostKnown) known.set(name, made)
  return made
}

// Few enough to be put in their places one by one.
function inOrder(fields: object): readonly Key[] {
  const names = Object.keys(fields)
  if (names.length > 24) return names.map(keyOf).sort((a, b) => (a.order < b.order ? -1 : 1))
  const keys: Key[] = []
  for (const name of names) {
    const key = keyOf(name)
    let at = keys.length
    for (; at > 0 && key.order < (keys[at - 1] as Key).order; at--) keys[at] = keys[at - 1] as Key
    keys[at] = key
  }
  return keys
}
