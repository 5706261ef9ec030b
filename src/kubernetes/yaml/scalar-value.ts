// What one scalar stands for, by its tag or as it is written.
// Source for keys: sigs.k8s.io/yaml@v1.6.0/yaml.go:213.

import { KIND, scalarText, type YamlEvents } from './events.ts'
import { YamlFault } from './fault.ts'
import { floatKey, plainKey, plainScalar, type Scalar } from './scalar.ts'
import { taggedScalar } from './tagged.ts'

export function jsonScalar(events: YamlEvents, at: number): Scalar {
  const { text, starts, ends } = events
  const written = text.slice(starts[at], ends[at])
  const found: Scalar = JSON.parse(written)
  if (typeof found === 'number' && !Number.isFinite(found)) {
    throw new YamlFault(starts[at] ?? 0, `${written} is no number that fits into 64 bits`)
  }
  // As Go's decoder does with half a surrogate pair.
  return typeof found === 'string' ? found.toWellFormed() : found
}

export function scalar(events: YamlEvents, at: number): Scalar {
  const text = scalarText(events, at)
  const read = scalarOf(events, at, text)
  if (read === undefined) throw tagFault(events, at)
  if (typeof read === 'number' && !Number.isFinite(read)) {
    throw new YamlFault(events.starts[at] ?? 0, `${text} is no number that JSON can carry`)
  }
  return read
}

function scalarOf({ kinds, tags }: YamlEvents, at: number, text: string): Scalar | undefined {
  const tag = tags?.get(at)
  if (tag !== undefined) return taggedScalar(tag, text)
  return isPlain(kinds[at]) ? plainScalar(text) : text
}

export function tagFault(events: YamlEvents, at: number): YamlFault {
  const says = `${JSON.stringify(scalarText(events, at))} is not what its tag says, or not as JSON has it`
  return new YamlFault(events.starts[at] ?? 0, says)
}

function isPlain(kind: number | undefined): boolean {
  return kind === KIND.plain || kind === KIND.plainFolded
}

/** The text that a scalar stands for as a key; undefined for what is none, as a null. */
export function keyText(events: YamlEvents, at: number): string | undefined {
  const { kinds, tags } = events
  const text = scalarText(events, at)
  const tag = tags?.get(at)
  if (tag === undefined) return isPlain(kinds[at]) ? plainKey(text) : text
  const found = taggedScalar(tag, text)
  if (typeof found !== 'number') return found === null || found === undefined ? undefined : String(found)
  return tag.endsWith(':float') ? floatKey(found) : plainKey(text)
}
