// The types of the user's files are taken away here rather than by Node, so that a run that finds everything as an
// earlier one left it need not load what does that.

import { stripTypeScriptTypes } from 'node:module'
import type { StrippedFile } from './kept-files.ts'

export interface Stripper {
  /** A file as an earlier run left it, if it is known. */
  readonly known: (path: string) => StrippedFile | undefined
  /** The text without its types; throws where it is no TypeScript, and where nothing is there that could tell. */
  readonly strip: (path: string, text: string) => string
  /** Ends the time before the user's code: what is loaded later is stripped by tools that it may have changed. */
  readonly close: () => void
  /** What may be kept for the next run: nothing where something was loaded later. */
  readonly toKeep: () => readonly StrippedFile[]
}

/** Loads what strips while there is no fence around it, unless all is known; `missing` is called where that was wrong. */
export function stripper(kept: readonly StrippedFile[] | undefined, missing: () => void): Stripper {
  const known = new Map(kept?.map((file) => [file.path, file]))
  const files: StrippedFile[] = []
  let isOpen = true
  let isLate = false
  if (!kept) stripTypeScriptTypes('')
  return {
    known: (path) => known.get(path),
    strip(path, text) {
      if (kept) {
        missing()
        throw new Error(`${path} is not known`)
      }
      const stripped = stripTypeScriptTypes(text)
      if (isOpen) files.push({ path, text, stripped })
      else isLate = true
      return stripped
    },
    close() {
      isOpen = false
    },
    toKeep: () => (isLate ? [] : files),
  }
}
