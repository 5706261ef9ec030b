// What git calls the places that a folder is pushed to, where the folder is a working copy itself.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The addresses of its remotes; none where it is no working copy. */
export function remotesOf(root: string): readonly string[] {
  try {
    const config = readFileSync(join(root, '.git', 'config'), 'utf8')
    return [...config.matchAll(/^\s*url\s*=\s*(\S+)\s*$/gm)].map(([, url]) => url ?? '')
  } catch {
    return []
  }
}
