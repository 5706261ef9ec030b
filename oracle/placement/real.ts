import { isObject, type JsonObject } from '../json.ts'
import { type AskedProcess, askedProcess, isFailure } from '../values/asked-process.ts'
import type { Question } from './scene.ts'

/** What the real scheduler did with one pod (oracle/go/scheduler/ask.go). */
export interface RealAnswer {
  readonly pod: string
  readonly feasible: readonly string[]
  /** By node, the plugin that stopped it there; a plugin without a name: left out before filtering. */
  readonly refused?: { readonly [node: string]: RealRefusal }
  /** By node, every plugin that refuses when it is asked alone. */
  readonly also?: { readonly [node: string]: readonly RealRefusal[] }
  readonly nowhere?: RealRefusal
  readonly scores?: { readonly [node: string]: RealScore }
  readonly best?: readonly string[]
  readonly chosen?: string
  /** By node, what preemption there would cost. */
  readonly candidates?: { readonly [node: string]: RealCost }
  readonly nominated?: string
  /** Volumes and claims as they stand when the pod is bound. */
  readonly bound?: readonly JsonObject[]
  /** The scheduler gave up, and would try again. */
  readonly error?: string
}

export interface RealRefusal {
  readonly plugin: string
  readonly reasons: readonly string[]
}

export interface RealScore {
  readonly by: { readonly [plugin: string]: number }
  readonly total: number
}

export interface RealCost {
  readonly victims: readonly string[]
  readonly violating: number
}

export interface RealScheduler {
  /** Throws where the program itself fails. */
  ask(question: Question): Promise<readonly RealAnswer[]>
  stop(): void
}

export function startScheduler(program: string): RealScheduler {
  const process: AskedProcess = askedProcess({ command: program, args: [], longestSeconds: 120 })
  return {
    async ask(question) {
      const [answer = null] = await process.ask([question as unknown as JsonObject])
      const pods = isObject(answer) && !isFailure(answer) ? answer.pods : undefined
      if (question.ask.length > 0 && !Array.isArray(pods))
        throw new Error(`the scheduler fails: ${JSON.stringify(answer)}`)
      return (pods ?? []) as unknown as readonly RealAnswer[]
    },
    stop: () => process.stop(),
  }
}
