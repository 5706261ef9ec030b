// A platform file is code: it runs in a thread with an empty environment, behind fences, for at most ten seconds.

import { existsSync, realpathSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { dirname, extname, join, relative } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Problem, problemLine } from '../../platform/problem.ts'
import { Refusal } from '../refusal.ts'
import type { Answer, Task } from './answer.ts'

export interface LoadOptions {
  readonly task: Task['task']
  /** The day on which it is judged. */
  readonly asOf: string
  readonly denied?: readonly string[]
  /** After how long it is ended; default ten seconds. */
  readonly longestMs?: number
  /** Where what the file prints goes; default: standard error. */
  readonly print?: (line: string) => void
}

const LONGEST_MS = 10_000
const MEMORY_MIB = 1024
const WATCH_EVERY_MS = 100

/** Loads, lowers and judges a platform file; throws a Refusal for everything that its author can mend. */
export function loadInWorker<T>(file: string, options: LoadOptions): Promise<T> {
  const path = realPath(file)
  const doing = `check ${file}`
  const task: Task = {
    file: path,
    project: projectOf(path),
    task: options.task,
    asOf: options.asOf,
    denied: options.denied ?? [],
    cache: getCompileCacheDir(),
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./entry${extname(import.meta.url)}`, import.meta.url), {
      workerData: task,
      env: {},
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    })
    const end = once(() => {
      clearTimeout(timeout)
      clearInterval(watch)
      void worker.terminate()
    })
    const refuse = (because: string, next: string, exitCode = 2) => {
      end()
      reject(new Refusal(because, { doing, next, exitCode }))
    }
    const longestMs = options.longestMs ?? LONGEST_MS
    const timeout = setTimeout(
      () => refuse(`it did not end within ${longestMs / 1000} s`, 'look for a loop that never ends'),
      longestMs,
    )
    const watch = watchMemory(() =>
      refuse(`it takes more than ${MEMORY_MIB} MiB of memory`, 'look for a list that grows for ever'),
    )

    worker.on('message', (answer: Answer) => {
      if (answer.is === 'prints') return print(answer, options)
      end()
      if (answer.is === 'done') resolve(answer.result as T)
      else if (answer.is === 'fault') reject(new Error(`while judging ${file}\n${answer.stack}`))
      else if (answer.is === 'refused') refuse(answer.says, answer.next)
      else reject(wrong(doing, answer.problems))
    })
    worker.on('error', (error) => refuse(...thrown(error)))
    worker.on('exit', () =>
      refuse(
        'it ended before it was judged: it waits for something that never comes',
        'export the platform without waiting',
      ),
    )
  })
}

function print({ file, line, text }: Extract<Answer, { is: 'prints' }>, { print }: LoadOptions): void {
  const write = print ?? ((words: string) => process.stderr.write(`${words}\n`))
  for (const part of text.split('\n')) write(`${nameOf(file)}:${line} prints: ${withoutControls(part)}`)
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '�')
}

function wrong(doing: string, problems: readonly Problem[]): Refusal {
  const lines = problems.map((problem) => `\n  ${problemLine(problem, nameOf)}`).join('')
  const count = problems.length === 1 ? 'one thing in it is wrong' : `${problems.length} things in it are wrong`
  return new Refusal(`${count}${lines}`, { doing, next: 'mend them and check again', exitCode: 1 })
}

function thrown(error: unknown): [because: string, next: string] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return [`it takes more than ${MEMORY_MIB} MiB of memory`, 'look for a list that grows for ever']
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : 'something that is no error'
  return [`it throws ${message}`, 'mend what it throws']
}

// Memory outside the heap (buffers) is not bounded by the limits of a worker.
function watchMemory(tooMuch: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss()
  const most = before + 1.5 * MEMORY_MIB * 2 ** 20
  return setInterval(() => {
    if (process.memoryUsage.rss() > most) tooMuch()
  }, WATCH_EVERY_MS)
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}

function nameOf(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    throw new Refusal('there is no such file', {
      doing: `check ${file}`,
      next: 'name a platform file or a folder of manifests',
    })
  }
}

/** The nearest folder above the file that is a project; else the file's own. */
function projectOf(file: string): string {
  const own = dirname(file)
  for (let folder = own; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || existsSync(join(folder, '.git'))) return folder
  }
  return own
}
