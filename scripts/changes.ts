// node scripts/changes.ts [folder]: every field of a platform said differently, one at a time; what no verdict reads is
// printed, as platforms/<folder>/unread.ts lists it.

import { type Field, fieldsOf } from '../platforms/changes/fields.ts'
import { type Outcome, outcomeOf, verdictsOf } from '../platforms/changes/outcome.ts'
import { wordsAt } from '../platforms/changes/words-at.ts'
import { platforms } from '../platforms/facts/all.ts'

const folders = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(platforms)

for (const folder of folders) {
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
  console.log(`  ${counts.refused} allow no other value, ${counts.unread} are read by no verdict:`)
  for (const { name } of unread) console.log(`  '${name}',`)
}
