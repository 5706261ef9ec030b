// How a worker ends: with an answer, late, too large, in silence, or with an error of its own.

import type { Worker } from 'node:worker_threads'
import type { Answer } from './answer.ts'
import { stripTypes } from './strip-types.ts'

type Message = Exclude<Answer, { is: 'prints' } | { is: 'strip' } | { is: 'starts' } | { is: 'loaded' }>
type Prints = Extract<Answer, { is: 'prints' }>
type Strip = Extract<Answer, { is: 'strip' }>

export type End =
  | Message
  /** `ours` where the user's file had run before. */
  | { readonly is: 'late'; readonly afterMs: number; readonly ours: boolean }
  | { readonly is: 'large' }
  | { readonly is: 'silent' }
  /** `ours` where the user's file had not begun to run. */
  | { readonly is: 'error'; readonly error: unknown; readonly ours: boolean }

export interface Watch {
  /** For the user's file to run. */
  readonly longestMs: number
  /** For what is made of it then. */
  readonly judgingMs: number
  readonly memoryMiB: number
  readonly print: (prints: Prints) => void
}

const WATCH_EVERY_MS = 100

/** Waits for the end and sees to it that there is one; the worker is gone when this is settled. */
export async function endOf(worker: Worker, { longestMs, judgingMs, memoryMiB, print }: Watch): Promise<End> {
  let timeout: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise<End>((resolve) => {
      let ours = true
      worker.on('message', (answer: Answer) => {
        if (answer.is === 'prints') print(answer)
        else if (answer.is === 'strip') strip(worker, answer)
        else if (answer.is === 'starts') ours = false
        else if (answer.is === 'loaded') {
          clearTimeout(timeout)
          timeout = setTimeout(() => resolve({ is: 'late', afterMs: judgingMs, ours: true }), judgingMs)
        } else resolve(answer)
      })
      worker.on('error', (error) => resolve({ is: 'error', error, ours }))
      worker.on('exit', () => resolve({ is: 'silent' }))
      timeout = setTimeout(() => resolve({ is: 'late', afterMs: longestMs, ours: false }), longestMs)
      watch = watchMemory(memoryMiB, () => resolve({ is: 'large' }))
    })
  } finally {
    clearTimeout(timeout)
    clearInterval(watch)
    void worker.terminate()
  }
}

function strip(worker: Worker, { path, text, turn }: Strip): void {
  worker.postMessage(stripTypes(path, text))
  Atomics.store(turn, 0, 1)
  Atomics.notify(turn, 0)
}

// Memory outside the heap (buffers) is not bounded by the limits of a worker.
function watchMemory(memoryMiB: number, tooMuch: () => void): NodeJS.Timeout {
  const most = process.memoryUsage.rss() + 1.5 * memoryMiB * 2 ** 20
  return setInterval(() => {
    if (process.memoryUsage.rss() > most) tooMuch()
  }, WATCH_EVERY_MS)
}
