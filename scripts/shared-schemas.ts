// What a schema says in several places is said once under `definitions`, named by what it says.

import { createHash } from 'node:crypto'
import type { Schema } from './declared-schema.ts'

const least = 160

/** The same schema, smaller. */
export function withShared(schema: Schema): Schema {
  const counts = new Map<string, number>()
  count(schema, counts)
  const definitions: Record<string, unknown> = {}
  const made = again(schema, counts, definitions) as Schema
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...made, definitions: { ...(made.definitions as object), ...Object.fromEntries(sorted) } }
}

function count(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return
  const key = keyOf(value)
  const before = key === undefined ? 0 : (counts.get(key) ?? 0)
  if (key !== undefined) counts.set(key, before + 1)
  // What stands in something that was met before was counted with it.
  if (before === 0) for (const held of Object.values(value)) count(held, counts)
}

function again(value: unknown, counts: ReadonlyMap<string, number>, definitions: Record<string, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => again(one, counts, definitions))
  const inside = () =>
    Object.fromEntries(Object.entries(value).map(([name, held]) => [name, again(held, counts, definitions)]))
  const key = keyOf(value)
  if (key === undefined || (counts.get(key) ?? 0) < 2) return inside()
  const name = `same-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
  definitions[name] ??= inside()
  return { $ref: `#/definitions/${name}` }
}

// Only what is a schema by itself, and long enough to be worth a name.
function keyOf(value: object): string | undefined {
  if (Array.isArray(value) || !('type' in value || 'anyOf' in value)) return undefined
  if (typeof (value as { type?: unknown }).type === 'object' && !Array.isArray((value as { type?: unknown }).type))
    return undefined
  const key = JSON.stringify(value)
  return key.length < least ? undefined : key
}
