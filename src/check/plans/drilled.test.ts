import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DrillOptions, drill } from '../../platform/language/drill.ts'
import { environment } from '../../platform/language/environment.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { drilled } from './drilled.ts'

const rows: [name: string, said: Partial<DrillOptions> | undefined, verdict: Word, line: string][] = [
  ['a drill of it', {}, 'assumed', 'rehearsal rehearses how ledger-db comes back from wrong rows'],
  ['no drill', undefined, 'broken', 'no drill rehearses how ledger-db comes back from wrong rows'],
  ['of another failure', { of: loss.node }, 'broken', 'no drill rehearses how ledger-db comes back from wrong rows'],
  ['too seldom', { every: 'year' }, 'broken', 'no drill rehearses how ledger-db comes back from wrong rows'],
  [
    'one that cannot be held',
    { across: 'clusters' },
    'broken',
    'rehearsal is to rehearse how ledger-db comes back from wrong rows',
  ],
]

for (const [name, said, verdict, line] of rows) {
  test(`drilled: ${name}`, () => {
    const places = new WeakMap<object, Environment>()
    const trialOf = ({ harbour }: Pick<Shop, 'harbour'>) => {
      const made =
        places.get(harbour) ??
        environment('trial', { on: harbour, namespace: 'trial', purpose: 'test', data: 'production' })
      places.set(harbour, made)
      return made
    }
    const options: ShopOptions = {
      live: { purpose: 'production' },
      ledgerDb: { backups: [{ by: 'dump', every: '6h', takes: '10m', to: outside('vault') }] },
      environments: (shop) => [trialOf(shop)],
      promises: ({ live, ledgerDb }) => [
        promise.recovers(ledgerDb, { in: live, from: corruption, losing: '7h' }),
        promise.drilled({ in: live, every: 'quarter' }),
      ],
      plans: (shop) => ({
        drills: said
          ? [
              drill('rehearsal', {
                of: corruption,
                in: trialOf(shop),
                restores: shop.ledgerDb,
                from: shop.live,
                every: 'month',
                ...said,
              }),
            ]
          : [],
      }),
    }
    const [found] = verdictsOf(drilled, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(drilled, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

test('drilled: nothing is promised to come back', () => {
  const world = sampleWorld({ promises: ({ live }) => [promise.drilled({ in: live })] })
  assert.equal(verdictsOf(drilled, world)[0]?.verdict, 'unknown')
})
