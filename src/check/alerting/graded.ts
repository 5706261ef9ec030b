// What a severity means: who is woken by it cannot tell one alert of it from another, so work on all of them begins as soon.

import { sourceOf } from '../../estate/source.ts'
import type { Alert } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type Answered = readonly (readonly [alert: string, respond: string])[]

type Rules = {
  one: { severity: string; alerts: Answered }
  order: { severity: string; respond: string; graver: string; later: string }
}

export const graded = defineQuestion<Rules>({
  id: 'graded',
  asks: 'Does a severity mean one time until work on an alert begins, and a graver one no later?',

  *judge({ platform }) {
    const answered = (platform?.alerts ?? []).filter(({ severity, respond }) => severity && respond)
    const groups = [...Map.groupBy(answered, ({ severity }) => severity ?? '')].sort(([a], [b]) => byCodePoint(a, b))
    for (const [severity, alerts] of groups) {
      const [first] = alerts
      const parts = [...oneParts(severity, alerts), ...orderParts(severity, alerts, groups)]
      if (!first || parts.length === 0) continue
      yield {
        id: [platform?.name ?? 'platform', severity],
        says: `${severity} means one time until work begins`,
        source: sourceOf(first, first.stated),
        parts,
      }
    }
  },

  says: {
    one: ({ severity, alerts }, truth) => {
      const [[, respond]] = alerts as [readonly [string, string]]
      return truth
        ? `work on every alert that is ${severity} begins ${sayRespond(respond)}`
        : {
            line: `work on what is ${severity} begins at different times`,
            rows: alerts.map(([name, at]) => [name, sayRespond(at)]),
          }
    },
    order: ({ severity, respond, graver, later }, truth) =>
      truth
        ? `what is ${graver} is no later`
        : `work on what is ${severity} begins ${sayRespond(respond)}, and on what is ${graver}, which is graver, ${sayRespond(later)}`,
  },
})

function sayRespond(respond: string): string {
  return respond === 'immediately' ? 'at once' : `within ${respond}`
}

function respondSeconds({ respond }: Alert): number {
  return respond === 'immediately' ? 0 : (secondsOf(respond) ?? 0)
}

function oneParts(severity: string, alerts: readonly Alert[]): AnyPart<Rules>[] {
  if (alerts.length < 2) return []
  const named = alerts.toSorted((a, b) => byCodePoint(a.name, b.name))
  const because = { severity, alerts: named.map(({ name, respond = '' }) => [name, respond] as const) }
  const isOne = new Set(alerts.map(respondSeconds)).size === 1
  return [
    part('one', isOne, because, {
      cause: `severity-means/${severity}`,
      hint: 'one time for all of them, or another severity for those that differ',
      stated: named.map(({ cites, stated }) => cites?.respond ?? stated),
    }),
  ]
}

// P0 is graver than P1, SEV1 than SEV2; of other names nobody says.
function rankOf(severity: string): readonly [family: string, rank: number] | undefined {
  const [, family, rank] = /^(p|sev|severity)[- ]?(\d)$/i.exec(severity) ?? []
  return family === undefined ? undefined : [family.toLowerCase(), Number(rank)]
}

function orderParts(
  severity: string,
  alerts: readonly Alert[],
  groups: readonly (readonly [string, readonly Alert[]])[],
): AnyPart<Rules>[] {
  const rank = rankOf(severity)
  const above = groups.find(([other]) => {
    const one = rankOf(other)
    return rank && one && one[0] === rank[0] && one[1] === rank[1] - 1
  })
  const slowest = above?.[1].toSorted((a, b) => respondSeconds(b) - respondSeconds(a))[0]
  const latest = alerts.toSorted((a, b) => respondSeconds(b) - respondSeconds(a))[0]
  // Where the less grave one is not of one mind, its slowest counts.
  if (!above || !slowest || !latest) return []
  const because = { severity, respond: latest.respond ?? '', graver: above[0], later: slowest.respond ?? '' }
  return [
    part('order', respondSeconds(slowest) <= respondSeconds(latest), because, {
      cause: `severity-order/${above[0]}/${severity}`,
      stated: [slowest.cites?.respond ?? slowest.stated, latest.cites?.respond ?? latest.stated],
    }),
  ]
}
