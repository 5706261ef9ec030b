// A platform file is code: it runs in a thread with an empty environment, behind fences, for at most ten seconds; judging
// what it says is our own work, and may take longer.

import { existsSync, realpathSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Problem, problemLine } from '../../platform/problem.ts'
import { Refusal } from '../refusal.ts'
import type { Answer, Task } from './answer.ts'
import { type End, endOf, type Watch } from './end-of.ts'
import { keepFiles, keptFiles } from './kept-files.ts'
import { readyToStrip } from './strip-types.ts'
import { MEMORY_MIB, threadFor } from './thread.ts'

export interface LoadOptions {
  /** One of `tasks.ts` or `estate-tasks.ts`. */
  readonly task: string
  /** The day on which it is judged. */
  readonly asOf: string
  readonly denied?: readonly string[]
  readonly options?: unknown
  /** After how long it is ended; default ten seconds. */
  readonly longestMs?: number
  /** Where what the file prints goes; default: standard error. */
  readonly print?: (line: string) => void
}

const LONGEST_MS = 10_000
const JUDGING_MS = 120_000

/** Loads, lowers and judges a platform file; throws a Refusal for everything that its author can mend. */
export async function loadInWorker<T>(file: string, options: LoadOptions): Promise<T> {
  const path = realPath(file)
  const cache = getCompileCacheDir()
  const once = (kept?: Task['kept']) => {
    const end = endOf(threadFor(options.task, toldOf(path, options, kept)), watchOf(options))
    if (!kept) readyToStrip()
    return end
  }
  const first = await once(cache === undefined ? undefined : keptFiles(cache, path))
  const end = first.is === 'again' ? await once() : first
  if (end.is === 'done' && end.toKeep && cache !== undefined) keepFiles(cache, path, end.toKeep)
  if (end.is === 'done') return end.result as T
  throw errorOf(end, file)
}

function toldOf(file: string, { asOf, denied = [], options }: LoadOptions, kept?: Task['kept']): Task {
  return { file, project: projectOf(file), asOf, options, denied, kept }
}

function watchOf({ longestMs = LONGEST_MS, print = (line) => process.stderr.write(`${line}\n`) }: LoadOptions): Watch {
  return { longestMs, judgingMs: JUDGING_MS, memoryMiB: MEMORY_MIB, print: (prints) => printLines(prints, print) }
}

function errorOf(end: Exclude<End, { is: 'done' }>, file: string): unknown {
  const refusal = (because: string, next: string, exitCode = 2) =>
    new Refusal(because, { doing: `check ${file}`, next, exitCode })
  switch (end.is) {
    case 'refused':
      return refusal(end.says, end.next)
    case 'problems':
      return refusal(wrongWords(end.problems), 'mend them and check again', 1)
    case 'late':
      return end.ours
        ? refusal(`judging it took more than ${end.afterMs / 1000} s`, 'fewer open choices: undecided(…) multiplies')
        : refusal(`it did not end within ${end.afterMs / 1000} s`, 'look for a loop that never ends')
    case 'large':
      return refusal(...LARGE)
    case 'silent':
      return refusal(
        'it ended before it was judged: it waits for something that never comes',
        'export the platform without waiting',
      )
    case 'error':
      return end.ours ? end.error : refusal(...thrown(end.error))
    case 'fault':
      return new Error(`while judging ${file}\n${end.stack}`)
    case 'again':
      return new Error(`while judging ${file}: asked again with nothing kept`)
  }
}

const LARGE = [`it takes more than ${MEMORY_MIB} MiB of memory`, 'look for a list that grows for ever'] as const

function wrongWords(problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `\n  ${problemLine(problem, nameOf)}`).join('')
  return `${problems.length === 1 ? 'one thing in it is wrong' : `${problems.length} things in it are wrong`}${lines}`
}

function thrown(error: unknown): readonly [because: string, next: string] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return LARGE
  const message = error instanceof Error ? error.message.split('\n')[0] : 'something that is no error'
  return [`it throws ${message}`, 'mend what it throws']
}

function printLines({ file, line, text }: Extract<Answer, { is: 'prints' }>, print: (line: string) => void): void {
  for (const part of text.split('\n')) print(`${nameOf(file)}:${line} prints: ${part.replace(/\p{Cc}/gu, '\ufffd')}`)
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
