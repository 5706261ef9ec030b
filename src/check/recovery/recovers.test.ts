import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corruption, loss } from '../../platform/language/failure.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Cluster, Failure, Losing, Step } from '../../platform/model.ts'
import type { Duration } from '../../platform/units.ts'
import { linesOf, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { recovers } from './recovers.ts'

const { harbour } = shop()
const dump = (to: 'beside' | 'vault', takes?: Duration): ShopOptions['ledgerDb'] => ({
  backups: [
    { name: 'nightly', by: 'pg_dump', every: '6h', takes, to: to === 'beside' ? beside(harbour) : outside('vault') },
  ],
})
const beside = (cluster: Cluster) => volumeIn(cluster, '50Gi')
const restore = (takes?: Step['takes']) =>
  procedure('restore', { steps: [step('bring it back', { does: 'restore', actor: 'person', takes })] })

type Row = [
  name: string,
  store: ShopOptions['ledgerDb'],
  from: Failure,
  aims: { within?: Duration; losing?: Losing; by?: ReturnType<typeof restore> },
  verdict: string,
  line: string,
  cause?: string,
]

const rows: Row[] = [
  [
    'no copy',
    {},
    corruption,
    { losing: '6h' },
    'broken',
    'the rows of ledger-db are lost for good, and at most 6h may be lost',
    'one-copy/live/ledger-db',
  ],
  [
    'copies that take a time nobody says',
    dump('beside'),
    corruption,
    { losing: '6h' },
    'broken',
    'the rows of ledger-db come back from nightly, but for more than 6h, and at most 6h may be lost',
    'copies-too-far-apart/live/ledger-db',
  ],
  [
    'more than the interval, and nobody says how much more',
    dump('beside'),
    corruption,
    { losing: '7h' },
    'unknown',
    'the rows of ledger-db come back from nightly, but for more than 6h, and at most 7h may be lost',
  ],
  [
    'the interval and the time that a copy takes',
    dump('beside', '30m'),
    corruption,
    { losing: '6.5h' },
    'assumed',
    'the rows of ledger-db come back from nightly, but for 6h30m, and at most 6.5h may be lost',
  ],
  [
    'copies in the lost cluster',
    dump('beside', '30m'),
    loss.cluster,
    { losing: '7h' },
    'broken',
    'the rows of ledger-db are lost for good, and at most 7h may be lost',
    'copies-go-too/live/ledger-db',
  ],
  [
    'copies outside',
    dump('vault', '30m'),
    loss.cluster,
    { losing: '7h' },
    'assumed',
    'the rows of ledger-db come back from nightly, but for 6h30m, and at most 7h may be lost',
  ],
  [
    'a pod leaves its volume',
    {},
    loss.pod,
    { losing: 'nothing' },
    'kept',
    'the rows of ledger-db survive on their volume, and nothing may be lost',
  ],
  [
    'in time',
    dump('vault'),
    corruption,
    { within: '1h', by: restore({ from: '10m', to: '30m' }) },
    'assumed',
    'restore takes 10m to 30m, within 1h',
  ],
  [
    'too late',
    dump('vault'),
    corruption,
    { within: '20m', by: restore({ from: '10m', to: '30m' }) },
    'broken',
    'restore takes 10m to 30m, and 20m is promised',
    'slow-procedure/restore',
  ],
  [
    'nobody says how long',
    dump('vault'),
    corruption,
    { within: '20m', by: restore() },
    'unknown',
    'restore takes a time that nobody says: nobody says how long bring it back takes, so 20m is not shown',
  ],
  [
    'nobody says how',
    dump('vault'),
    corruption,
    { within: '20m' },
    'unknown',
    'no procedure says how ledger-db comes back, and 20m is promised',
  ],
]

for (const [name, ledgerDb, from, aims, verdict, line, cause] of rows) {
  test(`recovers: ${name}`, () => {
    const options: ShopOptions = {
      ledgerDb,
      promises: ({ live, ledgerDb: store }) => [promise.recovers(store, { in: live, from, ...aims })],
    }
    const [found] = verdictsOf(recovers, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
    assert.equal(found?.cause, cause)
    for (const { id } of verdict === 'assumed' ? (found?.assumes ?? []) : [])
      assert.equal(verdictsOf(recovers, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

test('recovers: what the loss is made of', () => {
  const options: ShopOptions = {
    ledgerDb: dump('beside', '30m'),
    promises: ({ live, ledgerDb }) => [promise.recovers(ledgerDb, { in: live, from: corruption, losing: '6h' })],
  }
  const [found] = verdictsOf(recovers, sampleWorld(options))
  assert.deepEqual(found?.because[0]?.says.rows?.slice(1), [
    ['nightly', 'survives: it was taken before (disk in harbour)'],
    ['6h', 'between two copies'],
    ['30m', 'while a copy is taken, which holds the rows of its start'],
    ['= 6h30m', 'at worst'],
  ])
})

const does = (what: Step['does'], takes?: Step['takes'], more: Partial<Step> = {}) =>
  step(`${what}`, { does: what, actor: 'person', takes, ...more })
const vaulted = (restores?: { from: Duration; to: Duration }): ShopOptions['ledgerDb'] => ({
  backups: [{ name: 'nightly', by: 'pg_dump', every: '6h', to: outside('vault'), ...(restores && { restores }) }],
})

const needed: [
  name: string,
  store: ShopOptions['ledgerDb'],
  Failure,
  steps: readonly Step[],
  lines: readonly string[],
][] = [
  ['a step that restores', vaulted(), corruption, [does('restore', '10m')], []],
  ['nothing restores', vaulted(), corruption, [does('decide', '10m')], ['no step of recovery brings the rows back']],
  [
    'another store is restored',
    vaulted(),
    corruption,
    [does('restore', '10m', { of: [shop().orders] })],
    ['no step of recovery brings the rows back'],
  ],
  ['a step that says not what it does', vaulted(), corruption, [step('mend it', { actor: 'person', takes: '1m' })], []],
  ['rows that are still there', {}, loss.pod, [does('start', '1m')], []],
  [
    'nothing provides a cluster, and nothing deploys',
    vaulted(),
    loss.cluster,
    [does('restore', '10m')],
    ['no step of recovery provides a cluster, or deploys what runs there'],
  ],
  [
    'provided, restored and deployed',
    vaulted(),
    loss.cluster,
    [does('provision', '1h'), does('restore', '10m'), does('deploy', '5m')],
    [],
  ],
  ['what stands by is promoted', vaulted(), loss.cluster, [does('promote', '5m'), does('restore', '10m')], []],
  [
    'less time than the copy takes',
    vaulted({ from: '10m', to: '30m' }),
    corruption,
    [does('restore', '20m')],
    ['restore is given 20m, and to bring the copy back alone takes 10m to 30m'],
  ],
  ['as long as the copy takes', vaulted({ from: '10m', to: '30m' }), corruption, [does('restore', '30m')], []],
]

for (const [name, ledgerDb, from, steps, lines] of needed) {
  test(`recovers, step by step: ${name}`, () => {
    const by = procedure('recovery', { steps })
    const [found] = verdictsOf(
      recovers,
      sampleWorld({
        ledgerDb,
        promises: ({ live, ledgerDb: store }) => [promise.recovers(store, { in: live, from, within: '4h', by })],
      }),
    )
    const against = found?.because.filter(({ rule, truth }) => truth === false && ['steps', 'copying'].includes(rule))
    assert.deepEqual(
      against?.map(({ says }) => says.line),
      lines,
    )
    assert.equal(found?.verdict === 'broken', lines.length > 0)
  })
}
