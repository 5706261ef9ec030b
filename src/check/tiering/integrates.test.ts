import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { integrates } from './integrates.ts'
import { judgedTiers } from './sample-tiers.ts'

const mail = external('mail', { listens: 443, stage: 'production' })
const sandbox = external('mail-sandbox', { listens: 443, stage: 'sandbox' })
const agency = external('agency', { listens: 443 })
const callers = (other: typeof mail) => [service('notices', { calls: [other] }), other]

const rows: [name: string, called: typeof mail, instead: boolean, says: string][] = [
  [
    'the one to try things out on',
    sandbox,
    false,
    'kept integrates/trial/sandbox: notices call mail-sandbox, which is sandbox',
  ],
  ['the real one', mail, false, 'broken integrates/trial/sandbox: notices call mail, which is production'],
  [
    'another in place of the real one',
    mail,
    true,
    'kept integrates/trial/sandbox: notices call mail-sandbox, which is sandbox',
  ],
  [
    'one of which nobody says which',
    agency,
    false,
    'unknown integrates/trial/sandbox: notices call agency, of which nobody says which deployment it is',
  ],
]

for (const [name, called, instead, says] of rows) {
  test(`integrates: ${name}`, () => {
    const tiers = {
      live: { runs: callers(called) },
      ...(instead && { trial: { instead: [[mail, sandbox]] as const } }),
    }
    assert.deepEqual(
      judgedTiers(integrates, ({ trial }) => [promise.integrates('sandbox', { in: trial })], tiers),
      [says],
    )
  })
}

test('integrates: nothing outside', () => {
  assert.deepEqual(
    judgedTiers(integrates, ({ trial }) => [promise.integrates('sandbox', { in: trial })]),
    ['kept integrates/trial/sandbox: trial calls nothing outside'],
  )
})

test('integrates: one that stands there counts, whoever calls it', () => {
  assert.deepEqual(
    judgedTiers(integrates, ({ trial }) => [promise.integrates('sandbox', { in: trial })], { live: { runs: [mail] } }),
    ['broken integrates/trial/sandbox: there is mail, which is production'],
  )
})
