// Judges the first reference platform as its document stands and as it was amended, and tells the difference in one
// screen. The two are judged at once, each by the command that a user types.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { costs } from '../platforms/gx-protocol/costs.ts'
import { story } from '../platforms/gx-protocol/story.ts'
import { type Run, storyOf, takenLines } from './story.ts'

const folder = 'platforms/gx-protocol'
const width = Math.min(process.stdout.columns ?? 100, 100)

const runs = Promise.all([checked(`${folder}/as-written.ts`), checked(`${folder}/platform.ts`)])
const taken = takenLines(costs(), width)
const [asWritten, amended] = await runs

console.log('A deployment document of 1,227 lines, judged as it was written, and as it was amended until it holds.\n')
for (const line of storyOf(asWritten, amended, story, width)) console.log(line)
console.log('\nwhat it takes')
for (const line of taken) console.log(line)
console.log(`
next: npx seaworthy check ${folder}/as-written.ts   every finding (exit code 1)
      npx seaworthy check ${folder}/platform.ts     what holds, and on what (exit code 0)
      ${folder}/README.md   what was found and what was changed
      npx seaworthy --help   what else there is`)

async function checked(path: string): Promise<Run> {
  const child = spawn(process.execPath, ['bin/seaworthy.mjs', 'check', path, '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code === 0 || code === 1) return JSON.parse(stdout) as Run
  process.stderr.write(stderr)
  return process.exit(code ?? 3)
}
