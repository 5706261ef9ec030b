// How long a cold `seaworthy check` takes as a whole process, of reference platforms beside an empty process, and
// of folders beside a process that only parses the same files with js-yaml and prints them as JSON.

import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Figure, Subject } from './figure.ts'
import type { Contender } from './pairs.ts'
import { checkWith, formsIn } from './published.ts'
import { type Measured, printTable } from './table.ts'
import { writeShop } from './write-shop.ts'

// As its document says it, and the two amended ones of which most is asked.
const platforms = [
  ['check/platform', 'platforms/gx-protocol/as-written.ts'],
  ['check/most-facts', 'platforms/asset-tokenization-kit/platform.ts'],
  ['check/most-objects', 'platforms/gx-protocol/platform.ts'],
] as const
const fintech = 'estates/fintech/platform'
const tools = join(process.env.SEAWORTHY_CACHE ?? join(homedir(), '.cache'), 'seaworthy/tools/bin')
const withTools = [tools, process.env.PATH].join(delimiter)

export const check: Subject = {
  name: 'check',
  *figures(size, tell) {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'))
    try {
      yield* inFolder(folder, size === 'short' ? 5 : 9, tell)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function* inFolder(folder: string, rounds: number, tell: (line: string) => void): Iterable<Figure> {
  const forms = formsIn(folder)
  const checks = (args: readonly string[]) => forms.map((form) => checkWith(form, folder, args))

  const empty: Contender = { name: 'node -e 0', args: ['-e', '0'] }
  for (const [id, platform] of platforms) {
    const cold = printTable(`check ${platform}`, [empty, ...checks([platform])], rounds, tell)
    yield* figuresOf(id, `check ${platform}, cold process`, 500, cold)
  }

  const shop = join(folder, 'k8s')
  const work = `check a folder of 1,000 manifests, ${(writeShop(shop) / 1e6).toFixed(1)} MB`
  const many = printTable(work, [parse(filesIn(shop)), ...checks([shop])], rounds, tell)
  yield* figuresOf('check/manifests', work, 1000, many)

  const nodes = ['staging', 'prod'].flatMap((name) => ['--nodes', `${name}=estates/fintech/nodes-${name}.yaml`])
  const peer = parse(filesIn('estates/fintech/rendered'))
  const estate = 'check an estate of 60 services, its renderings kept beside it'
  const kept = checks([fintech, ...nodes, '--rendered', 'estates/fintech/rendered'])
  yield* figuresOf('check/estate', estate, 1000, printTable(estate, [peer, ...kept], rounds, tell))
  if (existsSync(join(tools, 'helm')) && existsSync(join(tools, 'kustomize'))) {
    const warm = checks([fintech, ...nodes]).map((one) => ({ ...one, env: { ...one.env, PATH: withTools } }))
    const title = 'check the same, rendered by helm and kustomize in the first run'
    yield* figuresOf('check/rendered', title, 1000, printTable(title, [peer, ...warm], rounds, tell))
  } else tell(`not timed: rendering, for ${tools} has no helm and kustomize; .ci/run puts them there`)
}

/** The published form, beside the peer; the ratio says how many times the peer's time it takes. */
function* figuresOf(
  id: string,
  work: string,
  targetMs: number,
  [peer, published]: readonly Measured[],
): Iterable<Figure> {
  if (peer === undefined || published === undefined) return
  const { medianMs } = published
  yield {
    id,
    work,
    ours: `${medianMs.toFixed(0)} ms`,
    peer: `${peer.name}: ${peer.medianMs.toFixed(0)} ms`,
    ratio: peer.medianMs / medianMs,
    target: `≤ ${targetMs} ms`,
    met: medianMs <= targetMs,
  }
}

function filesIn(path: string): readonly string[] {
  return globSync('**/*.yaml', { cwd: path }).map((file) => join(path, file))
}

function parse(files: readonly string[]): Contender {
  const program = `
    const { readFileSync } = await import('node:fs')
    const { loadAll } = await import(${JSON.stringify(import.meta.resolve('js-yaml'))})
    for (const file of ${JSON.stringify(files)}) JSON.stringify(loadAll(readFileSync(file, 'utf8')))`
  return { name: 'js-yaml alone', args: ['--input-type=module', '-e', program] }
}
