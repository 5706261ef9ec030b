// node scripts/changes.ts [--check] [folder]: every field of a platform said differently, one at a time; what no verdict reads
// is printed, or with --check held against platforms/<folder>/unread.ts: exit 1 where they differ.

import { type Field, fieldsOf } from '../platforms/changes/fields.ts'
import { type Outcome, outcomeOf, verdictsOf } from '../platforms/changes/outcome.ts'
import { wordsAt } from '../platforms/changes/words-at.ts'
import { platforms } from '../platforms/facts/all.ts'

const given = process.argv.slice(2)
const isChecked = given.includes('--check')
const folders = given.filter((one) => one !== '--check')

for (const folder of folders.length > 0 ? folders : Object.keys(platforms)) {
  const names = unreadIn(folder).map(({ name }) => name)
  if (!isChecked) for (const name of names) console.log(`  '${name}',`)
  else if (!(await isListed(folder, names))) process.exitCode = 1
}

function unreadIn(folder: string): readonly Field[] {
  const facts = platforms[folder]
  if (!facts) throw new Error(`no platform lies in ${folder}: ${Object.keys(platforms).join(', ')}`)
  const { platform } = facts
  const fields = fieldsOf(platform)
  const before = verdictsOf(platform)
  const counts: { [is in Outcome['is']]: number } = { broken: 0, shown: 0, unread: 0, refused: 0 }
  const unread: Field[] = []
  for (const field of fields) {
    const { is } = outcomeOf(field, platform, before, wordsAt(fields, field))
    counts[is]++
    if (is === 'unread') unread.push(field)
  }
  console.log(
    `${folder}: ${fields.length} fields: ${counts.broken} break something, ${counts.shown} are shown with their margin,`,
  )
  console.log(`  ${counts.refused} allow no other value, ${counts.unread} are read by no verdict`)
  return unread
}

async function isListed(folder: string, found: readonly string[]): Promise<boolean> {
  const { unread } = (await import(`../platforms/${folder}/unread.ts`)) as { unread: readonly string[] }
  const unlisted = found.filter((name) => !unread.includes(name))
  const read = unread.filter((name) => !found.includes(name))
  for (const name of unlisted)
    console.log(`  no verdict reads '${name}', and platforms/${folder}/unread.ts does not list it`)
  for (const name of read) console.log(`  some verdict reads '${name}', and platforms/${folder}/unread.ts lists it`)
  return unlisted.length + read.length === 0
}
