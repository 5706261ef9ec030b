import { extname } from 'node:path'

const endings: ReadonlySet<string> = new Set(['.ts', '.mts', '.js', '.mjs'])

/** Whether a path names a platform rather than manifests. */
export function isPlatformFile(path: string): boolean {
  return endings.has(extname(path).toLowerCase())
}
