import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { tally } from '../../check/report.ts'
import { verdict } from '../../check/sample-verdict.ts'
import { withCodeOwners } from './code-owners-file.ts'
import { repositoryOf } from './repository.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-test-')))
after(() => rmSync(home, { recursive: true, force: true }))

const write = (file: string, text: string) => {
  mkdirSync(join(home, file, '..'), { recursive: true })
  writeFileSync(join(home, file), text)
}
for (const folder of ['plain', 'git', 'git-owned', 'nested']) write(`${folder}/k8s/apps/web.yaml`, '')
for (const folder of ['git', 'git-owned']) write(`${folder}/.git/HEAD`, '')
write('plain/CODEOWNERS', '* @plants/all\n/k8s/ @plants/shop\n')
write('nested/CODEOWNERS', '* @plants/all\n')
write('nested/k8s/CODEOWNERS', '/apps/ @plants/apps\n')
write('git/k8s/CODEOWNERS', '/apps/ @plants/apps\n')
write('git-owned/.github/CODEOWNERS', '* @plants/root\n')
write('git-owned/k8s/CODEOWNERS', '* @plants/apps\n')

const web = (folder: string) => join(home, folder, 'k8s/apps/web.yaml')

// None of these is below the folder of the run.
const rows: [name: string, folder: string, owners: readonly string[] | undefined][] = [
  ['in a folder above, where nothing is a repository', 'plain', ['@plants/shop']],
  ['the nearest one', 'nested', ['@plants/apps']],
  ['beside what is judged, where the repository has none', 'git', ['@plants/apps']],
  ['that of the repository, where it has one', 'git-owned', ['@plants/root']],
]

for (const [name, folder, owners] of rows) {
  test(`owners: CODEOWNERS ${name}`, () => {
    const verdicts = [verdict('drains/shop/web', 'broken', { at: { file: web(folder), line: 1, column: 1 } })]
    const counts = { environments: 1, planned: 0, clusters: 1, nodes: 0, objects: 1 }
    const rest = { counts, advice: [], unread: [], notes: [], summary: tally(verdicts) }
    const report = { version: 1, asOf: '2026-11-21', title: 'k8s', verdicts, ...rest } as const
    const found = withCodeOwners(report, repositoryOf(join(home, folder, 'k8s')))
    assert.deepEqual(found.verdicts[0]?.owners, owners)
  })
}

test('repository: files are named from its root, or from what is judged', () => {
  assert.equal(repositoryOf(join(home, 'git/k8s')).inRepository(web('git')), 'k8s/apps/web.yaml')
  const plain = repositoryOf(join(home, 'plain/k8s'))
  assert.equal(plain.inRepository(web('plain')), 'apps/web.yaml')
  assert.equal(plain.inRepository(join(home, 'plain/nodes.yaml')), '../nodes.yaml')
  assert.equal(repositoryOf(web('plain')).inRepository(web('plain')), 'web.yaml')
})
