// A first promises file, end to end: written once, judged at once, each guess an assumption until somebody confirms it.

import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { repository, shop } from './folder.ts'

const { folder, write, seaworthy, remove } = repository()
after(remove)

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url))
cpSync(from('../../estates/small-shop'), join(folder, 'small-shop'), { recursive: true })
cpSync(from('../cli/fixtures/first'), join(folder, 'first'), { recursive: true })
const day = ['--at', '2026-11-21', '--kubernetes', '1.34']
const said = [...day, '--nodes', 'small-shop/nodes.yaml', '--assume', 'cni enforces policy']

interface Verdict {
  readonly id: string
  readonly kind: string
  readonly verdict: string
  readonly assumes: readonly { readonly says: string; readonly kind: string }[]
}

function promised(...args: readonly string[]): { verdicts: readonly Verdict[]; exitCode: number | null } {
  const { text, exitCode } = seaworthy('check', ...args, '--format', 'json')
  const { verdicts, unread } = JSON.parse(text) as { verdicts: readonly Verdict[]; unread: readonly unknown[] }
  assert.deepEqual(unread, [])
  return { verdicts: verdicts.filter(({ kind }) => kind === 'promise'), exitCode }
}

const verdictsBy = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(verdicts.map(({ id, verdict }) => [id, verdict]))

test('init: the small shop gets promises that check judges at once', () => {
  const { text, exitCode } = seaworthy('init', 'small-shop/k8s', ...said)
  assert.equal(exitCode, 0, text)
  assert.match(
    text,
    /^small-shop\/k8s\/promises\.yaml: 4 promises, 1 fact, each a guess; 4 more commented out, to be said\n/,
  )
  assert.match(text, /next: read it, then seaworthy check small-shop\/k8s --at 2026-11-21 /)
  const { verdicts, exitCode: judged } = promised('small-shop/k8s', ...said)
  assert.equal(judged, 1)
  // What does not hold on the first day is told beside it, and is no finding; no place on this machine stands there.
  const file = readFileSync(join(folder, 'small-shop/k8s/promises.yaml'), 'utf8')
  assert.match(file, /^# does not hold now: no pod of redis is replaced.*; what would be needed: /m)
  assert.match(file, /^# guessed from postgres\/statefulset\.yaml:1 \(it keeps volumes\): confirm$/m)
  assert.ok(!file.includes(folder))
  assert.deepEqual(verdictsBy(verdicts), {
    'reachedOnlyBy/shop/postgres': 'assumed',
    'reachedOnlyBy/shop/redis': 'assumed',
    'recovers/shop/corruption/postgres': 'assumed',
    'survives/shop/loss-of-a-node/payments': 'unknown',
    'survives/shop/loss-of-a-node/storefront': 'unknown',
  })
})

test('init: a guessed fact is an assumption, until its "guessed" is taken out', () => {
  assert.equal(seaworthy('init', 'first', ...day).exitCode, 0)
  const guesses = () => {
    const { verdicts } = promised('first', ...day)
    const recovers = verdicts.find(({ id }) => id === 'recovers/shop/corruption/ledger-db')
    assert.equal(recovers?.verdict, 'assumed')
    return recovers.assumes.filter(({ kind }) => kind === 'guess').map(({ says }) => says)
  }
  assert.deepEqual(guesses(), [
    'ledger-dump copies ledger-db (guessed from its name and the command of CronJob shop/ledger-dump)',
    'what is promised by guess is meant: confirm it, and take out its "guessed"',
  ])
  const file = join(folder, 'first/promises.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}guessed: .*\n/gm, ''))
  assert.deepEqual(guesses(), [])
})

test('init: lines are told as seen from the folder, wherever it is named from', () => {
  const { text, exitCode } = seaworthy('init', join(folder, 'first'), '--print', '--at', '2026-11-21')
  assert.equal(exitCode, 0)
  assert.match(text, /guessed from [a-z-]+\.yaml:\d+ /)
  assert.ok(!text.includes(folder), text)
})

test('init: what is there is never written over', () => {
  const file = join(folder, 'first/promises.yaml')
  const before = readFileSync(file, 'utf8')
  for (const more of [[], ['--file', 'first/other.yaml'], ['--file', 'first/promises.yaml']]) {
    const { text, exitCode } = seaworthy('init', 'first', ...more)
    assert.equal(exitCode, 2)
    assert.match(text, /first\/promises\.yaml is there already, and is never written over\nnext: /)
  }
  assert.equal(readFileSync(file, 'utf8'), before)
  assert.ok(!existsSync(join(folder, 'first/other.yaml')))
})

test('init: --file lies elsewhere, and check is told of it', () => {
  write('k8s/web.yaml', shop('web', { replicas: 2, mustStay: 1 }))
  const { text, exitCode } = seaworthy('init', 'k8s', '--file', 'mine.yaml')
  assert.equal(exitCode, 0)
  assert.match(text, /next: read it, then seaworthy check k8s --promises mine\.yaml\n/)
  assert.ok(!existsSync(join(folder, 'k8s/promises.yaml')))
  assert.deepEqual(promised('k8s', ...day, '--promises', 'mine.yaml').verdicts, [])
})

test('init: a platform says its promises itself', () => {
  write('platform.ts', 'export default 1\n')
  const { text, exitCode } = seaworthy('init', 'platform.ts')
  assert.equal(exitCode, 2)
  assert.match(text, /a platform says its promises itself\nnext: name a folder of manifests/)
})

test('init: what cannot be read is left out, and ends with 2', () => {
  write('half/web.yaml', shop('web', { replicas: 2, mustStay: 1 }))
  write('half/broken.yaml', 'a: [\n')
  assert.equal(seaworthy('init', 'half').exitCode, 2)
  assert.ok(existsSync(join(folder, 'half/promises.yaml')))
})
