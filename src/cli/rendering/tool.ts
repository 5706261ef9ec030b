// helm and kustomize as they are found on the PATH, with the version that each says of itself.

import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import type { KeptRenderings } from './kept-renderings.ts'
import { runTool } from './run-tool.ts'

export interface Tool {
  readonly path: string
  /** What stands before its own arguments: `kustomize` for kubectl. */
  readonly first: readonly string[]
  /** `helm v4.3.1`. */
  readonly version: string
}

type Name = 'helm' | 'kustomize'

/** The tool; undefined where the PATH has none. A version is asked for once, and remembered by the file it is of. */
export async function findTool(name: Name, kept: KeptRenderings): Promise<Tool | undefined> {
  const own = onPath(name)
  const path = own ?? (name === 'kustomize' ? onPath('kubectl') : undefined)
  if (path === undefined) return undefined
  const first = own === undefined ? ['kustomize'] : []
  const { mtimeMs, size } = statSync(path)
  const key = `version ${path} ${mtimeMs} ${size}`
  const known = kept.get(key)
  if (known !== undefined) return { path, first, version: known }
  const version = await askVersion(name, path, own === undefined)
  if (version === undefined) return undefined
  kept.put(key, version)
  return { path, first, version }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

async function askVersion(name: Name, path: string, isKubectl: boolean): Promise<string | undefined> {
  const args = isKubectl ? ['version', '--client'] : name === 'helm' ? ['version', '--short'] : ['version']
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-'))
  try {
    const answer = await runTool({ path, args, folder })
    if ('fault' in answer) return undefined
    const [version] =
      /v\d+\.\d+\.\d+[\w.-]*/.exec(answer.text.split('\n').findLast((line) => /v\d/.test(line)) ?? '') ?? []
    // A build that does not know its version is told apart by its file.
    return `${name} ${version ?? `of ${statSync(path).size} bytes`}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
