import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Platform } from '../../src/platform/model.ts'

const language = new URL('../../src/index.ts', import.meta.url).href

/** What the text of a platform file, without types, exports. Nouns are called from files alone, so it lies in one for a moment. */
export async function platformIn(code: string): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-platform-'))
  try {
    const file = join(folder, 'platform.mjs')
    writeFileSync(file, code.replaceAll("from 'seaworthy'", `from '${language}'`))
    return ((await import(pathToFileURL(file).href)) as { default: Platform }).default
  } finally {
    rmSync(folder, { recursive: true })
  }
}
