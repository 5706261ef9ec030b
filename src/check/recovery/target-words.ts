// What stands beside a promise that something comes back in time, in words.

import type { DnsTime } from '../../engine/recovery/dns-time.ts'
import { secondsOf } from '../../platform/units.ts'
import { stepRow } from '../path-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { ScenarioTime } from './scenario-time.ts'
import { takenWords } from './scenario-words.ts'

export type TargetParts = {
  names: { name: string; time: DnsTime; within: string }
  row: { of: string; within?: string; isLate?: boolean; losing?: string; most: { within?: string; losing?: string } }
  scenario: { scenario: string; failure: string; time?: ScenarioTime; within: string }
  open: { what: string; within: string; rows: readonly (readonly [of: string, within: string])[]; seconds: number }
}

export function seconds(time: string): number {
  return time === 'nothing' ? 0 : (secondsOf(time) ?? 0)
}

export const targetWords = {
  names: ({ name, time, within }: TargetParts['names'], truth: Truth): Words => {
    const { everySeconds, failures, ttlSeconds, unsaid, span } = time
    const sum = `${everySeconds === undefined ? '?' : sayTime(everySeconds)} × ${failures ?? '?'} + ${ttlSeconds === undefined ? '?' : sayTime(ttlSeconds)}`
    if (truth === undefined)
      return {
        line: `${name} leads elsewhere after checks and TTL, ${sum}: nobody says ${unsaid.join(', ')}, so ${within} is not shown`,
      }
    return {
      line: `${name} leads elsewhere after ${sum} = ${sayTime(span.to ?? 0)} at worst${truth ? `, within ${within}` : `, and ${within} is promised`}`,
    }
  },
  row: ({ of, within, isLate, losing, most }: TargetParts['row'], truth: Truth): string => {
    const lost = losing === undefined ? '' : losing === 'nothing' ? 'with nothing lost' : `with at most ${losing} lost`
    const said = [within === undefined ? '' : `within ${within}`, lost].filter((word) => word !== '').join(', ')
    if (truth) return `${of} is promised back ${said}`
    const missing =
      within === undefined && most.within !== undefined
        ? `nobody says when ${of} is back, which is needed within ${most.within}`
        : ''
    const lossy = losing !== undefined && most.losing !== undefined && seconds(losing) > seconds(most.losing)
    const beyond = [
      isLate ? `back within ${within}, and ${most.within} is the most` : '',
      lossy ? `to lose at most ${losing}, and ${most.losing} is the most` : '',
    ]
    const more = beyond.filter((word) => word !== '')
    return [
      ...(more.length > 0 ? [`${of} is promised ${more.join('; ')}`] : []),
      ...(missing === '' ? [] : [missing]),
    ].join('; ')
  },
  scenario: ({ scenario, failure, time, within }: TargetParts['scenario'], truth: Truth): Words => {
    if (!time) return { line: `nobody says how long ${scenario} takes, which is prepared for ${failure}` }
    const rows = time.path?.steps.map(stepRow) ?? []
    if (truth === undefined)
      return {
        line: `${scenario} takes ${takenWords(time)}, so ${within} is not shown`,
        rows,
      }
    return {
      line: `${scenario} takes ${saySpan(time.span)}${truth ? `, within ${within}` : `, and ${within} is promised`}`,
      rows,
    }
  },
  open: ({ what, within, rows, seconds: sum }: TargetParts['open']): Words => ({
    line:
      rows.length === 0
        ? `nobody says what is done to bring ${what} back, so ${within} is not shown`
        : `what is promised of its parts comes to ${sayTime(sum)}, one after the other; of the ${within} ${left(within, sum)}`,
    rows: rows.map(([of, time]) => [of, `within ${time}`] as const),
  }),
}

function left(within: string, sum: number): string {
  const rest = seconds(within) - sum
  return rest > 0
    ? `${sayTime(rest)} is left to what nobody lists: who notices, who decides, what is brought to full size and looked at`
    : 'nothing is left to what nobody lists'
}
