// node scripts/changes.ts [--check] [--only REGEX] [folder]: every field of a platform said differently, one at a time; what no
// verdict reads is printed, or with --check held against platforms/<folder>/unread.ts: exit 1 where they differ.
// --only asks of the fields whose names match; --each says of every field what became of it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { fieldsOf } from '../platforms/changes/fields.ts'
import { beforeOf, type Outcome, outcomeOf } from '../platforms/changes/outcome.ts'
import { wordsAt } from '../platforms/changes/words-at.ts'
import { platforms } from '../platforms/facts/all.ts'
import { byCodePoint } from '../src/platform/order.ts'

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    share: { type: 'string' },
  },
  allowPositionals: true,
})
// Of the others nobody has said yet what no verdict reads.
const isAsked = (folder: string) => existsSync(new URL(`../platforms/${folder}/unread.ts`, import.meta.url))
const folders = positionals.length > 0 ? positionals : Object.keys(platforms).filter(isAsked)

for (const folder of folders) {
  if (values.share !== undefined) {
    const [at = 0, shares = 1] = values.share.split('/').map(Number)
    console.log(JSON.stringify(partOf(folder, at, shares)))
    continue
  }
  const names = await unreadIn(folder)
  if (!values.check) for (const name of names) console.log(`  '${name}',`)
  else if (!(await isListed(folder, names))) process.exitCode = 1
}

interface Part {
  readonly counts: { readonly [is in Outcome['is']]: number }
  /** Of those that no verdict reads. */
  readonly names: readonly string[]
}

// Each change is judged by itself: every processor takes its share of the fields.
async function unreadIn(folder: string): Promise<readonly string[]> {
  const shares = availableParallelism()
  const parts = await Promise.all(Array.from({ length: shares }, (_, at) => elsewhere(folder, at, shares)))
  const of = (is: Outcome['is']) => parts.reduce((sum, { counts }) => sum + counts[is], 0)
  const all = of('broken') + of('shown') + of('refused') + of('unread')
  console.log(`${folder}: ${all} fields: ${of('broken')} break something, ${of('shown')} are shown with their margin,`)
  console.log(`  ${of('refused')} allow no other value, ${of('unread')} are read by no verdict`)
  return parts.flatMap(({ names }) => names).sort(byCodePoint)
}

async function elsewhere(folder: string, at: number, shares: number): Promise<Part> {
  const asked = ['--share', `${at}/${shares}`, '--only', values.only, ...(values.each ? ['--each'] : [])]
  const child = spawn(process.execPath, ['scripts/changes.ts', ...asked, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`share ${at} of ${shares} ended with ${code}`)
  return JSON.parse(printed) as Part
}

function partOf(folder: string, at: number, shares: number): Part {
  const facts = platforms[folder]
  if (!facts) throw new Error(`no platform lies in ${folder}: ${Object.keys(platforms).join(', ')}`)
  const { platform } = facts
  const fields = fieldsOf(platform)
  const before = beforeOf(platform)
  const counts: { [is in Outcome['is']]: number } = { broken: 0, shown: 0, unread: 0, refused: 0 }
  const names: string[] = []
  const only = new RegExp(values.only)
  const asked = fields.filter(({ name }) => only.test(name))
  for (const [index, field] of asked.entries()) {
    if (index % shares !== at) continue
    const outcome = outcomeOf(field, before, wordsAt(fields, field))
    counts[outcome.is]++
    if (outcome.is === 'unread') names.push(field.name)
    if (values.each)
      console.error(`  ${field.name}: ${'verdict' in outcome ? `${outcome.is}, ${outcome.verdict}` : outcome.is}`)
  }
  return { counts, names }
}

async function isListed(folder: string, found: readonly string[]): Promise<boolean> {
  const { unread } = (await import(`../platforms/${folder}/unread.ts`)) as { unread: readonly string[] }
  const only = new RegExp(values.only)
  const unlisted = found.filter((name) => !unread.includes(name))
  const read = unread.filter((name) => only.test(name) && !found.includes(name))
  for (const name of unlisted)
    console.log(`  no verdict reads '${name}', and platforms/${folder}/unread.ts does not list it`)
  for (const name of read) console.log(`  some verdict reads '${name}', and platforms/${folder}/unread.ts lists it`)
  return unlisted.length + read.length === 0
}
