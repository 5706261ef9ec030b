// Promises that lie beside manifests count for every verb that judges: those among the files, and those of --promises.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repository, shop } from './folder.ts'

const { folder, write, git, seaworthy, remove } = repository()
after(remove)

const orders = 'Deployment/shop/orders'
const promises = (...entries: readonly string[]) =>
  `apiVersion: seaworthy/v1\nkind: Promises\npromises:\n${entries.map((entry) => `- { ${entry} }\n`).join('')}`
const stands = `stands: ${orders}, apart: kubernetes.io/hostname`
const rolls = (from: number) => `rolls: ${orders}, available: { from: ${from}, to: 9 }`

write('k8s/orders.yaml', shop('orders', { replicas: 3, mustStay: 1 }))
write('more.yaml', promises(rolls(4)))
write('plain.yaml', shop('web', { replicas: 1, mustStay: 0 }))
git('add', '.')
git('commit', '--quiet', '-m', 'before')

const ask = (verb: string, ...more: readonly string[]) => seaworthy(verb, 'k8s', '--at', '2026-11-21', ...more)
const json = (text: string) => JSON.parse(text.slice(text.indexOf('{')))

test('promises: check judges those of a named file; without it nobody promises them', () => {
  assert.doesNotMatch(ask('check').text, /on promises/)
  const { text, exitCode } = ask('check', '--promises', 'more.yaml')
  assert.match(text, /rolls\/shop\/orders\n[\s\S]*4 to 9 pods of orders are there throughout a rollout/)
  assert.equal(exitCode, 1)
})

test('promises: a file that lies among the manifests and is named as well counts once', () => {
  write('k8s/promises.yaml', promises(rolls(4)))
  const { text } = ask('check', '--promises', 'k8s/promises.yaml', '--format', 'json')
  const found = json(text).verdicts.filter(({ asks }: { asks: string }) => asks === 'rolls')
  assert.equal(found.length, 1)
  assert.match(found[0].at.file, /^k8s\/promises\.yaml$/)
})

test('promises: explain, baseline and sweep know them', () => {
  assert.match(
    ask('explain', 'rolls/shop/orders').text,
    /3 \+ 1 = 4 there at most, and 4 to 9 are promised[\s\S]*rolls: Are there as many pods/,
  )
  const { text } = ask('sweep', '--promises', 'lost.yaml')
  assert.match(text, /there is no file lost\.yaml\nnext: name a file of apiVersion: seaworthy\/v1/)
  write('lost.yaml', promises(`survives: pod, keeps: [${orders}], within: 1m, losing: nothing`))
  assert.match(ask('sweep', '--promises', 'lost.yaml', '--format', 'json').text, /"failure": "pod\/shop\/orders"/)
  const adopted = ask('baseline', '--owner', 'shop', '--until', '2027-03-31', '--file', 'base.yaml')
  assert.equal(adopted.exitCode, 0, adopted.text)
  assert.match(readFileSync(join(folder, 'base.yaml'), 'utf8'), /- id: rolls\/shop\/orders\n/)
})

test('promises: diff tells what a promise makes of a change', () => {
  write('old/orders.yaml', shop('orders', { replicas: 3, mustStay: 1 }))
  write('new/orders.yaml', shop('orders', { replicas: 1, mustStay: 1 }))
  write('least.yaml', promises(rolls(2)))
  const { text, exitCode } = seaworthy('diff', 'old', 'new', '--promises', 'least.yaml')
  assert.match(text, /rolls\/shop\/orders/)
  assert.equal(exitCode, 1)
})

test('promises: check --against takes those of a named file for both sides, also where its commit lacks what they name', () => {
  write('k8s/promises.yaml', promises(rolls(1)))
  write('k8s/new.yaml', shop('new', { replicas: 3, mustStay: 1 }))
  write('new.yaml', promises('rolls: Deployment/shop/new, available: { from: 4, to: 9 }', `${rolls(4)}, name: most`))
  const { text, exitCode } = ask('check', '--against', 'HEAD', '--promises', 'new.yaml', '--format', 'json')
  assert.equal(exitCode, 1, text)
  assert.deepEqual(
    json(text).broken.map(({ id }: { id: string }) => id),
    ['rolls/shop/new'],
    'that orders rolls so stood before',
  )
})

test('promises: a slip is listed with its line, the rest is judged, and the run ends with 2', () => {
  write('k8s/promises.yaml', promises(rolls(1), 'rolls: Deployment/shop/order, available: { from: 1, to: 9 }'))
  const { text, exitCode } = ask('check')
  assert.equal(exitCode, 2)
  assert.match(text, /1 verdict on promises/)
  assert.match(
    text,
    /unread {2}k8s\/promises\.yaml:5: promises: rolls: found 'Deployment\/shop\/order', which is not there.*did you mean 'Deployment\/shop\/orders'\?\)\n\s+next: mend it there/,
  )
})

const refusals: [name: string, file: string, says: RegExp][] = [
  ['a file of other things', 'plain.yaml', /plain\.yaml holds Deployment, which is no promise/],
  ['a file of nothing', 'empty.yaml', /empty\.yaml holds no promises/],
]

for (const [name, file, says] of refusals)
  test(`promises: refused: ${name}`, () => {
    write('empty.yaml', '# nothing yet\n')
    const { text, exitCode } = ask('check', '--promises', file)
    assert.match(text, says)
    assert.equal(exitCode, 2)
  })

test('promises: wrong writes those that a finding rests on, with neutral names', () => {
  write('k8s/promises.yaml', promises(`${rolls(4)}, owner: gardeners`, stands))
  const { text, exitCode } = ask('wrong', 'rolls/shop/orders', '--out', 'report')
  assert.equal(exitCode, 0, text)
  const written = readFileSync(join(folder, 'report/manifests.yaml'), 'utf8')
  assert.match(written, /kind: Promises/)
  assert.doesNotMatch(written, /orders|shop|gardeners|stands/)
  const again = seaworthy('check', 'report/manifests.yaml', '--at', '2026-11-21')
  assert.match(again.text, /✗ rolls\/namespace-1\/\S+\n/)
  assert.ok(existsSync(join(folder, 'report/README.md')))
})
