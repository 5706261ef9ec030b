import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = mkdtempSync(join(tmpdir(), 'seaworthy-brief-'))
after(() => rmSync(root, { recursive: true, force: true }))

// Flags cannot be read back: whether V8 would still optimise a function is what shows them.
const script = `
const { fitBriefRun } = await import('${import.meta.resolve('../load/compile.ts')}')
const { readListed } = await import('${import.meta.resolve('./read-listed.ts')}')
function sum(a, b) { return a + b };
%PrepareFunctionForOptimization(sum);
sum(1, 2)
fitBriefRun()
readListed({ root: process.argv[1] }, process.argv.slice(2));
%OptimizeFunctionOnNextCall(sum);
sum(1, 2)
console.log((%GetOptimizationStatus(sum) & 16) !== 0)
`

function isOptimised(files: readonly string[]): boolean {
  const args = ['--allow-natives-syntax', '--input-type=module', '-e', script, root, ...files]
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim() === 'true'
}

const mebi = 2 ** 20
// No word of a manifest stands in them, so that they are read and no more.
const files: { readonly [name: string]: number } = {
  'small.json': 2,
  'half.json': 4 * mebi,
  'rest.json': 4 * mebi,
  'large.json': 8 * mebi + 1,
}
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), `[${' '.repeat(bytes - 2)}]`)

const rows: [name: string, files: readonly string[], isLong: boolean][] = [
  ['little is read: the run is over before optimising pays', ['small.json'], false],
  ['8 MiB are read', ['half.json', 'rest.json'], false],
  ['more, in several files', ['half.json', 'rest.json', 'small.json'], true],
  ['more, in one file', ['large.json'], true],
]

// As the flags are set for this version only.
const skip = !process.versions.node.startsWith('24.')

for (const [name, listed, isLong] of rows) {
  test(`a brief run: ${name}`, { skip }, () => assert.equal(isOptimised(listed), isLong))
}
