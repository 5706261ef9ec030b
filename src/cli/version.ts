import { readFile } from 'node:fs/promises'
import { ownRoot } from '../platform/own.ts'

/** Version of this package, `0.1.0`. */
export async function versionOf(): Promise<string> {
  const text = await readFile(new URL('../package.json', ownRoot), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
