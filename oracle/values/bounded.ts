import { join } from 'node:path'
import { isObject, type Json } from '../json.ts'
import type { Answerer } from './answerer.ts'
import { askedProcess } from './asked-process.ts'

const longestSeconds = 60
const mostBytes = 2 ** 30

/** Our answers to one comparison by a process of its own, within a minute and 1 GiB each. */
export function bounded(asks: string): Answerer {
  let peakBytes = 0
  const accept = (given: Json): Json => {
    const { answer = null, peak } = isObject(given) ? given : {}
    peakBytes = Math.max(peakBytes, Number(peak))
    return Number(peak) > mostBytes ? { memory: `${Math.round(Number(peak) / 2 ** 20)} MiB` } : answer
  }
  // The heap's own bound ends a process that would go on to take the machine's memory.
  const heapMiB = Math.round((mostBytes / 2 ** 20) * 0.85)
  const args = [`--max-old-space-size=${heapMiB}`, join(import.meta.dirname, 'answer.ts'), asks]
  return { ...askedProcess({ command: process.execPath, args, longestSeconds, accept }), peakBytes: () => peakBytes }
}
