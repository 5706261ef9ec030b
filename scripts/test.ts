// npm test: the static checks, then every test. `npm test -- src/engine` runs the tests of one folder or file alone.

import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { staticChecks } from './check.ts'

const wanted = process.argv.slice(2)
// Of one file, many times what the slowest takes.
const longestMs = 900_000
const everywhere = ['src/**/*.test.ts', 'platforms/**/*.test.ts', 'tests/*.test.ts', 'oracle/**/*.test.ts']

const files = globSync(everywhere)
  .filter((file) => wanted.length === 0 || wanted.some((path) => file.startsWith(path)))
  .sort()

if (files.length === 0) {
  console.error(`no test lies under ${wanted.join(', ')}`)
  process.exit(2)
}

const objecting = wanted.length === 0 ? await staticChecks() : []
const code = await test()
if (objecting.length > 0) console.log(`\nnot in order: ${objecting.join(', ')} (see above)`)
process.exitCode = objecting.length > 0 ? 1 : code

function test(): Promise<number> {
  // Node leaves one core free unless told otherwise; on two cores that is half of them.
  const options = ['--test', '--test-reporter=spec', `--test-concurrency=${availableParallelism()}`]
  // What hangs is named and fails, instead of the whole run.
  options.push(`--test-timeout=${longestMs}`)
  // Each file is a process of its own: what one has read and compiled, the others need not, and nothing of it is left behind.
  const cache = mkdtempSync(join(tmpdir(), 'seaworthy-tests-'))
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const tests = spawn(process.execPath, [...options, ...files], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal))
  return new Promise((resolve) =>
    tests.on('exit', (status) => {
      rmSync(cache, { recursive: true, force: true })
      resolve(status ?? 1)
    }),
  )
}
