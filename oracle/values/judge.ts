import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Json, JsonObject } from '../json.ts'

/** The real library, in a program of its own. */
export interface Judge {
  ask(questions: readonly JsonObject[]): Promise<readonly Json[]>
  stop(): void
}

export function startJudge(program: string): Judge {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  // Its own pipe breaks only when it has ended, and that shows where the next answer is awaited.
  child.stdin.on('error', () => {})

  return {
    async ask(questions) {
      child.stdin.write(`${questions.map((question) => JSON.stringify(question)).join('\n')}\n\n`)
      const read: Json[] = []
      while (read.length < questions.length) {
        const { value, done } = await answers.next()
        if (done) throw new Error(`values ended after ${read.length} of ${questions.length} answers`)
        read.push(JSON.parse(value))
      }
      return read
    },
    stop: () => void child.stdin.end(),
  }
}
