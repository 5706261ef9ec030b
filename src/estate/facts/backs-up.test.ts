import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import type { BackupOptions } from '../../platform/component/store.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import { membersOf } from '../lower/members.ts'
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
    const db = postgres('db', { backups: [backup] })
    const here = environment('here', { on: east, namespace: 'here', runs: [db] })
    const [member] = membersOf(here, () => undefined)
    assert.ok(member)
    const [fact] = backsUp(member, [east, west])
    assert.ok(fact)
    const { to } = fact
    const where =
      to.is === 'outside'
        ? `outside ${to.name}`
        : `${to.claim.split('/')[2]} in ${to.cluster}, ${to.class} (${to.bound})`
    assert.deepEqual([where, fact.everySeconds, fact.standing.is], [place, every, standing])
  })
}
