// How long a cold `seaworthy check` takes as a whole process, of the first reference platform beside an empty process, and
// of folders beside a process that only parses the same files with js-yaml and prints them as JSON. Prints, and judges nothing.

import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Contender } from './pairs.ts'
import { checkWith, formsIn } from './published.ts'
import { printTable } from './table.ts'
import { writeShop } from './write-shop.ts'

const platform = 'platforms/gx-protocol/as-written.ts'
const fintech = 'estates/fintech/platform'
const tools = join(process.env.SEAWORTHY_CACHE ?? join(homedir(), '.cache'), 'seaworthy/tools/bin')
const withTools = [tools, process.env.PATH].join(delimiter)
const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'))

try {
  const forms = formsIn(folder)
  const checks = (args: readonly string[]) => forms.map((form) => checkWith(form, folder, args))

  const empty: Contender = { name: 'node -e 0', args: ['-e', '0'] }
  printTable(`check ${platform}`, [empty, ...checks([platform])], 15)

  const shop = join(folder, 'k8s')
  const bytes = writeShop(shop)
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  printTable(`check a folder of 1,000 manifests, ${size}`, [parse(filesIn(shop)), ...checks([shop])], 9)

  const nodes = ['staging', 'prod'].flatMap((name) => ['--nodes', `${name}=estates/fintech/nodes-${name}.yaml`])
  const peer = parse(filesIn('estates/fintech/rendered'))
  const kept = checks([fintech, ...nodes, '--rendered', 'estates/fintech/rendered'])
  printTable('check an estate of 60 services, its renderings kept beside it', [peer, ...kept], 9)
  if (existsSync(join(tools, 'helm')) && existsSync(join(tools, 'kustomize'))) {
    const warm = checks([fintech, ...nodes]).map((one) => ({ ...one, env: { ...one.env, PATH: withTools } }))
    printTable('the same, rendered by helm and kustomize in the first run', [peer, ...warm], 9)
  } else console.log(`not timed: rendering, for ${tools} has no helm and kustomize; .ci/run puts them there`)
} finally {
  rmSync(folder, { recursive: true, force: true })
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
