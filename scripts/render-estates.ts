// Renders the charts and kustomizations of the estates with the real helm and kustomize, into the folders that tests read.
// With --check it writes nothing, and fails where a folder holds something else than the tools make now.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readFolder } from '../src/cli/folder.ts'
import { deployed } from '../src/cli/rendering/deployed.ts'
import { folderFound } from '../src/cli/rendering/folder-found.ts'
import { renderingsIn } from '../src/cli/rendering/kept-renderings.ts'
import { undeployed } from '../src/cli/rendering/undeployed.ts'

const estates = [
  { folder: 'estates/fintech/platform', rendered: 'estates/fintech/rendered' },
  { folder: 'tests/cli/fixtures/argo', rendered: 'tests/cli/fixtures/rendered/argo' },
  { folder: 'tests/cli/fixtures/flux', rendered: 'tests/cli/fixtures/rendered/flux' },
  { folder: 'tests/cli/fixtures/overlays', rendered: 'tests/cli/fixtures/rendered/overlays' },
]

const only = process.argv.includes('--check')
const results = []
for (const estate of estates) results.push({ ...estate, made: await rendered(estate) })
const differences = results.flatMap((result) => (only ? differing(result) : write(result)))
process.stdout.write(differences.map((line) => `${line}\n`).join(''))
if (only && differences.length > 0) {
  process.stderr.write('next: node scripts/run.mjs scripts/render-estates.ts, and read the difference\n')
  process.exitCode = 1
}

interface Result {
  readonly rendered: string
  /** Path of a file → what it holds. */
  readonly made: ReadonlyMap<string, string>
}

async function rendered(estate: { folder: string; rendered: string }): Promise<Result['made']> {
  const made = new Map<string, string>()
  const { fileOf } = renderingsIn(estate.rendered)
  const found = folderFound(readFolder(estate.folder), {})
  const { call } = found.rendering
  const rendering: typeof found.rendering = {
    ...found.rendering,
    async call(name, prepared) {
      const answer = await call(name, prepared)
      if ('fault' in answer) throw new Error(`${estate.folder}: ${name}: ${answer.fault}`)
      made.set(fileOf(name, answer.key), `# rendered by ${answer.by}\n${answer.text}`)
      return answer
    },
  }
  if (!(await deployed({ ...found, rendering }))) await undeployed({ ...found, rendering })
  return made
}

function differing({ made, rendered: folder }: Result): readonly string[] {
  const stale = existsSync(folder)
    ? readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((file) => !made.has(file))
    : []
  const changed = [...made].filter(
    ([file, text]) => !existsSync(file) || anySize(readFileSync(file, 'utf8')) !== anySize(text),
  )
  return [
    ...changed.map(([file]) => `${file} is not what the tools make now`),
    ...stale.map((file) => `${file} is made no more`),
  ]
}

// A tool that says no version is known by its size, which depends on the folders in which it was built.
function anySize(text: string): string {
  return text.replace(/^(# rendered by \w+) of \d+ bytes$/m, '$1')
}

function write({ made, rendered: folder }: Result): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  for (const [file, text] of made) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return [`${made.size} renderings in ${basename(dirname(folder))}/${basename(folder)}`]
}
