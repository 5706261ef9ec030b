// Fields and types of the API by minor, read from the generated texts when first asked for.
import { gatedIn } from './gates.ts'
import { knownMinor, newest } from './minors.ts'
import { schema as schema128 } from './schema-1-28.ts'
import { schema as schema129 } from './schema-1-29.ts'
import { schema as schema130 } from './schema-1-30.ts'
import { schema as schema131 } from './schema-1-31.ts'
import { schema as schema132 } from './schema-1-32.ts'
import { schema as schema133 } from './schema-1-33.ts'
import { schema as schema134 } from './schema-1-34.ts'
import { schema as schema135 } from './schema-1-35.ts'
import { schema as schema136 } from './schema-1-36.ts'

/**
 * Type name → field → type. Kinds stand under `apps/v1/Deployment`, all else under its own name. The type of a field that may be
 * dropped unread (`gates.ts`) begins with `~`.
 */
export type Schema = ReadonlyMap<string, ReadonlyMap<string, string>>

// From the newest to the oldest of `minors.ts`; each holds only what differs from the one before.
const texts = [schema136, schema135, schema134, schema133, schema132, schema131, schema130, schema129, schema128]
const read = new Map<number, Schema>()

export function schemaOf(minor: number): Schema {
  const known = knownMinor(minor)
  const had = read.get(known)
  if (had !== undefined) return had
  const schema = new Map(texts.slice(0, newest - known + 1).flatMap((text) => text.trim().split('\n').map(readLine)))
  for (const { of, field } of gatedIn(known)) {
    const wants = schema.get(of)?.get(field)
    if (wants !== undefined && !wants.startsWith('~')) schema.get(of)?.set(field, `~${wants}`)
  }
  read.set(known, schema)
  return schema
}

function readLine(line: string): [string, Map<string, string>] {
  const [name = '', ...fields] = line.split(' ')
  return [name, new Map(fields.map((field) => field.split(':') as [string, string]))]
}
