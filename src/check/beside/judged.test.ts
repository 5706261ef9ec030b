// What promises beside manifests come to: the same judges as for a platform, over what the files show.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { promiseKinds } from '../promises.ts'
import { exitCodeOf } from '../report.ts'
import { runEstates } from '../run-estates.ts'
import { withBeside } from './beside.ts'

const workload = (kind: string, name: string, spec = '', port = 8080) => `
---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  ${spec}
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: 'example.test/${name}:1', ports: [{ name: web, containerPort: ${port} }], env: [{ name: DB_URL, value: 'postgres://ledger-db:5432' }] }] }
`
const shop = `
apiVersion: v1
kind: Service
metadata: { name: ledger-db, namespace: shop }
spec: { selector: { app: ledger-db }, ports: [{ port: 5432 }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ledger-db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: ledger-db } }
  ingress: [{ from: [{ podSelector: { matchLabels: { app: checkout } } }] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: mute, namespace: shop }
spec: { podSelector: { matchLabels: { app: mute } }, policyTypes: [Egress] }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: shop }
spec: { schedule: '0 */6 * * *', jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: d, image: d }] } } } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: asleep, namespace: shop }
spec: { suspend: true, schedule: '0 * * * *', jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: d, image: d }] } } } } }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: nobody, namespace: bank }
${workload('StatefulSet', 'ledger-db', 'serviceName: ledger-db', 5432)}
${workload('Deployment', 'checkout', 'replicas: 4')}
${workload('Deployment', 'mute')}
`
const { estate } = importManifests(readManifests(shop, 'shop.yaml').manifests, {
  kubernetes: '1.34',
  enforcesPolicy: true,
})
const db = 'StatefulSet/shop/ledger-db'
const backsUp = (by: string, more = 'takes: 10m') =>
  `facts: [{ of: ${db}, backsUp: { name: dumps, by: ${by}, ${more}, to: { outside: bucket } } }]`

type Row = [entries: string, verdicts: { readonly [id: string]: string }, says?: RegExp]

const rows: Row[] = [
  [
    `promises: [{ reachedOnlyBy: ${db}, by: [Deployment/shop/checkout] }]`,
    { 'reachedOnlyBy/shop/ledger-db': 'assumed' },
    /none of the 3 other workloads of the cluster reaches ledger-db at TCP 5432: kept out by ledger-db/,
  ],
  [
    `promises: [{ reachedOnlyBy: ${db}, by: [Deployment/shop/checkout, CronJob/shop/dump] }]`,
    { 'reachedOnlyBy/shop/ledger-db': 'broken' },
    /no rule lets dump in to ledger-db/,
  ],
  [
    `promises: [{ reachedOnlyBy: ${db}, by: [] }]`,
    { 'reachedOnlyBy/shop/ledger-db': 'broken' },
    /checkout reaches ledger-db at TCP 5432 too: let through by ledger-db/,
  ],
  [
    `promises: [{ reachedOnlyBy: ${db}, port: sql, by: [Deployment/shop/checkout] }]`,
    { 'reachedOnlyBy/shop/ledger-db': 'unknown' },
    /ledger-db shows no port called sql/,
  ],
  [
    'promises: [{ reachedOnlyBy: Deployment/shop/mute, by: [] }]',
    { 'reachedOnlyBy/shop/mute': 'broken' },
    /^4 workloads reach mute at TCP 8080 too: no policy that is shown isolates either$/m,
  ],
  [
    `promises: [{ connects: [Deployment/shop/checkout, ${db}] }]`,
    { 'connects/shop/calls': 'kept' },
    /1 connection among them is judged/,
  ],
  [
    `promises: [{ connects: [Deployment/shop/mute, ${db}] }]`,
    { 'connects/shop/calls': 'broken' },
    /no rule lets mute out to ledger-db at TCP 5432/,
  ],
  [
    `promises: [{ connects: [Deployment/shop/checkout, ${db}], pairs: all }]`,
    { 'connects/shop/calls': 'kept' },
    /1 connection among them/,
  ],
  [
    `facts: [{ of: CronJob/shop/dump, calls: { to: Service/shop/ledger-db } }]\npromises: [{ connects: [CronJob/shop/dump, ${db}] }]`,
    { 'connects/shop/calls': 'broken' },
    /no rule lets dump in to ledger-db/,
  ],
  ['promises: [{ resolves: shop }]', { 'resolves/shop/dns': 'broken' }, /no rule lets mute out at port 53/],
  ['promises: [{ resolves: bank }]', { 'resolves/bank/dns': 'unknown' }],
  [
    `promises: [{ carries: buying, path: [Deployment/shop/checkout, ${db}] }]`,
    { 'carries/shop/buying': 'assumed' },
    /checkout is seen to call ledger-db: env DB_URL of Deployment shop\/checkout\nledger-db leads to ledger-db/,
  ],
  [
    `facts: [{ of: Deployment/shop/checkout, calls: { to: Service/shop/ledger-db } }]\npromises: [{ carries: buying, path: [Deployment/shop/checkout, ${db}] }]`,
    { 'carries/shop/buying': 'kept' },
    /^ledger-db leads to ledger-db/,
  ],
  [
    `promises: [{ carries: buying, path: [Deployment/shop/mute, ${db}] }]`,
    { 'carries/shop/buying': 'broken' },
    /no rule lets mute out to ledger-db/,
  ],
  [
    `promises: [{ carries: buying, path: [${db}, Deployment/shop/checkout] }]`,
    { 'carries/shop/buying': 'unknown' },
    /nobody shows that ledger-db calls checkout/,
  ],
  ['promises: [{ figure: pods, of: shop, is: 6 }]', { 'figure/shop/pods': 'kept' }, /= 6, as stated/],
  ['promises: [{ figure: pods, of: shop, is: 22 }]', { 'figure/shop/pods': 'broken' }, /= 6, and 22 is stated/],
  [
    'promises: [{ figure: nodes, of: cluster, is: 3 }]',
    { 'figure/cluster/nodes': 'unknown' },
    /nobody says what nodes there are/,
  ],
  ['promises: [{ separates: shop, to: bank }]', { 'separates/shop/bank': 'kept' }],
  ['promises: [{ fits: cluster }]', { 'fits/cluster/room': 'unknown' }],
  [
    'promises: [{ rolls: Deployment/shop/checkout, available: { from: 3, to: 5 } }]',
    { 'rolls/shop/checkout': 'kept' },
    /4 − 1 = 3 available at least, 4 \+ 1 = 5 there at most/,
  ],
  [
    'promises: [{ stands: Deployment/shop/checkout, apart: kubernetes.io/hostname }]',
    { 'stands/shop/checkout': 'unknown' },
  ],
  [
    `${backsUp('CronJob/shop/dump')}\npromises: [{ recovers: ${db}, from: store, losing: 7h }]`.replace('6h10m', '7h'),
    { 'recovers/shop/loss-of-a-store/ledger-db': 'assumed' },
    /come back from dumps, but for 6h10m/,
  ],
  [
    `${backsUp('CronJob/shop/asleep')}\npromises: [{ recovers: ${db}, from: store, losing: 1w }]`,
    { 'recovers/shop/loss-of-a-store/ledger-db': 'broken' },
  ],
  [
    `${backsUp('CronJob/shop/dump', 'restores: { from: 10m, to: 30m }')}
procedures: { back: { steps: [{ step: notice, actor: person, takes: 15m }, { step: bring it back, actor: person, takes: 30m, does: restore }] } }
promises: [{ recovers: ${db}, from: store, within: 1h, by: back }]`,
    { 'recovers/shop/loss-of-a-store/ledger-db': 'assumed' },
    /back takes 45m, within 1h/,
  ],
]

for (const [entries, verdicts, says = /./] of rows) {
  test(`promised beside manifests: ${entries}`, () => {
    const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
    const { estates, promises, problems } = withBeside([estate], manifests)
    assert.deepEqual(problems, [])
    const asked = {
      title: 'shop',
      asOf: '2026-11-21',
      unread: [],
      promises,
      judges: promiseKinds,
    }
    const report = runEstates(estates, asked)
    const found = report.verdicts.filter(({ kind }) => kind !== 'question')
    const words = found.flatMap(({ because }) => because.map(({ says }) => says.line)).join('\n')
    assert.deepEqual(Object.fromEntries(found.map(({ id, verdict }) => [id, verdict])), verdicts, words)
    if (found.length > 0) assert.match(words, says)
    for (const { id, assumes } of found)
      for (const assumption of assumes) {
        const denied = new Set([assumption.id])
        const again = runEstates(estates, { ...asked, denied }).verdicts.find((one) => one.id === id)
        assert.match(again?.verdict ?? '', /broken|unknown/, `without ${assumption.says}`)
      }
  })
}

// A chart that is not there may hold pods, and so may hold what a promise is about.
const unread: [entries: string, verdict: string][] = [
  ['promises: [{ figure: pods, of: shop, is: 22 }]', 'unknown'],
  ['promises: [{ figure: pods, of: shop, is: 6 }]', 'assumed'],
  ['promises: [{ figure: pods, of: bank, is: 0 }]', 'kept'],
  ['promises: [{ separates: shop, to: bank }]', 'assumed'],
  [`promises: [{ reachedOnlyBy: ${db}, by: [Deployment/shop/checkout] }]`, 'assumed'],
]

for (const [entries, verdict] of unread) {
  test(`promised beside manifests, with a chart that was not read: ${entries}`, () => {
    const says = 'the chart cart of shop/cart is not there'
    const unseen = [{ id: 'remote/shop/cart', says, namespaces: ['shop'], kinds: ['Deployment'], source: {} }]
    const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
    const { estates, promises } = withBeside([{ ...estate, unseen }], manifests)
    const asked = { title: 'shop', asOf: '2026-11-21', unread: [], promises, judges: promiseKinds }
    const ask = (denied: readonly string[]) =>
      runEstates(estates, { ...asked, denied: new Set(denied) }).verdicts.find(({ kind }) => kind !== 'question')
    const found = ask([])
    assert.equal(found?.verdict, verdict)
    const rests = found?.assumes.some(({ id }) => id === 'remote/shop/cart')
    assert.equal(rests, verdict === 'assumed')
    if (rests) assert.match(ask(['remote/shop/cart'])?.verdict ?? '', /broken|unknown/)
  })
}

test('promised beside manifests: its former id goes with its only verdict', () => {
  const said = (entries: string) => {
    const { manifests } = readManifests(`apiVersion: seaworthy/v1\nkind: Promises\n${entries}\n`, 'p.yaml')
    const { estates, promises } = withBeside([estate], manifests)
    const asked = { title: 'shop', asOf: '2026-11-21', unread: [], promises, judges: promiseKinds }
    return runEstates(estates, asked).verdicts.flatMap(({ kind, was }) => (kind === 'promise' ? [was] : []))
  }
  const survives = (...names: string[]) =>
    `promises: [{ survives: pod, keeps: [${names.map((name) => `Deployment/shop/${name}`).join(', ')}], within: 1m, losing: nothing, was: survives/shop/loss-of-a-pod/till }]`
  assert.deepEqual(said(survives('checkout')), ['survives/shop/loss-of-a-pod/till'])
  assert.deepEqual(said(survives('checkout', 'mute')), [undefined, undefined])
})

const owned: [more: string, owners: readonly string[] | undefined, until: string | undefined, exitCode: number][] = [
  ['', undefined, undefined, 1],
  [', owner: gardeners', ['gardeners'], undefined, 1],
  [', owner: gardeners, due: 2027-03-31', ['gardeners'], '2027-03-31', 0],
  [', due: 2026-11-21', undefined, undefined, 1],
]

for (const [more, owners, until, exitCode] of owned) {
  test(`promised beside manifests: whose it is, and from when on${more}`, () => {
    const entry = `rolls: Deployment/shop/checkout, available: { from: 4, to: 9 }${more}`
    const { manifests } = readManifests(
      `apiVersion: seaworthy/v1\nkind: Promises\npromises: [{ ${entry} }]\n`,
      'p.yaml',
    )
    const { estates, promises, problems } = withBeside([estate], manifests)
    assert.deepEqual(problems, [])
    const asked = { title: 'shop', asOf: '2026-11-21', unread: [], promises, judges: promiseKinds }
    const { verdicts } = runEstates(estates, asked)
    const found = verdicts.filter(({ kind }) => kind === 'promise')
    assert.equal(found[0]?.verdict, 'broken')
    assert.deepEqual(found[0].about, ['Deployment/shop/checkout'])
    assert.deepEqual([found[0].owners, found[0].waiver?.until], [owners, until])
    assert.equal(exitCodeOf({ verdicts: found, unread: [] }), exitCode)
  })
}
