import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delivery, wave } from '../../platform/language/delivery.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import type { Delivery, Step, Wave } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { applied } from './applied.ts'

interface Row {
  readonly name: string
  readonly by?: Delivery['by']
  readonly waves?: (shop: Shop) => readonly Wave[]
  readonly steps?: (shop: Shop) => readonly Step[]
  readonly beside?: true
  readonly verdict: Word
  readonly lines: readonly string[]
}

const byHand = (does: 'deploy' | 'migrate' | 'verify', of: Step['of']) => step(does, { does, actor: 'person', of })
const alone = 'a controller applies live, and nobody beside it'

const rows: readonly Row[] = [
  { name: 'a controller, and nobody else', verdict: 'kept', lines: [alone] },
  {
    name: 'and people by hand',
    steps: ({ orders }) => [byHand('deploy', [orders])],
    verdict: 'broken',
    lines: ['a controller applies live, and so does 1 step by hand: what they change it changes back'],
  },
  {
    name: 'a pipeline changes nothing back until it runs',
    by: 'pipeline',
    steps: ({ orders }) => [byHand('deploy', [orders])],
    verdict: 'broken',
    lines: ['a pipeline applies live, and so does 1 step by hand'],
  },
  {
    name: 'people who only look',
    steps: ({ orders }) => [byHand('verify', [orders])],
    verdict: 'kept',
    lines: [alone],
  },
  {
    name: 'people apply all of it',
    by: 'person',
    steps: ({ orders, ledgerDb }) => [byHand('deploy', [orders]), byHand('migrate', [ledgerDb])],
    verdict: 'kept',
    lines: ['a person applies live, and nobody beside it'],
  },
  {
    name: 'two deliveries',
    beside: true,
    verdict: 'broken',
    lines: ['a controller applies live, and so does other: what they change it changes back'],
  },
  {
    name: 'a schema that people migrate',
    steps: ({ ledgerDb }) => [byHand('migrate', [ledgerDb])],
    verdict: 'broken',
    lines: ['the schema of ledger-db is migrated by hand, and nothing makes what calls it wait'],
  },
  {
    name: 'a schema with a wave of its own',
    waves: ({ ledgerDb, orders, checkout }) => [
      wave('stores', { applies: [ledgerDb], migrates: [ledgerDb] }),
      wave('services', { applies: [orders, checkout] }),
    ],
    verdict: 'kept',
    lines: [
      alone,
      'the schema of ledger-db is migrated in a wave of its own',
      'stores, then services: each finds what it needs',
    ],
  },
  {
    name: 'waves the wrong way round',
    waves: ({ ledgerDb, orders }) => [
      wave('services', { applies: [orders] }),
      wave('stores', { applies: [ledgerDb], migrates: [ledgerDb] }),
    ],
    verdict: 'broken',
    lines: ['waves come too early'],
  },
]

for (const { name, by = 'controller', waves, steps, beside, verdict, lines } of rows) {
  test(`applied: ${name}`, () => {
    const world = sampleWorld({
      plans: (shop) => ({
        deliveries: [
          delivery('git', { by, applies: [shop.live], waves: waves?.(shop) ?? [] }),
          ...(beside ? [delivery('other', { by: 'person', applies: [shop.live] })] : []),
        ],
        procedures: steps ? [procedure('by-hand', { in: shop.live, steps: steps(shop) })] : [],
      }),
    })
    const found = verdictsOf(applied, world).find(({ id }) => id === 'applied/shop/git')
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })
}
