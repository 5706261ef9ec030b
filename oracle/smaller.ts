import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * The smallest case found that still disagrees, by taking away one thing after the other: list items, keys, characters,
 * digits. `still` is asked at most `budget` times.
 */
export async function smallest<Case extends Json>(
  found: Case,
  still: (candidate: Case) => Promise<boolean>,
  budget = 400,
): Promise<Case> {
  let best = found
  let asked = 0
  for (let progress = true; progress; ) {
    progress = false
    for (const candidate of smallerOnes(best)) {
      if (asked++ >= budget) return best
      if (!(await still(candidate as Case))) continue
      best = candidate as Case
      progress = true
      break
    }
  }
  return best
}

/** Everything that is one step smaller: the largest steps first. */
export function* smallerOnes(json: Json): Generator<Json> {
  if (typeof json === 'string') yield* smallerTexts(json)
  else if (typeof json === 'number') yield* smallerNumbers(json)
  else if (Array.isArray(json)) yield* smallerLists(json)
  else if (isObject(json)) yield* smallerObjects(json)
}

function* smallerTexts(text: string): Generator<string> {
  if (text.length > 8) {
    const half = text.length >> 1
    yield text.slice(0, half)
    yield text.slice(half)
  }
  yield* withoutLines(text)
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1)
}

// A file shrinks by its lines first: a quarter of them, an eighth, at last one.
function* withoutLines(text: string): Generator<string> {
  const lines = text.split('\n')
  for (let size = lines.length >> 2; size >= 1; size >>= 1) {
    for (let at = 0; at < lines.length; at += size) yield lines.toSpliced(at, size).join('\n')
  }
  if (lines.length > 1) for (let at = 0; at < lines.length; at++) yield lines.toSpliced(at, 1).join('\n')
}

function* smallerNumbers(value: number): Generator<number> {
  for (const candidate of [0, 1, Math.trunc(value / 2), Math.trunc(value)]) {
    if (Math.abs(candidate) < Math.abs(value)) yield candidate
  }
}

function* smallerLists(list: readonly Json[]): Generator<Json> {
  if (list.length > 3) {
    yield list.slice(0, list.length >> 1)
    yield list.slice(list.length >> 1)
  }
  for (let at = 0; at < list.length; at++) yield list.toSpliced(at, 1)
  for (const [at, item] of list.entries()) for (const smaller of smallerOnes(item)) yield list.with(at, smaller)
}

function* smallerObjects(json: JsonObject): Generator<JsonObject> {
  for (const key of Object.keys(json)) {
    const { [key]: _, ...rest } = json
    yield rest
  }
  for (const [key, value] of Object.entries(json)) {
    for (const smaller of smallerOnes(value)) yield { ...json, [key]: smaller }
  }
}
