import assert from 'node:assert/strict'
import { readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repository, shop } from './folder.ts'

const { folder, write, git, seaworthy, remove } = repository()
after(remove)

const drained = { replicas: 3, mustStay: 2 }
const stuck = { replicas: 2, mustStay: 2 }
const check = (...more: readonly string[]) => seaworthy('check', 'k8s', '--at', '2026-11-21', ...more)
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('seaworthy-against-'))
const before = new Set(leftBehind())

write('k8s/orders.yaml', shop('orders', stuck))
write('k8s/cart.yaml', shop('cart', stuck))
write('k8s/web.yaml', shop('web', drained))
write('k8s/broken.yaml', 'a: [\n')
symlinkSync('/etc', join(folder, 'k8s/out'))
git('add', '.')
git('commit', '--quiet', '-m', 'before')

test('against: only what the change breaks and mends is shown, and only what it breaks fails', () => {
  write('k8s/cart.yaml', shop('cart', drained))
  const mended = check('--against', 'HEAD')
  assert.equal(mended.exitCode, 0, mended.text)
  assert.match(mended.text, /^k8s against HEAD · [0-9a-f]{12} · as of 2026-11-21\n1 mended\n/)
  assert.match(mended.text, /\n {2}\? drains\/shop\/cart {3}was broken, is unknown/)
  assert.doesNotMatch(mended.text, /drains\/shop\/orders|unread/, 'what stood before is no news')

  write('k8s/web.yaml', shop('web', stuck))
  const worse = check('--against', 'HEAD')
  assert.equal(worse.exitCode, 1)
  assert.match(worse.text, /✗ 1 newly broken {3}1 mended\n/)
  assert.match(worse.text, /\n✗ drains\/shop\/web\n[\s\S]*declared at k8s\/web\.yaml:17\n/)
})

test('against: what only goes out of sight is not mended', () => {
  const cart = shop('cart', stuck).replace(/(minAvailable[\s\S]*app: )cart/, '$1cat')
  write('k8s/cart.yaml', cart)
  const { text } = check('--against', 'HEAD')
  assert.doesNotMatch(text, /mended {3}|\nmended/)
  assert.match(text, /\nno longer asked: .*\n {2}✗ drains\/shop\/cart {3}was broken\n/)
  const markdown = check('--against', 'HEAD', '--format', 'markdown').text
  assert.match(markdown, /\? no longer asked, which mends nothing: `✗ drains\/shop\/cart {3}was broken`/)
  write('k8s/cart.yaml', shop('cart', drained))
})

test('against: every form says the same', () => {
  const json = JSON.parse(check('--against', 'main', '--format', 'json').text)
  assert.deepEqual(
    [json.broken[0].id, json.broken.length, json.mended[0].id],
    ['drains/shop/web', 1, 'drains/shop/cart'],
  )
  assert.equal(json.against.commit, git('rev-parse', 'main').trim())
  const markdown = check('--against', 'HEAD', '--format', 'markdown').text
  assert.match(markdown, /### Seaworthy: ✗ 1 broken\n\n`k8s` against `HEAD`[\s\S]*✓ mended: `drains\/shop\/cart`/)
  const { runs } = JSON.parse(check('--against', 'HEAD', '--format', 'sarif').text)
  assert.deepEqual(
    runs[0].results.map((one: { ruleId: string }) => one.ruleId),
    ['drains'],
  )
})

test('against: a file that cannot be read any more ends with 2', () => {
  write('k8s/new.yaml', 'b: [\n')
  const { text, exitCode } = check('--against', 'HEAD')
  assert.equal(exitCode, 2)
  assert.match(text, /1 place that cannot be read any more/)
  assert.match(text, /unread {2}k8s\/new\.yaml:/)
  write('k8s/new.yaml', '')
})

test('against: from a folder below the root, and by an absolute path, it is the same', () => {
  const absolute = seaworthy('check', join(folder, 'k8s'), '--at', '2026-11-21', '--against', 'HEAD')
  assert.match(absolute.text, /✗ 1 newly broken {3}1 mended\n/)
})

const refusals: [name: string, ref: string, says: RegExp][] = [
  ['what looks like an option', '--output=/tmp/x', /"--output=\/tmp\/x" is no commit\nnext: /],
  ['what is not there', 'nowhere', /has no commit nowhere\nnext: name a branch, a tag or a commit/],
  ['a file', 'HEAD:k8s/web.yaml', /has no commit HEAD:k8s\/web\.yaml/],
]

for (const [name, ref, says] of refusals) {
  test(`against: refused: ${name}`, () => {
    const { text, exitCode } = check(`--against=${ref}`)
    assert.match(text, says)
    assert.equal(exitCode, 2)
  })
}

test('against: a path that the commit does not have is all new', () => {
  write('more/web.yaml', shop('web', stuck))
  const { text, exitCode } = seaworthy('check', 'more', '--against', 'HEAD')
  assert.equal(exitCode, 1)
  assert.match(text, /note: HEAD has nothing at more: all is new/)
})

test('against: nothing is left behind, and the repository is as it was', () => {
  assert.deepEqual(
    leftBehind().filter((name) => !before.has(name)),
    [],
  )
  assert.match(
    git('status', '--porcelain'),
    /^ M k8s\/cart\.yaml\n M k8s\/web\.yaml\n\?\? k8s\/new\.yaml\n\?\? more\/\n$/,
  )
})
