// Whether each oracle can go red: every patch of oracle/faults makes one of Seaworthy's answers wrong, in a copy of this
// checkout, and the comparison of its folder has to find that.

import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { CannotGoOn } from './programs.ts'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'faults')
// What a comparison needs beside itself; the rest of a checkout is left out of the copy.
const copied = ['src', 'oracle', 'platforms', 'estates', 'scripts', 'bin', 'schema', 'package.json', 'tsconfig.json']
const longestSeconds = 120

export interface Fault {
  readonly comparison: string
  /** What is wrong with it, in words: the name of its file. */
  readonly says: string
  readonly patch: string
}

/** Every deliberate fault, by comparison and name. */
export async function faults(): Promise<readonly Fault[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.patch')).sort()
  return files.map((file) => {
    const [comparison = '', name = ''] = file.split('/')
    return { comparison, says: name.replace(/\.patch$/, '').replaceAll('-', ' '), patch: join(folder, file) }
  })
}

/** Runs the comparison of each fault on a copy that has it; the number of faults that nobody noticed. */
export async function tryFaults(
  { only, seed }: { readonly only?: string; readonly seed: number },
  say: (line: string) => void,
): Promise<number> {
  const chosen = (await faults()).filter(({ comparison }) => only === undefined || comparison === only)
  if (chosen.length === 0) throw new CannotGoOn(`no fault is kept for ${only}`, 'npm run oracle -- --faults')
  let unnoticed = 0
  for (const fault of chosen) {
    const started = performance.now()
    const isRed = await withCopy(async (copy) => {
      await patched(copy, fault)
      return (await compared(copy, fault, seed)) === 1
    })
    if (!isRed) unnoticed++
    const took = `(${((performance.now() - started) / 1000).toFixed(1)} s)`
    say(`${isRed ? 'red  ' : 'GREEN'}  ${fault.comparison.padEnd(14)} ${fault.says}  ${took}`)
  }
  say(`${chosen.length - unnoticed} of ${chosen.length} faults noticed`)
  return unnoticed
}

/** Throws where a patch does not fit what it is a fault of. */
async function patched(copy: string, { patch }: Fault): Promise<void> {
  const { code, errors } = await run('git', ['apply', patch], copy)
  if (code === 0) return
  const file = relative(root, patch)
  throw new CannotGoOn(`${file} does not fit the sources\n${errors.trim()}`, `make it anew: git diff src > ${file}`)
}

async function compared(copy: string, { comparison }: Fault, seed: number): Promise<number | null> {
  const args = ['oracle/run.ts', '--only', comparison, '--seed', String(seed), '--seconds', String(longestSeconds)]
  const { code, errors } = await run(process.execPath, [...args, '--show', '0', '--first'], copy)
  if (code !== 2 && code !== null) return code
  throw new CannotGoOn(`${comparison} could not be asked\n${errors.trim()}`, `npm run oracle -- --only ${comparison}`)
}

async function withCopy<T>(use: (copy: string) => Promise<T>): Promise<T> {
  const copy = await mkdtemp(join(tmpdir(), 'seaworthy-fault-'))
  try {
    for (const part of copied) await cp(join(root, part), join(copy, part), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    return await use(copy)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number | null; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, errors }))
  })
}
