import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DnsFailover } from '../../platform/model.ts'
import { type DnsTime, dnsTime } from './dns-time.ts'

const rows: [
  name: string,
  said: Pick<DnsFailover, 'checks' | 'ttl'>,
  least: number,
  most: number | undefined,
  unsaid: DnsTime['unsaid'],
][] = [
  ['three checks and a minute', { checks: { every: '30s', failures: 3 }, ttl: '60s' }, 60, 150, []],
  ['a long TTL', { checks: { every: '30s', failures: 3 }, ttl: '300s' }, 60, 390, []],
  ['one check', { checks: { every: '10s', failures: 1 }, ttl: '30s' }, 0, 40, []],
  ['no TTL is said', { checks: { every: '30s', failures: 3 } }, 60, undefined, ['the TTL']],
  ['nothing is said of checks', { ttl: '60s' }, 0, undefined, ['the interval of checks', 'how many checks fail']],
  ['an interval alone', { checks: { every: '30s' }, ttl: '60s' }, 0, undefined, ['how many checks fail']],
]

for (const [name, said, least, most, unsaid] of rows) {
  test(`dns time: ${name}`, () => {
    const time = dnsTime(said)
    assert.deepEqual([time.span.from, time.span.to, time.unsaid], [least, most, unsaid])
  })
}
