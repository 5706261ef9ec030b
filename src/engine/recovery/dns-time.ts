// How long callers are led to what is gone: health checks fail so often, each so long after the one before, and resolvers
// keep the old answer for its TTL (RFC 1035 section 3.2.1). Whoever ignores the TTL comes on top, and is not reckoned.

import type { DnsFailover } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { noTime, type Span, sumOf, unsaidTime } from './span.ts'

export interface DnsTime {
  readonly everySeconds?: number
  readonly failures?: number
  readonly ttlSeconds?: number
  readonly span: Span
  /** What nobody says, of the three. */
  readonly unsaid: readonly ('the interval of checks' | 'how many checks fail' | 'the TTL')[]
}

/** The checks may begin just after the last good one, and the old answer may just have been given. */
export function dnsTime({ checks = {}, ttl }: Pick<DnsFailover, 'checks' | 'ttl'>): DnsTime {
  const everySeconds = secondsOf(checks.every)
  const { failures } = checks
  const ttlSeconds = secondsOf(ttl)
  const isChecked = everySeconds !== undefined && failures !== undefined
  const noticed = isChecked ? { from: (failures - 1) * everySeconds, to: failures * everySeconds } : unsaidTime
  const kept = ttlSeconds === undefined ? unsaidTime : { ...noTime, to: ttlSeconds }
  return {
    ...(everySeconds !== undefined && { everySeconds }),
    ...(failures !== undefined && { failures }),
    ...(ttlSeconds !== undefined && { ttlSeconds }),
    span: sumOf([noticed, kept]),
    unsaid: [
      ...(everySeconds === undefined ? (['the interval of checks'] as const) : []),
      ...(failures === undefined ? (['how many checks fail'] as const) : []),
      ...(ttlSeconds === undefined ? (['the TTL'] as const) : []),
    ],
  }
}
