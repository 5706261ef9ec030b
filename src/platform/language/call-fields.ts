// How calls are made: what one call says of itself, and a mesh of all.

import { count, duration, either, type Fields, need, oneOf, record, stated } from '../schema.ts'

export const callFields = {
  timeout: duration,
  retries: record("retries such as { attempts: 3, perTry: '2s' }", {
    attempts: need(count(1), 'how often it is tried at most, the first time counted'),
    backoff: either(oneOf('exponential'), duration),
    perTry: duration,
    stated,
  }),
  breaker: record("a breaker such as { failures: 5, for: '30s' }", {
    failures: count(1),
    for: duration,
    stated,
  }),
  balances: oneOf(
    'round-robin',
    'random',
    'least-connections',
    'least-requests',
    'consistent-hash',
    'weighted',
    'by-role',
  ),
} satisfies Fields
