// Alerts on restarts see only containers that die fast enough: the waits between the restarts count too.

import {
  longestLifeSeconds,
  loopEndsSeconds,
  type RestartRule,
  waitsBefore,
} from '../../engine/monitoring/crash-loop.ts'
import { timer } from '../../knowledge/timers.ts'
import type { Alert } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

export interface Loops {
  readonly alerts: readonly (RestartRule & {
    readonly name: string
    readonly waits: readonly number[]
    readonly lifeSeconds: number
  })[]
  /** A container that runs so long begins anew. */
  readonly endsSeconds: number
}

export type LoopRules = { loops: Loops }

/** The counter of kube-state-metrics that an alert on crash loops looks at. */
const restarts = 'kube_pod_container_status_restarts_total'

export function loopParts(alerts: readonly Alert[], { estate }: View) {
  const [first, most] = (['crashLoopFirstSeconds', 'crashLoopMostSeconds'] as const).map((name) =>
    timer(name, estate.minor ?? ''),
  )
  if (!first || !most) return []
  const backOff = { firstSeconds: first.value, mostSeconds: most.value }
  const seen = alerts.flatMap((alert) => {
    const rule = ruleOf(alert)
    if (!rule) return []
    const waits = waitsBefore(rule.restarts, backOff)
    return [{ name: alert.name, ...rule, waits, lifeSeconds: longestLifeSeconds(rule, backOff) }]
  })
  const endsSeconds = loopEndsSeconds(backOff)
  return [
    part(
      'loops',
      seen.some(({ lifeSeconds }) => lifeSeconds >= endsSeconds),
      { alerts: seen, endsSeconds },
      {
        cause: `slow-loops/${estate.cluster}`,
        hint: `an alert on so many restarts in a longer time, as 5 in 1h beside the one in minutes`,
        stated: alerts.filter(ruleOf).map(({ stated }) => stated),
      },
    ),
  ]
}

export function ruleOf({ when, for: held }: Alert): RestartRule | undefined {
  const overSeconds = secondsOf(when.over ?? '')
  if (when.rises === undefined || when.metric?.name !== restarts || overSeconds === undefined) return undefined
  return { restarts: when.rises, overSeconds, forSeconds: held === undefined ? 0 : (secondsOf(held) ?? 0) }
}

export const loopWords = {
  loops: ({ alerts, endsSeconds }: Loops): Words => {
    if (alerts.length === 0) return { line: `no alert counts restarts (${restarts})` }
    const longest = alerts.reduce((one, other) => (other.lifeSeconds > one.lifeSeconds ? other : one))
    const { name, lifeSeconds } = longest
    const rows = alerts.map((alert) => [alert.name, sums(alert)] as const)
    if (lifeSeconds >= endsSeconds) {
      return { line: `${name} sees every container that dies within ${sayTime(endsSeconds)} of each start`, rows }
    }
    const which =
      lifeSeconds < 0 ? 'no container at all' : `only containers that die within ${sayTime(lifeSeconds)} of each start`
    return {
      line: `${name} sees ${which}; one that runs longer, up to ${sayTime(endsSeconds)}, keeps dying unseen`,
      rows,
    }
  },
}

function sums({ restarts: count, overSeconds, forSeconds, waits, lifeSeconds }: Loops['alerts'][number]): string {
  const waited = waits.reduce((sum, wait) => sum + wait, 0)
  const held = forSeconds > 0 ? ` − ${forSeconds}` : ''
  const shown = waits.length > 8 ? `${waits.slice(0, 8).join(' + ')} + …` : waits.join(' + ')
  const sum = `(${overSeconds}${held} − ${waited}) / ${count} = ${Math.round(lifeSeconds * 10) / 10}s`
  return `${count} restarts in ${sayTime(overSeconds)}; waits before them: ${shown} = ${waited}s; ${sum}`
}
