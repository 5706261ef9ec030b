// The thread in which a platform file runs. It takes longer to load what judges than the parent to find out what is asked:
// where a command line will surely need it, it is started ahead.

import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ownRoot } from '../../platform/own.ts'
import type { Start, Task } from './answer.ts'
import { fitThread } from './compile.ts'

/** Of old space, where what lives longer lies. */
export const MEMORY_MIB = 1024

interface Ahead {
  readonly task: string
  readonly worker: Worker
  /** It ended by itself, before anybody asked anything of it. */
  hasEnded: boolean
}

let ahead: Ahead | undefined

/** Starts a thread for a task of `tasks.ts`, before anybody knows of which file. It keeps no process alive. */
export function startAhead(task: string): void {
  const one: Ahead = { task, worker: start(task), hasEnded: false }
  one.worker.unref()
  for (const end of ['error', 'exit']) {
    one.worker.once(end, () => {
      one.hasEnded = true
    })
  }
  ahead = one
}

/** A thread that has been told its task: the one that was started ahead, if it is for that and was not told another. */
export function threadFor(name: string, task: Task): Worker {
  const worker = takeAhead(name) ?? start(name)
  worker.postMessage(task)
  return worker
}

function takeAhead(task: string): Worker | undefined {
  if (ahead?.task !== task || ahead.hasEnded) return undefined
  const { worker } = ahead
  ahead = undefined
  for (const end of ['error', 'exit']) worker.removeAllListeners(end)
  worker.ref()
  return worker
}

function start(task: string): Worker {
  fitThread()
  return new Worker(new URL('../bin/thread.mjs', ownRoot), {
    workerData: { task, cache: getCompileCacheDir() } satisfies Start,
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
}
