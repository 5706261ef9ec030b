import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import { fieldsAt } from '../import/fields.ts'
import { membersOf } from '../lower/members.ts'
import { workloadObjects } from '../lower/workload-objects.ts'
import { backsUp } from './backs-up.ts'

const storage = { local: { bound: 'node', default: true }, shared: { bound: 'cluster' } } as const
const east = cluster('east', { kubernetes: '1.33', nodes: [], storage })
const west = cluster('west', { kubernetes: '1.33', nodes: [] })

const rows: [name: string, backup: BackupOptions, place: string, every: number, standing: string][] = [
  [
    'a volume of the default class',
    { by: 'dump', every: '6h', to: volumeIn(east, '5Gi') },
    'db-backup in east, local (node)',
    21600,
    'carried',
  ],
  [
    'a volume of another class',
    { by: 'dump', every: '6h', to: volumeIn(east, '5Gi', { class: 'shared', claim: 'copies' }) },
    'copies in east, shared (cluster)',
    21600,
    'carried',
  ],
  [
    'a class that nobody declares',
    { by: 'dump', every: '6h', to: volumeIn(east, '5Gi', { class: 'ghost' }) },
    'db-backup in east, ghost (unknown)',
    21600,
    'carried',
  ],
  [
    'a class called like a method',
    { by: 'dump', every: '6h', to: volumeIn(east, '5Gi', { class: 'constructor' }) },
    'db-backup in east, constructor (unknown)',
    21600,
    'carried',
  ],
  [
    'a volume that no pod here can mount',
    { by: 'dump', every: '6h', to: volumeIn(west, '5Gi') },
    'db-backup in west,  (unknown)',
    21600,
    'declared',
  ],
  [
    'a place outside, which no object fills',
    { by: 'ship', every: '5m', to: outside('bucket') },
    'outside bucket',
    300,
    'declared',
  ],
  [
    'the longest gap of a schedule',
    { by: 'dump', schedule: '0 2,8 * * *', to: volumeIn(east, '5Gi') },
    'db-backup in east, local (node)',
    64800,
    'carried',
  ],
]

for (const [name, backup, place, every, standing] of rows) {
  test(`backs up: ${name}`, () => {
    const fact = factOf(backup)
    assert.ok(fact)
    const { to } = fact
    const where =
      to.is !== 'claim'
        ? `outside ${to.is === 'outside' ? to.name : ''}`
        : `${to.claim.split('/')[2]} in ${to.cluster}, ${to.class} (${to.bound})`
    assert.deepEqual([where, fact.everySeconds, fact.standing.is], [place, every, standing])
  })
}

/** The fact where the job is told otherwise in its file, or is in none. */
function factOf(backup: BackupOptions, told?: object | 'gone') {
  const db = postgres('db', { backups: [backup] })
  const here = environment('here', { on: east, namespace: 'here', runs: [db] })
  const [member] = membersOf(here, () => undefined)
  assert.ok(member)
  const objects = member.workloads
    .flatMap(workloadObjects)
    .filter(({ manifest }) => told !== 'gone' || manifest.kind !== 'CronJob')
    .map((object) => ({
      ...object,
      manifest: { ...object.manifest, spec: { ...fieldsAt(object.manifest, 'spec'), ...(told as object) } },
    }))
  return backsUp(member, [east, west], objects)[0]
}

const dump: BackupOptions = { by: 'dump', every: '6h', to: volumeIn(east, '5Gi') }

const changed: [name: string, backup: BackupOptions, told: object | 'gone' | undefined, every: number | undefined][] = [
  ['a job as it is declared', dump, undefined, 21600],
  ['one that runs twice a day now', dump, { schedule: '0 2,14 * * *' }, 43200],
  ['one whose schedule nobody can read', dump, { schedule: 'soon' }, undefined],
  ['one that is suspended', dump, { suspend: true }, Number.POSITIVE_INFINITY],
]

for (const [name, backup, told, every] of changed)
  test(`backs up: ${name}`, () => {
    const fact = factOf(backup, told)
    assert.ok(fact)
    assert.equal(fact.everySeconds, every)
  })

test('backs up: a job that no file holds takes none; what is taken elsewhere is taken still', () => {
  assert.equal(factOf(dump, 'gone'), undefined)
  assert.equal(factOf({ by: 'ship', every: '5m', to: outside('bucket') }, 'gone')?.everySeconds, 300)
})
