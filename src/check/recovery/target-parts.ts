// What stands beside a promise that something comes back in time: what is promised of its parts, and what is prepared.

import { dnsTime } from '../../engine/recovery/dns-time.ts'
import { isWithin } from '../../engine/recovery/span.ts'
import type { DnsFailover, Environment, Scenario } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, type Part, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import type { World } from '../world.ts'
import { mostSeconds, mostText } from './most-time.ts'
import { isOf, recoveredName, recoveriesIn } from './promised-time.ts'
import { estimateOf, isOverWithin, scenarioTime } from './scenario-time.ts'
import type { Recovers } from './store-recovery.ts'
import { isMadeAgain } from './stores-in.ts'
import { seconds, type TargetParts } from './target-words.ts'

/** Of names that lead elsewhere: checks and TTL. */
export function namesPart(name: DnsFailover, promise: Recovers): readonly Part<'names', TargetParts['names']>[] {
  const { stated } = promise
  const within = mostText(promise)
  if (within === undefined) return []
  const time = dnsTime(name)
  return [
    part(
      'names',
      isWithin(time.span, mostSeconds(promise) ?? 0),
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
function rowPart(row: Recovers, promise: Recovers): readonly Part<'row', TargetParts['row']>[] {
  const { losing, stated } = promise
  const within = mostText(promise)
  const isLate = isLater(row, promise)
  const isLossy = row.what.is === 'component' && isMadeAgain(row.what) ? undefined : exceeds(row.losing, losing)
  const lacks = within !== undefined && row.within === undefined && row.what.is === 'component'
  if (isLate === undefined && isLossy === undefined && !lacks) return []
  const because = {
    of: recoveredName(row),
    ...(row.within !== undefined && { within: mostText(row) ?? row.within }),
    ...(isLate && { isLate }),
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

function isLater(row: Recovers, whole: Recovers): boolean | undefined {
  const [one, most] = [mostSeconds(row), mostSeconds(whole)]
  return one === undefined || most === undefined ? undefined : one > most
}

function exceeds(part: string | undefined, whole: string | undefined): boolean | undefined {
  if (part === undefined || whole === undefined) return undefined
  return seconds(part) > seconds(whole)
}

function scenarioPart(
  one: Scenario,
  promise: Recovers,
  world: World,
): readonly Part<'scenario', TargetParts['scenario']>[] {
  const { stated } = promise
  const within = mostText(promise)
  if (within === undefined) return []
  const time = scenarioTime(one, world)
  const holds = time && isOverWithin(time, mostSeconds(promise) ?? 0)
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
