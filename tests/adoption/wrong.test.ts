import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repository, shop } from './folder.ts'

const { folder, write, seaworthy, remove } = repository()
after(remove)

write('k8s/orders.yaml', shop('orders', { replicas: 2, mustStay: 2 }))
for (let i = 0; i < 30; i++) write(`k8s/app-${i}.yaml`, shop(`app-${i}`, { replicas: 3, mustStay: 1 }))
write('k8s/secret.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: { name: key }\nstringData: { key: hunter2 }\n')

const policy = (name: string, selector: string, more = '') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { podSelector: ${selector}, policyTypes: [Egress]${more} }\n`
const store = (name: string, more = '') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop }\nspec: { selector: { app: ${name} }, ports: [{ port: 6379 }] }\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}, namespace: shop }\nspec: { selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name}, tier: ${name} } }, spec: { containers: [{ ${more}name: main, image: example.test/${name} }] } } }\n`

const id = 'drains/shop/orders'
const wrong = (...more: readonly string[]) => seaworthy('wrong', 'k8s', id, '--at', '2026-11-21', ...more)
const text = (file: string) => readFileSync(join(folder, file), 'utf8')

test('wrong: two objects of 63 still show it, without a name of the team', () => {
  const { text: said, exitCode } = wrong('--out', 'report')
  assert.equal(exitCode, 0, said)
  assert.match(said, /^report: 2 of the 63 objects that the files hold still show it, as ✗ drains\/namespace-1\/\S+\n/)
  assert.doesNotMatch(text('report/manifests.yaml') + text('report/README.md'), /orders|shop|plants|hunter2/)

  assert.match(said, /\nnext: read report\/README\.md and report\/manifests\.yaml, then send them /)

  const asked = / as ✗ (\S+)\n/.exec(said)?.[1] ?? ''
  const again = seaworthy('check', 'report/manifests.yaml', '--at', '2026-11-21')
  assert.equal(again.exitCode, 1)
  assert.ok(again.text.includes(`✗ ${asked}`), 'it is a finding there too')
  assert.match(again.text, /wants 2 to stay and there are 2: allowed disruptions = 2 − 2 = 0/, 'for the same reason')
})

test('wrong: the same bytes twice, and never over a folder that holds something', () => {
  assert.equal(wrong('--out', 'again').exitCode, 0)
  assert.equal(text('again/manifests.yaml'), text('report/manifests.yaml'))
  assert.equal(text('again/README.md'), text('report/README.md'))
  const full = wrong('--out', 'report')
  assert.equal(full.exitCode, 2)
  assert.match(full.text, /report is there and not empty\nnext: /)
})

test('wrong: what its rows name is kept, and schemes of URLs stay', () => {
  write(
    'quiet/all.yaml',
    ['allow-dns', 'allow-web']
      .map((name) =>
        policy(name, `{ matchLabels: { tier: ${name} } }`, ', egress: [{ ports: [{ port: 53, protocol: UDP }] }]'),
      )
      .concat(
        policy('deny', '{}'),
        store('redis'),
        store('web', "env: [{ name: CACHE, value: 'redis://redis:6379' }], "),
      )
      .join('---\n'),
  )
  const id = 'looks-up/shop/web'
  const asked = seaworthy('explain', 'quiet', id, '--at', '2026-11-21')
  assert.match(asked.text, /allow-dns .*means pods with tier=allow-dns/, asked.text)
  const { text: said, exitCode } = seaworthy('wrong', 'quiet', id, '--at', '2026-11-21', '--out', 'quiet-report')
  assert.equal(exitCode, 0, said)
  assert.match(text('quiet-report/README.md'), /networkpolicy-\d .*means pods with/)
  assert.match(text('quiet-report/manifests.yaml'), /redis:\/\/[a-z]+-\d:6379/)
})

test('wrong: what is unknown as it is asked says so', () => {
  const { text: said, exitCode } = seaworthy('wrong', 'k8s', 'placed/cluster', '--out', 'unknown-report')
  assert.equal(exitCode, 0, said)
  assert.match(
    said,
    /\nnote: this is no ✗, but \? unknown, as it is asked here: say what check was told too \(--nodes, /,
  )
})

test('wrong: an id that is none names the nearest', () => {
  const { text: said, exitCode } = seaworthy('wrong', 'k8s', 'drains/shop/order')
  assert.equal(exitCode, 2)
  assert.match(said, /no verdict has the id drains\/shop\/order\nnext: did you mean drains\/shop\/orders\?/)
})
