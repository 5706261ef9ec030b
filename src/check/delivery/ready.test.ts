import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucket } from '../../platform/language/bucket.ts'
import { undecided } from '../../platform/language/doubt.ts'
import { paper } from '../../platform/language/paper.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import { phase, type TaskOptions, task } from '../../platform/language/roadmap.ts'
import type { Paper } from '../../platform/model.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { ready } from './ready.ts'
import { askedOf, type Places } from './sample-plans.ts'

const rows: [name: string, status: Paper['status'], done: boolean, verdict: Word | undefined, line: string][] = [
  ['all is done', 'ready', true, 'kept', 'all 2 tasks are done'],
  ['one is open', 'ready', false, 'broken', '1 of 2 tasks are open, and the document says it is ready for production'],
  [
    'one is open in production',
    'production',
    false,
    'broken',
    '1 of 2 tasks are open, and the document says it is in production',
  ],
  ['it is only aimed at', 'target', false, undefined, ''],
]

for (const [name, status, done, verdict, line] of rows) {
  test(`ready: ${name}`, () => {
    const roadmap = [phase('one', { tasks: [task('provide', { done: true }), task('drill', { done })] })]
    const [found] = askedOf(ready, () => ({ document: paper('The shop', { status }), roadmap }))
    assert.equal(found?.verdict, verdict)
    if (verdict !== undefined) assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}

for (const [status, lines] of [
  ['ready', ['gateway is kong or traefik, and the document says it is ready for production']],
  ['target', []],
] as const)
  test(`ready: a choice that nobody has made, and the document is ${status}`, () => {
    const open = undecided('gateway', { name: 'kong' }, { name: 'traefik' })
    const found = askedOf(ready, () => ({ document: paper('The shop', { status }) }), { checkout: { software: open } })
    assert.deepEqual(found.flatMap(linesOf), lines)
  })

test('ready: what is declared and no task is of', () => {
  const asked = (of: (places: Places) => NonNullable<Parameters<typeof task>[1]>['of']) =>
    askedOf(ready, (places) => ({
      document: paper('The shop', { status: 'ready' }),
      roadmap: [phase('one', { tasks: [task('provide', { of: of(places), done: true })] })],
    }))[0]
  const some = asked(({ harbour, checkout, orders }) => [harbour, checkout, orders])
  assert.equal(some?.verdict, 'unknown')
  assert.ok(some && linesOf(some).join(' ').includes('no task is of some of it'))
  assert.equal(
    asked(({ harbour, checkout, orders, ledgerDb }) => [harbour, checkout, orders, ledgerDb])?.verdict,
    'kept',
  )
  assert.equal(asked(() => [])?.verdict, 'kept')
})

test('ready: copies that no task takes, and a pipeline that none sets up', () => {
  const backups = [
    { by: 'dump', every: '6h', to: bucket('copies', { host: 's3.example.com', secret: 'copies-keys' }) },
  ] as const
  const main = pipeline('main', { on: ['push'], stages: [stage('build', { does: ['build'] })] })
  const rowsOf = (options: (places: Places) => TaskOptions) =>
    askedOf(
      ready,
      (places) => ({
        document: paper('The shop', { status: 'ready' }),
        pipelines: [main],
        roadmap: [phase('one', { tasks: [task('provide', { ...options(places), done: true })] })],
      }),
      { ledgerDb: { backups } },
    ).flatMap(({ because }) => because.flatMap(({ truth, says }) => (truth === undefined ? (says.rows ?? []) : [])))
  const all = ({ checkout, orders, ledgerDb }: Places) => [checkout, orders, ledgerDb]
  assert.deepEqual(
    rowsOf((places) => ({ of: all(places) })),
    [
      ['no task takes copies of', 'ledger-db'],
      ['no task is of the pipeline', 'main'],
    ],
  )
  assert.deepEqual(
    rowsOf((places) => ({ of: [...all(places), main], copies: [places.ledgerDb] })),
    [],
  )
  // Tasks that name no component do not begin from the ground.
  assert.deepEqual(
    rowsOf(({ harbour }) => ({ of: [harbour] })),
    [],
  )
})

test('ready: no roadmap', () => {
  assert.deepEqual(
    askedOf(ready, () => ({ document: paper('The shop', { status: 'ready' }) })),
    [],
  )
})
