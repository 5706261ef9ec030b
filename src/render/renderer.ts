// What writes a platform for others: one pure function from what is declared and what it becomes to files.

import type { Estate } from '../estate/estate.ts'
import type { Platform } from '../platform/model.ts'

export interface Subject {
  /** Without open choices; what is planned may be in it. */
  readonly platform: Platform
  /** What it becomes, one for each cluster. */
  readonly estates: readonly Estate[]
  /** The day on which what is written holds, `2026-11-21`. */
  readonly asOf: string
  /** The text of a file that was loaded, for the lines of fields. */
  readonly textOf?: (file: string) => string | undefined
}

export interface RenderedFile {
  /** Below the folder that is written, `/` between names. */
  readonly path: string
  readonly text: string
}

/** A part of the model that is not written, and why. */
export interface Left {
  /** `planned environment staging`. */
  readonly part: string
  readonly because: string
}

export interface Rendered {
  /** Sorted by path. */
  readonly files: readonly RenderedFile[]
  /** Sorted by part. */
  readonly leaves: readonly Left[]
}

export interface Renderer {
  /** How it is typed: `seaworthy render kubernetes`. */
  readonly id: string
  /** What it writes, in a line. */
  readonly writes: string
  readonly render: (subject: Subject) => Rendered
}

export function defineRenderer(renderer: Renderer): Renderer {
  return renderer
}
