// Where a noun was called: the innermost frame of the user's files, and the frames that called it. Taken from the
// engine itself (util.getCallSites), which neither Error.prepareStackTrace nor a sourceURL comment can change.

import { fileURLToPath } from 'node:url'
import { getCallSites } from 'node:util'
import type { At } from './model.ts'
import { ownRoot } from './own.ts'
import type { Position } from './source.ts'

export const AT: unique symbol = Symbol.for('seaworthy.at')

const DEEPEST_FRAMES = 60

/** Where the noun that is being built was called; its file is empty where the code came from no file (eval). */
export function callSite(): At {
  const frames: Position[] = []
  for (const site of getCallSites(DEEPEST_FRAMES, { sourceMap: false })) {
    if (isOurs(site.scriptName)) continue
    frames.push({ file: fileOf(site.scriptName), line: site.lineNumber, column: site.columnNumber })
  }
  const [at = { file: '', line: 1, column: 1 }, ...via] = frames
  return { at, via }
}

/** Where this value was declared; undefined for what no noun made. */
export function atOf(value: object): At | undefined {
  const found = Object.getOwnPropertyDescriptor(value, AT)?.value
  return isAt(found) ? found : undefined
}

function isAt(value: unknown): value is At {
  return typeof value === 'object' && value !== null && 'at' in value && 'via' in value
}

function isOurs(script: string): boolean {
  if (script.startsWith('node:')) return true
  // A test beside the source is a user of it.
  return script.startsWith(ownRoot) && !/\.test\.[jt]s$/.test(script)
}

const files = new Map<string, string>()

function fileOf(script: string): string {
  const known = files.get(script)
  if (known !== undefined) return known
  const file = script.startsWith('file:') ? fileURLToPath(script) : ''
  files.set(script, file)
  return file
}
