// Writes src/engine/connectivity/kernel-bytes.ts, the bytes of kernel.wat beside it; --check tells whether they are its.

import { readFileSync, writeFileSync } from 'node:fs'
import { assembled } from './wat.ts'

const source = 'src/engine/connectivity/kernel.wat'
const made = 'src/engine/connectivity/kernel-bytes.ts'

const bytes = Buffer.from(assembled(readFileSync(source, 'utf8'))).toString('base64')
const lines = (bytes.match(/.{1,110}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')
const text = `// Made by scripts/kernel.ts of kernel.wat, and never written by hand.\n\n/** A WebAssembly module, in base64. */\nexport const kernelBytes =\n${lines}\n`

if (!process.argv.includes('--check')) writeFileSync(made, text)
else if (readFileSync(made, 'utf8') !== text) {
  console.error(`${made} is not what ${source} says\nnext: node scripts/kernel.ts`)
  process.exitCode = 1
}
