// The line of a template that writes a field, found by its keys and their indentation.

import { fieldIn } from './field-in.ts'

type Path = readonly (string | number)[]

export interface TemplateLine {
  /** From 1. */
  readonly line: number
  /** The actions that write it, with those of the blocks around that change what `.` is. */
  readonly expression: string
  /** What of the path lies within that which the expression writes. */
  readonly rest: Path
  /** From 1, where the object's first key stands. */
  readonly begin: number
}

/** From the object's line on; undefined where the template does not show its keys. */
export function templateLine(text: string, from: number, path: Path, manifest: object): TemplateLine | undefined {
  const lines = text.split('\n')
  let at = beginOf(lines, from - 1)
  const begin = at + 1 + lines.slice(at).findIndex((line) => !isSilent(line))
  let indent = -1
  let best: TemplateLine | undefined
  for (const [depth, step] of path.entries()) {
    const next =
      typeof step === 'number'
        ? itemAt(lines, at, indent, step, path.slice(0, depth), manifest)
        : keyAt(lines, at, indent, step)
    if (next === undefined) break
    at = next.line
    indent = next.indent
    best = { line: at + 1, expression: expressionAt(lines, at, indent), rest: path.slice(depth + 1), begin }
    if (next.isInline) break
    at = typeof step === 'number' ? at : at + 1
  }
  return best
}

function beginOf(lines: readonly string[], from: number): number {
  for (let at = from; at > 0; at--) if (/^---/.test(lines[at] ?? '')) return at + 1
  return 0
}

interface Found {
  readonly line: number
  readonly indent: number
  /** The value stands on the line itself. */
  readonly isInline: boolean
}

const isSilent = (line: string) => /^\s*(#|$|\{\{-?\s*(?:\/\*|if|else|end|with|range|define|\$\w+\s*:?=))/.test(line)
const indentOf = (line: string) => line.length - line.trimStart().length

/** A key below the line, deeper than `indent`, before the block ends. */
function keyAt(lines: readonly string[], from: number, indent: number, key: string): Found | undefined {
  let level: number | undefined
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^---/.test(line)) return undefined
    if (isSilent(line)) continue
    // The key may stand behind the dash of its item.
    const own = indentOf(line.replace(/^(\s*)- /, '$1  '))
    if (own <= indent) return undefined
    level ??= own
    if (own !== level) continue
    const [, written, rest] = /^\s*(?:- )?["']?([\w./-]+)["']?:\s*(.*)$/.exec(line) ?? []
    if (written === key) return { line: at, indent: own, isInline: (rest ?? '') !== '' && !/^[|>]/.test(rest ?? '') }
  }
  return undefined
}

// An item with a name is found by it; another one by its place.
function itemAt(
  lines: readonly string[],
  from: number,
  indent: number,
  step: number,
  path: Path,
  manifest: object,
): Found | undefined {
  const item = fieldIn(manifest, [...path, step])
  const name = fieldIn(item, ['name'])
  let count = 0
  let level: number | undefined
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^---/.test(line)) return undefined
    if (isSilent(line)) continue
    const own = indentOf(line)
    if (own < indent || (own === indent && !line.trimStart().startsWith('- '))) return undefined
    if (!line.trimStart().startsWith('- ')) continue
    level ??= own
    if (own !== level) continue
    const isNamed =
      typeof name === 'string' &&
      new RegExp(`^\\s*- name:\\s*["']?${name.replace(/[^\w-]/g, '.')}["']?\\s*$`).test(line)
    if (isNamed || (typeof name !== 'string' && count === step)) return { line: at, indent: own, isInline: false }
    count++
  }
  return undefined
}

/** What is on the line, and on the actions right below where it says nothing itself; the nearest `with` and `range` above. */
function expressionAt(lines: readonly string[], at: number, indent: number): string {
  const own = [lines[at] ?? '']
  const isSaid = /:\s+\S/.test(own[0] ?? '')
  for (let below = at + 1; !isSaid && below < lines.length; below++) {
    const line = lines[below] ?? ''
    if (!/^\s*(- )?\{\{/.test(line)) break
    own.push(line)
  }
  const around: string[] = []
  for (let above = at - 1; above >= 0 && around.length < 3; above--) {
    const line = lines[above] ?? ''
    if (/\{\{-?\s*(with|range)\b/.test(line) && indentOf(line) <= indent + 2) around.push(line)
    if (/\{\{-?\s*end\b/.test(line)) break
  }
  return [...own, ...around].join('\n')
}
