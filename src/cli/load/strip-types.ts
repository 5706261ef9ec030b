// Takes the types away from a thread's files, in the parent of the thread. What does that is WebAssembly: a Node that lets go of
// one with every thread that ends fails now and then (nodejs/node#64500), and here it loads while the thread loads.

import { stripTypeScriptTypes } from 'node:module'

/** What became of a file's text, as plain data: the text without its types, line for line, or what is wrong with it. */
export type Stripped = { readonly stripped: string } | { readonly error: StripError }

export interface StripError {
  readonly message: string
  readonly code: string
  /** Begins with the file and the line. */
  readonly stack: string
}

export function stripTypes(path: string, text: string): Stripped {
  try {
    return { stripped: strip(text) }
  } catch {
    return { error: errorOf(path, text) }
  }
}

/** Loads what strips, before anybody asks. */
export function readyToStrip(): void {
  strip('')
}

// The place is told only where the text is told whose it is, which writes that into what it becomes.
function errorOf(path: string, text: string): StripError {
  try {
    strip(text, path)
    throw new Error('with its name it can be read, and without it not')
  } catch (error) {
    const { message, code, stack = '' } = error as Error & { readonly code?: string }
    if (error instanceof SyntaxError && code !== undefined) return { message, code, stack }
    // WebAssembly that fails says nothing of the text, and fails at whatever it is given next.
    const says = `what reads it gives up (${message.split('\n')[0]}), as it does where brackets are nested very deeply`
    return { message: says, code: 'ERR_INVALID_TYPESCRIPT_SYNTAX', stack: `${path}:1` }
  }
}

// Node tells the terminal once that this is an experiment of its own, which is no news for who checks a platform.
function strip(text: string, sourceUrl?: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(text, { mode: 'strip', sourceUrl })
  } finally {
    process.emitWarning = emitWarning
  }
}
