import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EnvironmentOptions } from '../platform/language/environment.ts'
import { environment } from '../platform/language/environment.ts'
import { sized } from '../platform/language/sized.ts'
import type { Environment } from '../platform/model.ts'
import { defineQuestion, part } from './define.ts'
import { sampleWorld, verdictsOf } from './sample.ts'
import { takenOver } from './taken-over.ts'

const about = ['Deployment/trial/checkout', 'StatefulSet/trial/ledger-db', 'Deployment/live/orders'] as const

const asked = (truth: boolean | undefined, counts?: readonly string[]) =>
  defineQuestion<{ any: object }>({
    id: 'asked',
    asks: 'Is it so?',
    *judge() {
      const id = counts ? (['harbour'] as const) : (['trial', 'checkout:http'] as const)
      yield {
        id,
        ...(counts ? { counts, about } : { environment: 'trial' }),
        says: 'it is so',
        parts: [part('any', truth, {})],
      }
    },
    says: { any: () => 'something' },
  })

const trial = (options: (live: Environment) => Partial<EnvironmentOptions> = () => ({})) => ({
  environments: ({ live }: { readonly live: Environment }) => [
    environment('trial', { on: live.on, namespace: 'trial', like: live, ...options(live) }),
  ],
})

const said = (question: ReturnType<typeof asked>, shop: ReturnType<typeof trial>) =>
  verdictsOf(question, sampleWorld(shop as never)).flatMap(({ because }) =>
    because.flatMap(({ rule, says }) => (rule === takenOver ? [says.line] : [])),
  )

const checkout = 'checkout of trial is taken to be as in live: trial is declared like it, and nobody says otherwise'
const all =
  'checkout, ledger-db, orders of trial are taken to be as in live: trial is declared like it, and nobody says otherwise'
const smaller = (live: Environment) => ({
  sized: live.runs.flatMap((one) => (one.is === 'component' && one.name === 'checkout' ? [sized(one, {})] : [])),
})

const rows: [name: string, question: ReturnType<typeof asked>, shop: ReturnType<typeof trial>, says: string[]][] = [
  ['broken', asked(false), trial(), [checkout]],
  ['unknown', asked(undefined), trial(), [checkout]],
  ['kept says nothing of it', asked(true), trial(), []],
  ['the environment says something of it', asked(false), trial(smaller), []],
  ['the environment says how many of all', asked(false), trial(() => ({ replicas: 1 })), []],
  ['an environment that is like no other', asked(false), trial((live) => ({ like: undefined, runs: live.runs })), []],
  ['a cluster, of all that it counts there', asked(false, ['live', 'trial']), trial(), [all]],
]

for (const [name, question, shop, says] of rows) {
  test(`taken over: ${name}`, () => {
    assert.deepEqual(said(question, shop), says)
  })
}
