// Where a thing is said: a place in a document, a place in a file.

/** A place in a document that people read; lines count from 1. */
export interface Stated {
  readonly document: string
  readonly section: string
  readonly lines: readonly number[]
}

/** A place in a file; line and column count from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The template that makes it of what stands there. */
  readonly via?: Position
}
