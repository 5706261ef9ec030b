import type { Json, JsonObject } from '../json.ts'
import type { AskedProcess } from './asked-process.ts'
import type { ValueComparison } from './comparison.ts'

/** Whoever gives our answers. */
export interface Answerer extends AskedProcess {
  /** The most memory that a process of its own has held; undefined where there is none. */
  peakBytes?(): number
}

/** Answers in this process. */
export function inProcess(comparison: ValueComparison): Answerer {
  return {
    ask: async (questions) => questions.map((question) => oursOrCrash(comparison, question)),
    stop: () => {},
  }
}

/** Our answer; a crash is an answer too, one that nobody else gives. */
export function oursOrCrash(comparison: Pick<ValueComparison, 'ours'>, asked: JsonObject): Json {
  try {
    return comparison.ours(asked)
  } catch (error) {
    return { crashed: String(error) }
  }
}
