// The same command line, run on the files of a commit: in a process of its own whose folder is that of this run, so that
// every file has the name there that it has here.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../check/report.ts'
import type { Reason, Verdict } from '../../check/verdict.ts'
import { ownRoot } from '../../platform/own.ts'
import { Refusal } from '../refusal.ts'
import type { Checkout } from './checkout.ts'

export interface AskedAt {
  readonly path: string
  readonly root: string
  readonly doing: string
  /** Options of this run, by name. */
  readonly given: { readonly [option: string]: unknown }
}

/** undefined where nothing lies at the path in that commit. */
export async function judgedAt(
  { folder }: Checkout,
  { path, root, doing, given }: AskedAt,
): Promise<Report | undefined> {
  const from = relative(root, process.cwd())
  const isInside = from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from)
  const cwd = isInside ? join(folder, from) : folder
  const there = join(folder, relative(root, resolve(path)))
  if (!existsSync(there)) return undefined
  const named = isInside && !isAbsolute(path) && existsSync(cwd) ? path : there
  const args = ['check', named, '--format', 'json', ...optionsOf(given, existsSync(cwd) ? cwd : folder)]
  const { text, faults, exitCode } = await run(args, existsSync(cwd) ? cwd : folder)
  if (text === '')
    throw new Refusal(`the files of that commit could not be judged (exit ${exitCode}): ${faults.trim()}`, {
      doing,
      next: `seaworthy check ${path}, with that commit checked out`,
    })
  return reportFrom(text.replaceAll(JSON.stringify(folder + sep).slice(1, -1), ''))
}

const command = fileURLToPath(new URL('../bin/seaworthy.mjs', ownRoot))
// What is about the answer of this run, not about what is judged.
const own: ReadonlySet<string> = new Set(['format', 'show', 'width', 'against', 'unreached'])

// A file that the commit does not hold is taken as it is here.
function optionsOf(given: AskedAt['given'], cwd: string): readonly string[] {
  return Object.entries(given).flatMap(([option, value]) => {
    if (own.has(option) || value === undefined) return []
    if (value === true) return [`--${option}`]
    return (Array.isArray(value) ? value : [value]).map((one) => `--${option}=${placed(String(one), cwd)}`)
  })
}

function placed(value: string, cwd: string): string {
  const [, cluster = '', file = ''] = /^([^=/]*=)?(.*)$/.exec(value) ?? []
  const isHereOnly = existsSync(file) && !existsSync(resolve(cwd, file))
  return isHereOnly ? `${cluster}${resolve(file)}` : value
}

interface Ended {
  readonly text: string
  readonly faults: string
  readonly exitCode: number | null
}

function run(args: readonly string[], cwd: string): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const text: string[] = []
  const faults: string[] = []
  child.stdout.setEncoding('utf8').on('data', (part: string) => text.push(part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => faults.push(part))
  return new Promise((done, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => done({ text: text.join(''), faults: faults.join(''), exitCode }))
  })
}

type JsonReason = Omit<Reason, 'truth' | 'because' | 'says'> & {
  readonly truth: boolean | null
  readonly data: Reason['because']
  readonly says: string
  readonly rows: readonly (readonly [string, string])[]
}

// The machine's answer, turned back.
function reportFrom(text: string): Report {
  const whole = JSON.parse(text) as Omit<Report, 'verdicts'> & {
    verdicts: (Omit<Verdict, 'because'> & { because: JsonReason[] })[]
  }
  const verdicts = whole.verdicts.map((verdict): Verdict => {
    const because = verdict.because.map(({ truth, data, says, rows, ...rest }): Reason => {
      return { ...rest, truth: truth ?? undefined, because: data, says: { line: says, rows } }
    })
    return { ...verdict, because }
  })
  return { ...whole, verdicts }
}
