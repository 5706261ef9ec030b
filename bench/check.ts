// How long one cold `seaworthy check` of the first reference platform takes, as a whole process, beside an empty one:
// the published form (compiled) and the checkout (types stripped as it loads). Prints, and judges nothing.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, type Contender, median, once, type Times } from './pairs.ts'

const rounds = 15
const platform = 'platforms/gx-protocol/as-written.ts'
const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'))

try {
  publish(folder)
  const empty: Contender = { name: 'node -e 0', args: ['-e', '0'] }
  const published = checkWith('check, published', join(folder, 'bin/seaworthy.mjs'))
  const checkout = checkWith('check, checkout', 'bin/seaworthy.mjs')

  console.log(`check ${platform}: whole processes, ${rounds} of each in turn`)
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores; ms\n`)
  console.log(row(['', 'first', 'min', 'median', 'max', 'ratio', 'exit code']))
  const contenders = [empty, published, checkout]
  const firstMs = contenders.map((contender) => once(contender).ms)
  const all = alternate(contenders, rounds)
  for (const [index, times] of all.entries()) console.log(row(cells(times, firstMs[index] ?? Number.NaN, all[0])))
  console.log('\nfirst: the very first run, before Node keeps compiled code; ratio: of the medians, to node -e 0')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

// What npm would install: the command, the compiled files and the libraries, without the sources.
function publish(to: string): void {
  spawnSync('tsc', ['-p', 'tsconfig.build.json', '--outDir', join(to, 'dist')], { stdio: 'inherit' })
  cpSync('bin', join(to, 'bin'), { recursive: true })
  cpSync('package.json', join(to, 'package.json'))
  mkdirSync(join(to, 'cache'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(to, 'node_modules'))
}

function checkWith(name: string, bin: string): Contender {
  return { name, args: [bin, 'check', platform], env: { NODE_COMPILE_CACHE: join(folder, 'cache', name) } }
}

function cells({ name, exitCode, sortedMs }: Times, first: number, empty: Times | undefined): string[] {
  const middle = median(sortedMs)
  const figures = [first, sortedMs[0], middle, sortedMs.at(-1)].map((ms) => (ms ?? Number.NaN).toFixed(0))
  return [name, ...figures, (middle / median(empty?.sortedMs ?? [])).toFixed(1), String(exitCode)]
}

function row([name = '', ...rest]: readonly string[]): string {
  return `${name.padEnd(18)}${rest.map((cell) => cell.padStart(10)).join('')}`
}
