// The types of the user's files are taken away before Node sees them: by an earlier run, or by the parent.

import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Answer } from './answer.ts'
import type { StrippedFile } from './kept-files.ts'
import type { StripError, Stripped } from './strip-types.ts'

export interface Stripper {
  /** A file as an earlier run left it, if it is known. */
  readonly known: (path: string) => StrippedFile | undefined
  /** The text without its types; throws where it is no TypeScript, and where all should be known and this is not. */
  readonly strip: (path: string, text: string) => string
  /** Ends the time before the user's code. */
  readonly close: () => void
  /** What may be kept for the next run: nothing where something was loaded later. */
  readonly toKeep: () => readonly StrippedFile[]
}

// As they are before a user's file can change them.
const { wait } = Atomics
const { defineProperties } = Object

/** `ask` has the parent strip a text, unless all is known; `missing` is called where that was wrong. */
export function stripper(
  kept: readonly StrippedFile[] | undefined,
  ask: (path: string, text: string) => Stripped,
  missing: () => void,
): Stripper {
  const known = new Map(kept?.map((file) => [file.path, file]))
  const files: StrippedFile[] = []
  let isOpen = true
  let isLate = false
  return {
    known: (path) => known.get(path),
    strip(path, text) {
      if (kept) {
        missing()
        throw new Error(`${path} is not known`)
      }
      const answer = ask(path, text)
      if ('error' in answer) throw errorOf(answer.error)
      const { stripped } = answer
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

/** Asks the parent over a port, and waits: what loads a module waits for its text. */
export function askParent(port: MessagePort): (path: string, text: string) => Stripped {
  const turn = new Int32Array(new SharedArrayBuffer(4))
  return (path, text) => {
    turn[0] = 0
    port.postMessage({ is: 'strip', path, text, turn } satisfies Answer)
    wait(turn, 0, 0)
    const answer = receiveMessageOnPort(port)
    if (!answer) throw new Error(`nobody strips ${path}`)
    return answer.message as Stripped
  }
}

function errorOf({ message, code, stack }: StripError): Error {
  const error = new SyntaxError(message)
  const hidden = { configurable: true, writable: true }
  return defineProperties(error, { code: { ...hidden, value: code }, stack: { ...hidden, value: stack } })
}
