// What docs/ci.md says works as it is written there: its blocks are taken out of the page and run.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, test } from 'node:test'
import { load } from 'js-yaml'
import { repository, shop } from './folder.ts'

const page = readFileSync('docs/ci.md', 'utf8')
const [action = '', workflow = ''] = blocks('yaml')
const [hook = ''] = blocks('sh')

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)
}

const { folder, write, git, remove } = repository()
after(remove)

const command = join(process.cwd(), 'bin/seaworthy.mjs')
write('tools/seaworthy', `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`)
write(
  'tools/npx',
  `#!/bin/sh\n[ "$1 $2" = "--yes seaworthy@0.1.0" ] || exit 9\nshift 2\nexec '${folder}/tools/seaworthy' "$@"\n`,
)
for (const tool of ['seaworthy', 'npx']) chmodSync(join(folder, 'tools', tool), 0o755)
write('.git/hooks/pre-commit', hook)
chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755)
write('.github/actions/seaworthy/action.yml', action)
write('.github/workflows/seaworthy.yml', workflow)

const env = { ...process.env, PATH: `${join(folder, 'tools')}${delimiter}${process.env.PATH}` }

function commit(message: string) {
  git('add', 'k8s')
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@plants.example', '-c', 'commit.gpgsign=false']
  const args = [...identity, 'commit', '--quiet', '-m', message]
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env })
  return { status, text: stdout + stderr }
}

test('ci: the hook lets through what breaks nothing new, and stops what does', () => {
  write('k8s/orders.yaml', shop('orders', { replicas: 2, mustStay: 2 }))
  assert.equal(commit('the first commit has nothing to be compared with').status, 0)
  write('k8s/cart.yaml', shop('cart', { replicas: 3, mustStay: 2 }))
  assert.equal(commit('what stood before is no news').status, 0)
  write('k8s/cart.yaml', shop('cart', { replicas: 3, mustStay: 3 }))
  const stopped = commit('it can never be drained')
  assert.notEqual(stopped.status, 0)
  assert.match(stopped.text, /✗ 1 newly broken\n[\s\S]*drains\/shop\/cart/)
})

interface Action {
  readonly runs: { readonly steps: readonly { readonly run?: string }[] }
}

function runSteps(more: { readonly [name: string]: string }) {
  const { runs } = load(action) as Action
  const summary = join(folder, 'summary.md')
  write('summary.md', '')
  const given = { ...env, JUDGED: 'k8s', VERSION: '0.1.0', AGAINST: '', GITHUB_STEP_SUMMARY: summary, ...more }
  const codes = runs.steps.flatMap(({ run }) => {
    if (run === undefined) return []
    const options = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run]
    return [spawnSync('bash', options, { cwd: folder, env: given }).status]
  })
  return { codes, summary: readFileSync(summary, 'utf8') }
}

test('ci: the steps of the action write results and a summary, and the last one fails', () => {
  const { codes, summary } = runSteps({})
  assert.deepEqual(codes, [0, 1])
  assert.match(summary, /^### Seaworthy: ✗ 2 broken\n/)
  assert.equal(JSON.parse(readFileSync(join(folder, 'seaworthy.sarif'), 'utf8')).version, '2.1.0')

  const change = runSteps({ AGAINST: 'main' })
  assert.deepEqual(change.codes, [0, 1])
  assert.match(change.summary, /^### Seaworthy: ✗ 1 broken\n\n`k8s` against `main`/)
})

test('ci: what could not be read ends with the first step', () => {
  write('k8s/bad.yaml', 'a: [\n')
  assert.deepEqual(runSteps({}).codes[0], 1)
})

const tools = join(process.env.SEAWORTHY_CACHE ?? join(homedir(), '.cache'), 'seaworthy/tools/bin')
const actionlint = [join(tools, 'actionlint')].find((tool) => existsSync(tool))
const skip = actionlint === undefined && 'actionlint is not there'

test('ci: actionlint finds nothing in the workflow, and something in a broken one', { skip }, () => {
  const lint = () => spawnSync(actionlint ?? '', ['-no-color'], { cwd: folder, encoding: 'utf8' })
  const fine = lint()
  assert.equal(fine.status, 0, fine.stdout + fine.stderr)
  write('.github/workflows/seaworthy.yml', workflow.replace('path: k8s', 'folder: k8s'))
  assert.equal(lint().status, 1)
})
