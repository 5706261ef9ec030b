import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import type { BaseRule } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { bases } from './bases.ts'

const distroless: ServiceOptions = { built: { base: 'distroless', runtime: 'node' } }
const alpine: ServiceOptions = { built: { base: 'alpine' } }
const labels = { rules: 'strict' }
const all = { base: 'distroless', of: 'runtimes' } as const
const meets = 'two rules may be about one workload, want different bases, and neither comes first'

// checkout, orders and ledger-db run; ledger-db is built on alpine.
const rows: [name: string, checkout: ServiceOptions, rules: readonly BaseRule[], first: boolean, Word, string][] = [
  [
    'as it is meant',
    alpine,
    [{ base: 'alpine' }],
    false,
    'kept',
    'alpine is the base of checkout in live, ledger-db in live, orders in live',
  ],
  [
    'another one',
    distroless,
    [{ base: 'alpine' }],
    false,
    'broken',
    'checkout in live is built on distroless, and alpine is wanted',
  ],
  [
    'nobody says',
    {},
    [{ base: 'alpine' }],
    false,
    'unknown',
    'nobody says what the image of checkout in live is built on',
  ],
  [
    'about nobody',
    distroless,
    [{ base: 'ubi', of: 'jobs' }],
    false,
    'kept',
    'no two rules want different bases of one workload, or the first of them holds',
  ],
  [
    'made as it is meant',
    distroless,
    [{ base: 'distroless', runtime: 'node', multiStage: false, labels: { app: 'checkout' } }],
    false,
    'kept',
    'checkout in live: runtime node',
  ],
  [
    'another runtime',
    distroless,
    [{ base: 'distroless', runtime: 'jre', labels: { app: 'checkout' } }],
    false,
    'broken',
    'checkout in live: runtime node, and runtime jre is wanted',
  ],
  [
    'by somebody else',
    alpine,
    [{ base: 'alpine', official: true, labels: { app: 'checkout' } }],
    false,
    'broken',
    'checkout in live: not official, and official is wanted',
  ],
  [
    'in one stage',
    alpine,
    [{ base: 'alpine', multiStage: true, labels: { app: 'checkout' } }],
    false,
    'broken',
    'checkout in live: built in one stage, and built in several stages is wanted',
  ],
  ['two that may meet', alpine, [{ base: 'alpine' }, { base: 'ubi', labels }], false, 'broken', meets],
  [
    'the first of the two holds',
    alpine,
    [{ base: 'ubi', labels }, { base: 'alpine' }],
    true,
    'kept',
    'no two rules want different bases of one workload, or the first of them holds',
  ],
  [
    'two that exclude each other',
    alpine,
    [
      { base: 'alpine', of: 'runtimes' },
      { base: 'ubi', of: 'jobs' },
    ],
    false,
    'kept',
    'alpine is the base of checkout in live, ledger-db in live, orders in live',
  ],
  [
    'two of one base',
    alpine,
    [{ base: 'alpine' }, { base: 'alpine', labels }],
    false,
    'kept',
    'alpine is the base of checkout in live, ledger-db in live, orders in live',
  ],
  [
    'what has the label',
    { ...distroless, labels },
    [{ base: 'ubi', labels }],
    true,
    'broken',
    'checkout in live is built on distroless, and ubi is wanted',
  ],
  [
    'all that run',
    alpine,
    [all],
    false,
    'broken',
    'checkout in live, ledger-db in live, orders in live are built on alpine, and distroless is wanted',
  ],
]

for (const [name, checkout, rules, firstMatches, verdict, line] of rows) {
  test(`bases: ${name}`, () => {
    const built = { base: 'alpine' } as const
    const promises = () => [promise.bases(rules, { firstMatches })]
    const world = sampleWorld({ checkout, orders: { built }, ledgerDb: { built }, promises })
    const [found] = verdictsOf(bases, world)
    assert.equal(found?.verdict, verdict)
    const lines = found?.because.map(({ says }) => says.line) ?? []
    assert.ok(lines.includes(line), lines.join('\n'))
    if (verdict !== 'kept') assert.ok(found && linesOf(found).includes(line))
  })
}
