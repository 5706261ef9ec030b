// `seaworthy import calm FILE --to platform.ts`: a first platform file, of what an architecture says.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseJson } from '../../kubernetes/parse-json.ts'
import { nearest } from '../../platform/nearest.ts'
import { text } from '../options.ts'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

const sources = ['calm']
const example = 'seaworthy import calm architecture.json --to platform.ts'
const mostBytes = 32 * 2 ** 20

export const importVerb = defineVerb({
  options: { to: text('FILE', 'the platform file that is written; one that is there is never written over') },
  about:
    'Reads an architecture of FINOS CALM (release 1.2, JSON) and writes a first platform file: clusters, environments, what runs in them and who calls whom. What it does not carry over is listed with the reason. Nodes, sizes, copies and promises are for people to say.',
  examples: [example, 'seaworthy check platform.ts'],

  async run(rest, { to }) {
    const path = pathOf(rest)
    const doing = `import ${path}`
    if (to === undefined) throw new Refusal('it is not said where to', { doing, next: example })
    if (existsSync(to))
      throw new Refusal(`${to} is there`, { doing, next: 'name a file that is not there yet: --to FILE' })
    const document = parsed(path, doing)
    const { readCalm } = await import('../import/read-calm.ts')
    const { skeletonOf } = await import('../import/skeleton.ts')
    const { skeletonText } = await import('../import/skeleton-text.ts')
    const read = readCalm(document)
    const [problem] = read.problems
    if (problem !== undefined) {
      const more = read.problems.length > 1 ? `, and ${read.problems.length - 1} more like it` : ''
      throw new Refusal(`it is no CALM architecture: ${problem}${more}`, {
        doing,
        next: 'validate it against https://calm.finos.org/release/1.2/meta/calm.json',
      })
    }
    const skeleton = skeletonOf(read)
    const { name } = document as { readonly name?: unknown }
    writeFileSync(to, skeletonText(typeof name === 'string' ? name : 'platform', skeleton), { flag: 'wx' })
    const components = skeleton.environments.reduce((sum, each) => sum + each.components.length, 0)
    const lines = [
      `${to}: ${count(skeleton.environments.length, 'environment')}, ${count(components, 'component')}`,
      ...skeleton.left.map(({ part, because }) => `left out  ${part}: ${because}`),
      `next: seaworthy check ${to}`,
    ]
    await write(lines.map((line) => `${clean(line)}\n`).join(''))
    return 0
  },
})

function pathOf([source, path, ...more]: readonly string[]): string {
  const doing = 'import'
  if (source !== undefined && !sources.includes(source)) {
    const near = nearest(source, sources)
    const next = near ? `did you mean ${near}?` : `one of ${sources.join(', ')}: ${example}`
    throw new Refusal(`nothing is imported from ${source}`, { doing, next })
  }
  if (path !== undefined && more.length === 0) return path
  throw new Refusal('one file is needed', { doing, next: example })
}

function parsed(path: string, doing: string): unknown {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Refusal('there is no such file', { doing, next: `name a file: ${example}` })
  if (found.size > mostBytes)
    throw new Refusal(`it is larger than ${mostBytes / 2 ** 20} MiB`, { doing, next: 'import a part of it' })
  try {
    return parseJson(readFileSync(path, 'utf8'))
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    throw new Refusal(`it is no JSON: ${because}`, { doing, next: 'name a CALM architecture in JSON' })
  }
}
