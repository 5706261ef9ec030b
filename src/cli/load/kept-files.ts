// What a platform file and its imports are without their types, kept between runs beside Node's compiled modules: the
// stripper of types takes longer to load than most platforms take to be made.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** A file of TypeScript, as it stands and without its types; line and column stay. */
export interface StrippedFile {
  readonly path: string
  readonly text: string
  readonly stripped: string
}

/** The files that a run loaded, where each still says the same; else nothing. Never throws. */
export function keptFiles(folder: string, platformFile: string): readonly StrippedFile[] | undefined {
  try {
    const kept = readFileSync(nameOf(folder, platformFile), 'utf8')
    const body = kept.slice(kept.indexOf('\n') + 1)
    if (kept !== sealed(body)) return undefined
    const files: readonly StrippedFile[] = JSON.parse(body)
    const isSame = ({ path, text }: StrippedFile) => readFileSync(path, 'utf8') === text
    return files.some(({ path }) => path === platformFile) && files.every(isSame) ? files : undefined
  } catch {
    return undefined
  }
}

/** Keeps them for the next run; where that is not possible, the next run strips again. */
export function keepFiles(folder: string, platformFile: string, files: readonly StrippedFile[]): void {
  const name = nameOf(folder, platformFile)
  const unfinished = `${name}.${process.pid}`
  try {
    writeFileSync(unfinished, sealed(JSON.stringify(files)), { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, name)
  } catch {
    rmSync(unfinished, { force: true })
  }
}

// The folder is of one version of Node, and so is what its stripper makes.
const nameOf = (folder: string, platformFile: string) => join(folder, `seaworthy-${crc32(platformFile)}.json`)

const sealed = (body: string) => `${crc32(body)}\n${body}`
