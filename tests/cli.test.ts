// Each session in tests/cli is a command line, what the terminal showed, and the exit code. The commands run as a user
// runs them, in tests/cli/fixtures. `UPDATE=1 node --test tests/cli.test.ts` writes them again: read the difference.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./cli', import.meta.url))
const command = fileURLToPath(new URL('../bin/seaworthy.mjs', import.meta.url))
const rewrites = process.env.UPDATE === '1' && process.env.CI === undefined

const sessions = globSync('*.md', { cwd: folder }).sort()
assert.ok(sessions.length > 0, 'no session lies in tests/cli')

suite('session', { concurrency: 2 }, () => {
  for (const file of sessions) {
    test(basename(file, '.md'), async () => {
      const path = join(folder, file)
      const written = readFileSync(path, 'utf8')
      const line = /^\$ seaworthy(?: (.*))?$/m.exec(written)
      assert.ok(line, `${file} holds a line that begins with $ seaworthy`)
      const shown = session(line[0], await run(wordsOf(line[1] ?? '')))
      if (rewrites) writeFileSync(path, shown)
      else assert.equal(shown, written)
    })
  }
})

interface Ended {
  readonly text: string
  readonly exitCode: number | null
}

/** As a shell takes them apart: blanks between quotes, single or double, part nothing. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'))
}

function session(line: string, { text, exitCode }: Ended): string {
  return `\`\`\`\n${line}\n${text}\n→ exit ${exitCode}\n\`\`\`\n`
}

function run(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], { cwd: join(folder, 'fixtures'), env: {} })
  const shown: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => shown.push(text))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ text: shown.join(''), exitCode }))
  })
}
