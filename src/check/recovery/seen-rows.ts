// What monitoring has gathered: what backs it has as much, but for what it is behind.

import type { Monitoring } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { asDeclared } from '../security/as-declared.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'
import type { Recovers } from './store-recovery.ts'

export type SeenRowsParts = {
  gathered: {
    readonly stack: string
    readonly backedBy: readonly string[]
    readonly lag?: string
    readonly losing: string
  }
}

/** Nothing where no loss is promised. */
export function seenRowsParts(
  { name, backedBy, lag, stated }: Monitoring,
  { losing, stated: promised }: Recovers,
  world: World,
): readonly AnyPart<SeenRowsParts>[] {
  if (losing === undefined) return []
  const backs = backedBy.map((one) => one.name).sort()
  const seconds = secondsOf(lag)
  const most = losing === 'nothing' ? 0 : (secondsOf(losing) ?? 0)
  const isOpen = seconds === undefined || backs.length === 0
  const because = { stack: name, backedBy: backs, losing, ...(lag !== undefined && { lag }) }
  const more = {
    cause: `gathered/${name}`,
    waitsFor: `what has as much as ${name} has gathered: "backedBy", with its lag`,
    hint:
      backs.length > 0
        ? `lag: '${losing === 'nothing' ? '0s' : losing}' of ${name}: how far ${backs.join(' and ')} may be behind`
        : 'backedBy: [another stack], that gathers the same or is sent it, with its lag',
    stated: [promised, stated],
  }
  if (isOpen) return [part('gathered', undefined, because, more)]
  if (seconds > most) return [part('gathered', false, because, more)]
  const says = `what backs ${name} is behind it by ${lag} at most in what was gathered, as declared`
  const declared = asDeclared(`gathered/${name}`, says, world)
  return [part('gathered', declared.truth, because, { ...more, assumes: declared.assumes })]
}

export const seenRowsWords = {
  gathered: ({ stack, backedBy, lag, losing }: SeenRowsParts['gathered'], truth: Truth): string => {
    const most = losing === 'nothing' ? 'nothing may be lost' : `at most ${losing} may be lost`
    if (backedBy.length === 0) return `nobody says what has what ${stack} has gathered once that is gone, and ${most}`
    const others = backedBy.join(' and ')
    if (lag === undefined)
      return `nobody says how far ${others} ${backedBy.length === 1 ? 'is' : 'are'} behind ${stack} in what was gathered, and ${most}`
    return `${others} ${backedBy.length === 1 ? 'is' : 'are'} behind ${stack} by ${lag} in what was gathered${truth === false ? `, and ${most}` : ''}`
  },
}
