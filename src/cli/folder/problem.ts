import type { ReadProblem } from '../../kubernetes/read.ts'

/** What is wrong with a file as a whole. */
export function problemOf(file: string, says: string, next: string): ReadProblem {
  return { file, line: 1, says, next }
}

/** `EACCES`, as the system names what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
