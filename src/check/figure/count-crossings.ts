// Declared calls that may cross from zone to zone, each with the zones of its ends.

import { type Crossing, crossingsOf } from '../../engine/placement/crossings.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { View } from '../world.ts'
import { fraction, type Uncounted } from './amount.ts'
import type { Count, Counted } from './counted.ts'

export function crossings({ of }: Count, { estate, pods }: View): Counted | Uncounted {
  const calls = crossingsOf(estate, pods).filter(({ caller }) => caller.environment === of.name)
  const open = calls.find(({ crosses }) => crosses === 'unknown')
  if (open)
    return { why: `nobody says in which zone every node is that takes ${open.caller.name} or ${open.called.name}` }
  const crossing = calls.filter(({ crosses }) => crosses === 'may').map(rowOf)
  return {
    amount: fraction('count', BigInt(crossing.length), 1n, {
      rows: crossing.sort(([a], [b]) => byCodePoint(a, b)),
      how: `${crossing.length}`,
    }),
  }
}

function rowOf({ caller, called, to, from, into }: Crossing): readonly [string, string] {
  return [`${caller.name} → ${called.name}:${to.port}`, `${zonesWords(from)} → ${zonesWords(into)}`]
}

function zonesWords(zones: Crossing['from']): string {
  return zones.join(' or ')
}
