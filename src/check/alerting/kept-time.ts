// How long records are kept, tier by tier: a tier may count from when a record is written, or from when it enters.

import type { Gathering } from '../../platform/component.ts'
import { secondsOf } from '../../platform/units.ts'

/** At least and at most, in seconds; undefined where no tier is said. */
export interface KeptTime {
  readonly from: number
  readonly to: number
}

export function keptTime(keeps: Gathering['keeps']): KeptTime | undefined {
  return keeps.reduce<KeptTime | undefined>((before, { for: time, from }) => {
    const seconds = secondsOf(time) ?? 0
    if (!before) return { from: seconds, to: seconds }
    const onTop = { from: before.from + seconds, to: before.to + seconds }
    const inAll = { from: Math.max(before.from, seconds), to: Math.max(before.to, seconds) }
    if (from === 'entry') return onTop
    return from === 'writing' ? inAll : { from: inAll.from, to: onTop.to }
  }, undefined)
}
