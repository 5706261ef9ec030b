import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Json, type JsonObject, readJson, sameText } from './json.ts'

const folder = join(import.meta.dirname, 'cases')

/** A case that disagreed once, or is worth keeping, with the answer of the real thing. */
export interface KeptCase {
  readonly asked: JsonObject
  readonly answer: Json
  /** Who answered. */
  readonly by: string
}

export async function keep(comparison: string, one: KeptCase): Promise<string> {
  const name = `${createHash('sha256').update(sameText(one.asked)).digest('hex').slice(0, 12)}.json`
  await mkdir(join(folder, comparison), { recursive: true })
  await writeFile(join(folder, comparison, name), `${JSON.stringify(one, null, 2)}\n`)
  return `oracle/cases/${comparison}/${name}`
}

/** The kept cases of a comparison by file name, in order; none where there is no folder. */
export async function keptCases(comparison: string): Promise<readonly (readonly [file: string, KeptCase])[]> {
  const files = await readdir(join(folder, comparison)).catch(() => [])
  return Promise.all(
    files
      .sort()
      .map(
        async (file) =>
          [file, readJson(await readFile(join(folder, comparison, file), 'utf8')) as unknown as KeptCase] as const,
      ),
  )
}

export function keptFolders(): Promise<readonly string[]> {
  return readdir(folder).then((names) => names.sort())
}
