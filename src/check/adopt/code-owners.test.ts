import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOwnersOf, ownersOfFile } from './code-owners.ts'

const text = `# who stands for what
*                 @plants/platform
/apps/            @plants/apps   # all apps
/apps/ledger/     @plants/money books@plants.example
/apps/ledger/docs
/with\\ blank/    @ann
`

const rows: [name: string, path: string, owners: readonly string[]][] = [
  ['the widest pattern', 'base/dns.yaml', ['@plants/platform']],
  ['the last pattern that means it wins', 'apps/shop/web.yaml', ['@plants/apps']],
  ['several owners', 'apps/ledger/db.yaml', ['@plants/money', 'books@plants.example']],
  ['a pattern without owners takes them away', 'apps/ledger/docs/page.md', []],
  ['a blank after a backslash', 'with blank/x.yaml', ['@ann']],
]

for (const [name, path, owners] of rows) {
  test(`code owners: ${name}`, () => {
    const read = codeOwnersOf(text)
    assert.deepEqual(read.skipped, [])
    assert.deepEqual(ownersOfFile(read, path), owners)
  })
}

test('code owners: what GitHub skips is skipped and named, the rest holds', () => {
  const read = codeOwnersOf('* @ann\n!/apps/ @ben\n/apps/[ab] @ben\n/apps/ ben\n')
  assert.deepEqual(ownersOfFile(read, 'apps/a'), ['@ann'])
  assert.deepEqual(read.skipped, [
    { line: 2, says: 'a pattern cannot be negated with !' },
    { line: 3, says: 'a pattern cannot hold a range [ ]' },
    { line: 4, says: 'ben is no @user, no @organization/team and no e-mail address' },
  ])
})
