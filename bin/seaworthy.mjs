#!/usr/bin/env node
// Plain JavaScript that Node 20 reads, so that an older Node gets a sentence and not a syntax error.

import { existsSync } from 'node:fs'
import module from 'node:module'
import { knowOwnModules } from './own-modules.mjs'

const { node } = process.versions

if (Number.parseInt(node, 10) < 24) {
  process.stderr.write(`seaworthy: needs Node 24 or later, this is ${node}
next: install Node 24 (https://nodejs.org/en/download) and type the same again
`)
  process.exitCode = 2
} else {
  module.enableCompileCache()
  // The published package holds compiled files alone; a checkout runs its sources as they are.
  const source = new URL('../src/cli/main.ts', import.meta.url)
  const entry = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url)
  knowOwnModules(new URL('../', entry).href)
  const { main } = await import(entry)
  process.exitCode = await main(process.argv.slice(2))
}
