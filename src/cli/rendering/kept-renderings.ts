// What was rendered before: kept by the digest of everything that went in, in a folder of the user's own.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

export interface KeptRenderings {
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
}

/** Never throws: where nothing can be kept, everything is rendered again. */
export function keptRenderings(folder = ownFolder()): KeptRenderings {
  const fileOf = (key: string) => join(folder ?? '', `${digestOf(key)}.gz`)
  return {
    get(key) {
      try {
        return folder === undefined ? undefined : gunzipSync(readFileSync(fileOf(key))).toString('utf8')
      } catch {
        return undefined
      }
    },
    put(key, text) {
      if (folder === undefined) return
      const unfinished = `${fileOf(key)}.${process.pid}`
      try {
        writeFileSync(unfinished, gzipSync(text, { level: 1 }), { mode: 0o600, flag: 'wx' })
        renameSync(unfinished, fileOf(key))
      } catch {
        rmSync(unfinished, { force: true })
      }
    },
  }
}

export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

// What lies there is taken for what helm printed: nobody else may write it.
function ownFolder(): string | undefined {
  try {
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'seaworthy', 'rendered')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = statSync(folder)
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0) ? folder : undefined
  } catch {
    return undefined
  }
}

/** A folder of renderings that stands beside what was rendered, `--rendered DIR`: read whatever tool made them. */
export function renderingsIn(folder: string | undefined) {
  const fileOf = (name: string, key: string) => join(folder ?? '', `${name}.${digestOf(key).slice(0, 16)}.yaml`)
  return {
    get(name: string, key: string): string | undefined {
      if (folder === undefined) return undefined
      const file = fileOf(name, key)
      return existsSync(file) ? readFileSync(file, 'utf8').replace(/^# rendered by .*\n/, '') : undefined
    },
    fileOf,
  }
}
