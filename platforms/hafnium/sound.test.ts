// What the document has right raises nothing; each row goes red when it is said wrong.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Correction, change, corrected, promises } from '../findings/changing.ts'
import { asked } from '../findings/judged.ts'
import { judgedWith } from './judged.ts'

const whole = 'recovers/prod/any-failure/prod'

const rows: readonly [sound: string, shows: string, puts: Correction, unless: Correction][] = [
  [
    'fifteen minutes and five for the database are within an hour and five for the whole',
    'postgresql is promised back within 15m, with at most 5m lost',
    (platform) => platform,
    promises('recovers', (options) => (options.within === '15m' ? { ...options, losing: '10m' } : options)),
  ],
  [
    'five minutes for names are within the hour',
    'traffic is promised back within 5m',
    (platform) => platform,
    promises('recovers', (options) => (options.within === '5m' ? { ...options, within: '2h' } : options)),
  ],
]

for (const [sound, shows, puts, unless] of rows)
  test(`${sound}: raises nothing, and not so where it is said wrong`, () => {
    const asIs = puts(judgedWith().platform)
    const reasons = (platform: typeof asIs) => asked(platform, ['recovers']).get(whole)?.because ?? []
    const told = (platform: typeof asIs) => reasons(platform).find(({ says }) => says.line.includes(shows))
    assert.equal(told(asIs)?.truth, true)
    assert.notEqual(told(unless(asIs))?.truth, true)
  })

test('names lead elsewhere within five minutes where checks and the TTL are short, and not where the TTL is long', () => {
  const id = 'recovers/prod/loss-of-a-region/traffic'
  const verdictWith = (ttl: string) => {
    const said = change('dnsFailover', ['traffic'], (options) => ({
      ...options,
      checks: { every: '30s', failures: 3 },
      ttl,
    }))
    return asked(corrected(judgedWith().platform, [said]), ['recovers']).get(id)?.verdict
  }
  assert.equal(verdictWith('1m'), 'kept')
  assert.equal(verdictWith('5m'), 'broken')
})
