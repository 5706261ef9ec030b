// What stands beside a promise that something comes back in time: what is promised of its parts, and what is prepared.

import { type DnsTime, dnsTime } from '../../engine/recovery/dns-time.ts'
import { isWithin } from '../../engine/recovery/span.ts'
import type { DnsFailover, Environment, Scenario } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, type Part, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import { stepRow } from '../path-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { isOf, recoveredName, recoveriesIn } from './promised-time.ts'
import { estimateOf, isOverWithin, type ScenarioTime, scenarioTime } from './scenario-time.ts'
import { takenWords } from './scenario-words.ts'
import type { Recovers } from './store-recovery.ts'
import { isMadeAgain } from './stores-in.ts'

export type TargetParts = {
  names: { name: string; time: DnsTime; within: string }
  row: { of: string; within?: string; losing?: string; most: { within?: string; losing?: string } }
  scenario: { scenario: string; failure: string; time?: ScenarioTime; within: string }
  open: { what: string; within: string; rows: readonly (readonly [of: string, within: string])[]; seconds: number }
}

/** Of names that lead elsewhere: checks and TTL. */
export function namesPart(
  name: DnsFailover,
  { within, stated }: Recovers,
): readonly Part<'names', TargetParts['names']>[] {
  if (within === undefined) return []
  const time = dnsTime(name)
  return [
    part(
      'names',
      isWithin(time.span, secondsOf(within) ?? 0),
      { name: name.name, time, within },
      {
        cause: `slow-names/${name.name}`,
        ...(time.unsaid.length > 0 && { waitsFor: `${time.unsaid.join(', ')}: "checks" and "ttl" of dnsFailover` }),
        hint: 'checks that come sooner, fewer that have to fail, or a shorter TTL',
        stated: [stated, name.stated],
      },
    ),
  ]
}

/** Of an environment as a whole: what is promised of its parts, and each failure that is prepared for. */
export function wholeParts(environment: Environment, promise: Recovers, world: World): readonly AnyPart<TargetParts>[] {
  const rows = recoveriesIn(environment, promise.from, world)
    .filter((other) => !isWhole(other))
    .sort((a, b) => byCodePoint(recoveredName(a), recoveredName(b)))
  const scenarios = (world.plans?.scenarios ?? []).filter(
    (one) => one.in.name === environment.name && isOf(promise.from, one.of),
  )
  const struck = scenarios.flatMap((one) => scenarioPart(one, promise, world))
  return [
    ...rows.flatMap((row) => rowPart(row, promise)),
    ...struck,
    ...(struck.length === 0 && !promise.by ? openPart(environment.name, rows, promise) : []),
  ]
}

function isWhole({ what, part: of }: Recovers): boolean {
  return what.is === 'environment' && of === undefined
}

// What is back later, or loses more, than the whole may; and rows of which nobody says when they are back. What is made again
// may lose more: nothing of it was written there first.
function rowPart(row: Recovers, { within, losing, stated }: Recovers): readonly Part<'row', TargetParts['row']>[] {
  const isLate = exceeds(row.within, within)
  const isLossy = row.what.is === 'component' && isMadeAgain(row.what) ? undefined : exceeds(row.losing, losing)
  const lacks = within !== undefined && row.within === undefined && row.what.is === 'component'
  if (isLate === undefined && isLossy === undefined && !lacks) return []
  const because = {
    of: recoveredName(row),
    ...(row.within !== undefined && { within: row.within }),
    ...(row.losing !== undefined && { losing: row.losing }),
    most: { ...(within !== undefined && { within }), ...(losing !== undefined && { losing }) },
  }
  return [
    part('row', !(isLate || isLossy || lacks), because, {
      cause: `beyond-target/${recoveredName(row)}`,
      hint: 'one figure for the whole that its parts keep, or parts that are back sooner and lose less',
      stated: [stated, row.stated],
    }),
  ]
}

function exceeds(part: string | undefined, whole: string | undefined): boolean | undefined {
  if (part === undefined || whole === undefined) return undefined
  return seconds(part) > seconds(whole)
}

function seconds(time: string): number {
  return time === 'nothing' ? 0 : (secondsOf(time) ?? 0)
}

function scenarioPart(
  one: Scenario,
  { within, stated }: Recovers,
  world: World,
): readonly Part<'scenario', TargetParts['scenario']>[] {
  if (within === undefined) return []
  const time = scenarioTime(one, world)
  const holds = time && isOverWithin(time, secondsOf(within) ?? 0)
  const estimates = holds === true ? (time?.isEstimated ? [estimateOf(one)] : (time?.path?.assumes ?? [])) : []
  const isDenied = estimates.some(({ id }) => world.denied.has(id))
  return [
    part(
      'scenario',
      isDenied ? false : holds,
      { scenario: one.name, failure: failureNoun(one.of), ...(time && { time }), within },
      {
        assumes: isDenied ? [] : estimates,
        cause: `slow-scenario/${one.in.name}/${one.name}`,
        hint: 'steps that take less, or a target that they keep',
        stated: [stated, ...(time?.stated ?? [one.stated])],
      },
    ),
  ]
}

// Parts that are promised say nothing of what lies between them: who notices, who decides, what is brought to full size.
function openPart(
  what: string,
  rows: readonly Recovers[],
  { within, stated }: Recovers,
): readonly Part<'open', TargetParts['open']>[] {
  if (within === undefined) return []
  const timed = rows.flatMap((row) => (row.within === undefined ? [] : [[recoveredName(row), row.within] as const]))
  const sum = timed.reduce((all, [, one]) => all + seconds(one), 0)
  return [
    part(
      'open',
      undefined,
      { what, within, rows: timed, seconds: sum },
      {
        waitsFor: 'what is done, step by step, with a time for each: a scenario with a procedure',
        stated: [stated, ...rows.map((row) => row.stated)],
      },
    ),
  ]
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
  row: ({ of, within, losing, most }: TargetParts['row'], truth: Truth): string => {
    const lost = losing === undefined ? '' : losing === 'nothing' ? 'with nothing lost' : `with at most ${losing} lost`
    const said = [within === undefined ? '' : `within ${within}`, lost].filter((word) => word !== '').join(', ')
    if (truth) return `${of} is promised back ${said}`
    const missing =
      within === undefined && most.within !== undefined
        ? `nobody says when ${of} is back, which is needed within ${most.within}`
        : ''
    const late = within !== undefined && most.within !== undefined && seconds(within) > seconds(most.within)
    const lossy = losing !== undefined && most.losing !== undefined && seconds(losing) > seconds(most.losing)
    const beyond = [
      late ? `back within ${within}, and ${most.within} is the most` : '',
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
