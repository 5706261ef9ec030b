// What the worker and its parent say to each other: plain data, nothing that refers to anything.

import type { Problem } from '../../platform/problem.ts'
import type { StrippedFile } from './kept-files.ts'

/** What a worker is started with: what it may load before it knows of which file. */
export interface Start {
  /** One of `tasks.ts` or `estate-tasks.ts`. */
  readonly task: string
  /** Where compiled modules are kept between runs. */
  readonly cache?: string
}

/** What it is told once it runs, as its first message. */
export interface Task {
  /** The platform file, a real path. */
  readonly file: string
  /** The folder below which its imports must lie. */
  readonly project: string
  /** What the task is told, as plain data. */
  readonly options?: unknown
  readonly asOf: string
  /** The user's files without their types, all of them and unchanged since; absent where that is not known. */
  readonly kept?: readonly StrippedFile[]
  /** Ids of assumptions that are taken to be false. */
  readonly denied: readonly string[]
}

export type Answer =
  /** From here on, the user's file runs: what fails before is a fault of ours. */
  | { readonly is: 'starts' }
  /** The user's file has run: what follows is our own work, and ends. */
  | { readonly is: 'loaded' }
  | { readonly is: 'prints'; readonly file: string; readonly line: number; readonly text: string }
  | { readonly is: 'done'; readonly result: unknown; readonly toKeep?: readonly StrippedFile[] }
  /** It waits for a text without its types (`Stripped`), and wakes up at its turn. */
  | { readonly is: 'strip'; readonly path: string; readonly text: string; readonly turn: Int32Array }
  /** A file is loaded that was not among those kept. */
  | { readonly is: 'again' }
  | { readonly is: 'problems'; readonly problems: readonly Problem[] }
  /** The file did what it must not, or failed by itself. */
  | { readonly is: 'refused'; readonly says: string; readonly next: string }
  /** A fault of ours, with its stack. */
  | { readonly is: 'fault'; readonly stack: string }
