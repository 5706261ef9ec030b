import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corruption } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { manifestWorld, sampleWorld } from '../sample.ts'
import { worstLosses } from './worst-losses.ts'

const store = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ledger-db, namespace: shop }
spec:
  selector: { matchLabels: { app: ledger-db } }
  template:
    metadata: { labels: { app: ledger-db } }
    spec: { containers: [{ name: main, image: 'postgres:17', ports: [{ containerPort: 5432 }] }] }
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: 1Gi } } } }]
---
apiVersion: v1
kind: Service
metadata: { name: ledger-db, namespace: shop }
spec: { selector: { app: ledger-db }, ports: [{ port: 5432 }] }
`
interface Job {
  readonly command?: string
  readonly volumes?: string
  readonly job?: string
  readonly spec?: string
}
const job = ({ command = 'pg_dump -h ledger-db -p 5432', volumes = '', job = '', spec = '' }: Job = {}) => `---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: shop }
spec:
  schedule: "0 */6 * * *"
  ${spec}
  jobTemplate:
    spec:
      ${job}
      template:
        spec: { restartPolicy: Never, ${volumes} containers: [{ name: dump, image: 'postgres:17', command: [sh, -c, '${command} > /to/dump'] }] }
`
const claim = 'volumes: [{ name: to, persistentVolumeClaim: { claimName: copies } }],'
const schedule = (template: string, more = '') => `---
apiVersion: velero.io/v1
kind: Schedule
metadata: { name: daily, namespace: velero }
spec: { schedule: "0 1 * * *", template: { ${template} }, ${more} }
`
const unsaid = '6h and the time that a copy takes: pg_dump of CronJob nightly'
const velero = '24h and the time that a copy takes: Schedule daily of Velero, to the storage location default'

const rows: [what: string, yaml: string, found: string[]][] = [
  ['a job that dumps', store + job(), [`${unsaid}; nobody shows where its copies lie`]],
  [
    'a job that is ended after a while, to a claim',
    store + job({ volumes: claim, job: 'activeDeadlineSeconds: 1800' }),
    ['6h + 30m for a copy = 6h30m: pg_dump of CronJob nightly, to the claim copies, which is lost with the cluster'],
  ],
  ['a job that calls and dumps nothing', store + job({ command: 'psql -h ledger-db -p 5432' }), []],
  ['a job that dumps something else', store + job({ command: 'pg_dump -h other-db -p 5432' }), []],
  ['a comment', store + job({ command: '# pg_dump -h ledger-db -p 5432' }), []],
  ['a job that is suspended', store + job({ spec: 'suspend: true' }), []],
  ['a job without a store', job(), []],
  ['a schedule of Velero', store + schedule(''), [velero]],
  ['for its namespace', store + schedule('includedNamespaces: [shop]'), [velero]],
  ['for another namespace', store + schedule('includedNamespaces: [bank]'), []],
  ['for all but its namespace', store + schedule('excludedNamespaces: [shop]'), []],
  ['without volumes', store + schedule('snapshotVolumes: false'), []],
  ['for some objects only', store + schedule('labelSelector: { matchLabels: { a: b } }'), []],
  ['paused', store + schedule('', 'paused: true'), []],
  [
    'of several, the one that loses least',
    store + job() + schedule(''),
    [`${unsaid}; nobody shows where its copies lie`],
  ],
  ['a place for trials', (store + job()).replaceAll('namespace: shop', 'namespace: shop-qa'), []],
]

for (const [what, yaml, found] of rows) {
  test(`worst losses: ${what}`, () => {
    const told = [...worstLosses(manifestWorld(yaml))].flatMap(({ says }) => says.rows ?? [])
    assert.deepEqual(
      told,
      found.map((text) => ['shop/ledger-db', text]),
    )
  })
}

test('worst losses: what is promised of a store is said by its promise', () => {
  const ledgerDb = {
    backups: [{ name: 'nightly', by: 'pg_dump', every: '6h', takes: '20m', to: outside('vault') }],
  } as const
  const open = [...worstLosses(sampleWorld({ ledgerDb }))]
  assert.deepEqual(open[0]?.says.rows, [
    ['shop/ledger-db', '6h + 20m for a copy = 6h20m: nightly by pg_dump, to vault'],
  ])
  const promised = sampleWorld({
    ledgerDb,
    promises: ({ live, ledgerDb }) => [promise.recovers(ledgerDb, { in: live, from: corruption, losing: '6h' })],
  })
  assert.deepEqual([...worstLosses(promised)], [])
})
