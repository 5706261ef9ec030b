import { spawnSync } from 'node:child_process'

/** A program to be timed as a whole process, from spawn to exit. */
export interface Contender {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface Times {
  readonly name: string
  readonly exitCode: number | null
  readonly sortedMs: readonly number[]
}

/** Runs all contenders in turn, round after round, so that what slows the machine slows each of them. */
export function alternate(contenders: readonly Contender[], rounds: number): Times[] {
  const taken = contenders.map((contender) => ({ contender, ms: [] as number[], exitCode: null as number | null }))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of taken) {
      const { ms, exitCode } = once(one.contender)
      one.ms.push(ms)
      one.exitCode = exitCode
    }
  }
  return taken.map(({ contender, ms, exitCode }) => ({
    name: contender.name,
    exitCode,
    sortedMs: ms.sort((a, b) => a - b),
  }))
}

/** One run, its output discarded. */
export function once({ args, env }: Contender): { ms: number; exitCode: number | null } {
  const since = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  return { ms: performance.now() - since, exitCode: status }
}

export const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
