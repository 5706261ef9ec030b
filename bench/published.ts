// What npm would install, in a folder of its own: the command, the compiled files and the libraries, without the sources.

import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Contender } from './pairs.ts'

export interface Form {
  readonly name: string
  readonly bin: string
}

/** The published form below `folder`, and the checkout as it stands. */
export function formsIn(folder: string): readonly Form[] {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--to', join(folder, 'dist')], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`scripts/build.ts ended with ${status}`)
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  cpSync('package.json', join(folder, 'package.json'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  return [
    { name: 'check, published', bin: join(folder, 'bin/seaworthy.mjs') },
    { name: 'check, checkout', bin: 'bin/seaworthy.mjs' },
  ]
}

/** A check by one form, with caches of its own: what an earlier run kept is no part of it. */
export function checkWith({ name, bin }: Form, folder: string, args: readonly string[]): Contender {
  return { name, args: [bin, 'check', ...args], env: { XDG_CACHE_HOME: join(folder, 'cache', name) } }
}
