// npm start: judges the first reference platform as its document stands and as it was amended, and tells the difference
// in one screen.

import { spawnSync } from 'node:child_process'
import { costs } from '../platforms/gx-protocol/costs.ts'
import { story } from '../platforms/gx-protocol/story.ts'
import { type Run, storyOf, takenLines } from './story.ts'

const folder = 'platforms/gx-protocol'
const width = Math.min(process.stdout.columns ?? 100, 100)

const asWritten = checked(`${folder}/as-written.ts`)
const amended = checked(`${folder}/platform.ts`)

console.log('A deployment document of 1,227 lines, judged as it was written, and as it was amended until it holds.\n')
for (const line of storyOf(asWritten, amended, story, width)) console.log(line)
console.log('\nwhat it takes')
for (const line of takenLines(costs(), width)) console.log(line)
console.log(`
next: npx seaworthy check ${folder}/as-written.ts   every finding (exit code 1)
      npx seaworthy check ${folder}/platform.ts     what holds, and on what (exit code 0)
      ${folder}/README.md   what was found and what was changed
      npx seaworthy --help   what else there is`)

function checked(path: string): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/seaworthy.mjs', 'check', path, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (status !== 0 && status !== 1) {
    process.stderr.write(stderr)
    process.exit(status ?? 3)
  }
  return JSON.parse(stdout) as Run
}
