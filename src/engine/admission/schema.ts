// Fields and types of the API by minor, read from the generated texts when first asked for.
import { schema as schema132 } from './schema-1-32.ts'
import { schema as schema133 } from './schema-1-33.ts'
import { schema as schema134 } from './schema-1-34.ts'
import { schema as schema135 } from './schema-1-35.ts'
import { schema as schema136 } from './schema-1-36.ts'

/** Type name → field → type. Kinds stand under `apps/v1/Deployment`, all else under its own name. */
export type Schema = ReadonlyMap<string, ReadonlyMap<string, string>>

const newest = 36
// From the newest to the oldest; each holds only what differs from the one before.
const texts = [schema136, schema135, schema134, schema133, schema132]
const oldest = newest - texts.length + 1
const read = new Map<number, Schema>()

/** Both ends of the minors whose fields are known: `1.32` and `1.36`. */
export const oldestMinor = `1.${oldest}`
export const newestMinor = `1.${newest}`

/** 33 for `1.33`; the newest known for what is no version. */
export function minorNumber(minor: string): number {
  const [, number] = /^1\.(\d+)/.exec(minor) ?? []
  return number === undefined ? newest : Number(number)
}

/** The minor whose fields stand in for `minor`: itself where it is known, else the nearest. */
export function knownMinor(minor: number): number {
  return Math.min(newest, Math.max(oldest, minor))
}

export function schemaOf(minor: number): Schema {
  const known = knownMinor(minor)
  const had = read.get(known)
  if (had !== undefined) return had
  const schema = new Map(texts.slice(0, newest - known + 1).flatMap((text) => text.trim().split('\n').map(readLine)))
  read.set(known, schema)
  return schema
}

function readLine(line: string): [string, ReadonlyMap<string, string>] {
  const [name = '', ...fields] = line.split(' ')
  return [name, new Map(fields.map((field) => field.split(':') as [string, string]))]
}
