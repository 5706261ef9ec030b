import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repository, shop } from './folder.ts'

const { folder, write, seaworthy, remove } = repository()
after(remove)

const check = (...more: readonly string[]) => seaworthy('check', 'k8s', '--at', '2026-11-21', ...more)
const baseline = (...more: readonly string[]) => seaworthy('baseline', 'k8s', '--at', '2026-11-21', ...more)
const adopt = ['--owner', 'platform', '--until', '2027-03-31']
const file = 'k8s/seaworthy-baseline.yaml'

// In order, as a team would go: each step begins with what the one before left.
test('adoption: adopt, break something new, mend it, let it expire', () => {
  write('.github/CODEOWNERS', '/k8s/ @plants/shop\n')
  write('k8s/orders.yaml', shop('orders', { replicas: 2, mustStay: 2 }))
  const before = check()
  assert.equal(before.exitCode, 1)
  assert.match(before.text, /✗ drains\/shop\/orders\n.*\n {4}owner @plants\/shop\n/)

  const adopted = baseline(...adopt)
  assert.equal(adopted.exitCode, 0, adopted.text)
  assert.match(adopted.text, /^k8s\/seaworthy-baseline\.yaml: 1 finding, tolerated for platform until 2027-03-31\n/)
  assert.equal(check().exitCode, 0, 'what stood is tolerated')
  assert.equal(check('--baseline', file).exitCode, 0, 'also where the file is named')
  assert.equal(seaworthy('check', 'k8s/orders.yaml', '--at', '2026-11-21').exitCode, 0, 'also for one file beside it')

  write('k8s/cart.yaml', shop('cart', { replicas: 3, mustStay: 3 }))
  const worse = check()
  assert.equal(worse.exitCode, 1, 'what is new fails')
  assert.match(worse.text, /1 broken {3}1 waived/)

  write('k8s/cart.yaml', shop('cart', { replicas: 3, mustStay: 2 }))
  assert.equal(check().exitCode, 0, 'mended')

  assert.equal(seaworthy('check', 'k8s', '--at', '2027-03-31').exitCode, 0, 'on its last day')
  const late = seaworthy('check', 'k8s', '--at', '2027-04-01')
  assert.equal(late.exitCode, 1, 'the day after')
  assert.match(late.text, /was waived by platform until 2027-03-31: stood when Seaworthy came in/)
})

const covering = (app: string) =>
  shop('stock', { replicas: 2, mustStay: 2 }).replace(/(minAvailable[\s\S]*app: )stock/, `$1${app}`)

test('adoption: what only goes out of sight is not solved, and pruning keeps it', () => {
  const own = ['--file', 'own.yaml']
  write('other/stock.yaml', covering('stock'))
  const other = (verb: string, ...more: readonly string[]) => seaworthy(verb, 'other', '--at', '2026-11-21', ...more)
  const adopted = other('baseline', '--kubernetes', '1.34', ...adopt, ...own).text
  assert.match(adopted, /\n1 verdict waits for the nodes: .*, and is not in this file\n/)
  assert.match(readFileSync(join(folder, 'own.yaml'), 'utf8'), /^with:\n- "--kubernetes 1\.34"\nfindings:\n/m)
  const told = /note: own\.yaml was written with --kubernetes 1\.34, and this run has no --kubernetes\n/
  assert.match(other('check', '--baseline', 'own.yaml').text, told)
  assert.doesNotMatch(other('check', '--baseline', 'own.yaml', '--kubernetes', '1.34').text, told)

  write('other/stock.yaml', covering('stok'))
  const unseen = other('check', '--baseline', 'own.yaml', '--kubernetes', '1.34').text
  assert.match(
    unseen,
    /note: 1 finding of own\.yaml can no longer be judged, which mends nothing: drains\/shop\/stock; next: /,
  )
  const pruned = other('baseline', '--prune', ...own).text
  assert.match(
    pruned,
    /^can no longer be judged, and is kept: drains\/shop\/stock\n.*nothing is solved, 1 finding left\n/,
  )

  write('other/stock.yaml', '')
  write('other/web.yaml', shop('web', { replicas: 3, mustStay: 2 }))
  assert.match(other('baseline', '--prune', ...own).text, /^solved: drains\/shop\/stock\n/)
})

test('adoption: the file is never written over, and pruned of what is solved', () => {
  const before = readFileSync(join(folder, file), 'utf8')
  const again = baseline(...adopt)
  assert.equal(again.exitCode, 2)
  assert.match(again.text, /k8s\/seaworthy-baseline\.yaml stands already, and is never written over\nnext: /)

  assert.match(baseline('--prune').text, /nothing is solved, 1 finding left/)
  assert.equal(readFileSync(join(folder, file), 'utf8'), before)

  write('k8s/orders.yaml', shop('orders', { replicas: 3, mustStay: 2 }))
  assert.match(
    check().text,
    /note: 1 finding of k8s\/seaworthy-baseline\.yaml is solved; next: seaworthy baseline k8s --at 2026-11-21 --prune/,
  )
  assert.match(baseline('--prune').text, /^solved: drains\/shop\/orders\n.*: 0 findings left\n/)
  assert.match(readFileSync(join(folder, file), 'utf8'), /^findings: \[\]$/m)
  assert.equal(check().exitCode, 0)
})

test('adoption: a baseline without owner or day, or of a day that is over, is refused', () => {
  assert.match(baseline('--until', '2027-03-31').text, /a baseline needs an owner and a last day\nnext: /)
  const over = baseline('--owner', 'me', '--until', '2026-11-20', '--file', 'other.yaml')
  assert.match(over.text, /2026-11-20 is over on 2026-11-21/)
  assert.equal(over.exitCode, 2)
})

test('adoption: a baseline that cannot be read stops the run', () => {
  write(file, 'version: 1\nfindings:\n- id: a/b\n')
  const { text, exitCode } = check()
  assert.match(text, /k8s\/seaworthy-baseline\.yaml:3: owner is a text, and needed\nnext: /)
  assert.equal(exitCode, 2)
})
