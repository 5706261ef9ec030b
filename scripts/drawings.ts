// node scripts/drawings.ts: draws each reference platform beside its README, from the estate that it becomes. With --check
// it says which drawing is no longer what the platform is, and writes none.

import { readFileSync, writeFileSync } from 'node:fs'
import { platforms } from '../platforms/facts/all.ts'
import { drawingOf } from '../platforms/facts/drawing.ts'

const isCheck = process.argv.includes('--check')

for (const [folder, { platform }] of Object.entries(platforms)) {
  const file = `platforms/${folder}/drawing.svg`
  const svg = await drawingOf(platform)
  if (!isCheck) writeFileSync(file, svg)
  else if (readFileSync(file, 'utf8') !== svg) {
    console.error(`${file} is not what the platform is now: node scripts/drawings.ts draws it again`)
    process.exitCode = 1
  }
}
