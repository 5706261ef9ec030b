import { type AskedProcess, askedProcess } from './asked-process.ts'

/** The real library, in a program of its own. */
export type Judge = AskedProcess

// It answers a whole batch at once, and go-yaml needs minutes for some files that are meant to take them.
const longestSeconds = 30

export function startJudge(program: string): Judge {
  return askedProcess({ command: program, args: [], longestSeconds })
}
