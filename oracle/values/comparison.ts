import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'

/** One kind of question that Seaworthy and Kubernetes' own library both answer. */
export interface ValueComparison {
  /** What the Go program calls it, and the folder of its cases. */
  readonly asks: string
  readonly says: string
  /** Asked in a run where nobody says how many. */
  readonly cases: number
  /** The program that answers; `values` where this says nothing. */
  readonly answeredBy?: 'monitoring'
  /** How long it goes on in a run where nobody says how long. */
  readonly usualSeconds?: number
  invent(random: Random): JsonObject
  /** In the words of the Go program; `refused` below where it is refused. */
  ours(asked: JsonObject): Json
  /** What is compared of an answer; the whole of it where this says nothing. */
  compared?(answer: Json): Json
  /** Whether answers that are not the same text agree all the same. */
  alike?(ours: Json, theirs: Json): boolean
  /** Our answers come from a process of its own, within bounds: a hang or a crash is an answer too. */
  readonly isBounded?: boolean
  /** The name of a stated difference that the case falls under: it is counted apart, never as agreement. */
  apart?(asked: JsonObject, theirs: Json, ours: Json): string | undefined
  /** Whether a case that shrinking made can still be asked. */
  wellFormed(asked: JsonObject): boolean
}

export const refused = { refused: true }

/** Only the fact of a refusal is compared, never its words. */
export function comparable({ compared }: Pick<ValueComparison, 'compared'>, answer: Json): Json {
  if (isObject(answer) && answer.refused === true) return refused
  return compared === undefined ? answer : compared(answer)
}

/** Whether the case has each of the fields. */
export function has(...fields: readonly string[]): (asked: JsonObject) => boolean {
  return (asked) => fields.every((field) => asked[field] !== undefined)
}

/** Whether a text is JSON still. */
export function isJson(text: Json | undefined): boolean {
  try {
    return typeof text === 'string' && JSON.parse(text) !== null
  } catch {
    return false
  }
}
