import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { isObject, type Json, type JsonObject, jsonLine, readJson } from '../json.ts'

/** A program that answers one JSON line for one JSON line. */
export interface AskedProgram {
  readonly command: string
  readonly args: readonly string[]
  /** Of waiting for one answer; the machine may be busy with other things. */
  readonly longestSeconds: number
  /** What an answer comes to; the answer itself where this is absent. */
  readonly accept?: (answer: Json) => Json
}

export interface AskedProcess {
  ask(questions: readonly JsonObject[]): Promise<readonly Json[]>
  stop(): void
}

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  readonly lines: AsyncIterator<string>
}

/** Starts the program when it is asked. Where it hangs or ends, that is the answer, and another process goes on. */
export function askedProcess(program: AskedProgram): AskedProcess {
  let running: Running | undefined
  const end = () => {
    running?.child.kill('SIGKILL')
    running = undefined
  }

  return {
    async ask(questions) {
      const answers: Json[] = []
      while (answers.length < questions.length) {
        running ??= start(program)
        const left = questions.slice(answers.length)
        // An empty line ends a batch.
        running.child.stdin.write(`${left.map(jsonLine).join('')}\n`)
        while (running !== undefined && answers.length < questions.length) {
          const answer = await next(running, program)
          answers.push(answer)
          if (isFailure(answer)) end()
        }
      }
      return answers
    },
    stop: end,
  }
}

async function next({ lines }: Running, { longestSeconds, accept }: AskedProgram): Promise<Json> {
  const line = await orLate(lines.next(), longestSeconds)
  if (line === 'late') return { hangs: `no answer in ${longestSeconds} s` }
  if (line.done) return { crashed: 'the process has ended' }
  const answer = readJson(line.value)
  return accept === undefined ? answer : accept(answer)
}

/** Whether an answer is none: the process hung, ended, or took too much memory. */
export function isFailure(answer: Json): boolean {
  return isObject(answer) && ['hangs', 'crashed', 'memory'].some((key) => Object.hasOwn(answer, key))
}

function start({ command, args }: AskedProgram): Running {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  // A pipe breaks when the process has ended, and that shows where the next answer is awaited.
  child.stdin.on('error', () => {})
  child.on('error', () => {})
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  return { child, lines }
}

async function orLate<T>(answer: Promise<T>, seconds: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, 'late')
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
