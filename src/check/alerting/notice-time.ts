// How long it takes at worst from a failure until somebody is told: until the next scrape, until the rule is looked at,
// as long as it must hold, and as long as the Alertmanager gathers what comes together.

import type { Alert, PlatformPromise } from '../../platform/model.ts'
import { receiversOf } from '../../platform/receivers.ts'
import { secondsOf } from '../../platform/units.ts'
import { part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { ruleOf } from './notices-loops.ts'
import { collectorsIn } from './notices-outside.ts'

export type NoticedPromise = Extract<PlatformPromise, { kind: 'noticed' }>

export interface NoticeTime {
  readonly within: string
  /** The soonest of the alerts that fire; absent where none does, or nobody says what collects. */
  readonly soonest?: { readonly name: string; readonly terms: readonly Term[]; readonly seconds: number }
}

export type Term = readonly [label: string, seconds: number]

// group_wait where a route says nothing else: prometheus.io/docs/alerting/latest/configuration/#route.
const groupWaitSeconds = 30

/** Nothing where no time is promised. */
export function timeParts(
  { what, within }: NoticedPromise,
  alerts: readonly Alert[],
  { world, view }: { world: World; view: View },
) {
  if (within === undefined) return []
  const [by] = collectorsIn(world, view.estate.cluster)
  const ways = alerts.flatMap((alert) => {
    const terms = termsOf(alert, what, by?.collects)
    return terms ? [{ name: alert.name, terms, seconds: terms.reduce((sum, [, seconds]) => sum + seconds, 0) }] : []
  })
  const soonest = ways.reduce<(typeof ways)[number] | undefined>(
    (one, other) => (one && one.seconds <= other.seconds ? one : other),
    undefined,
  )
  const truth: Truth = soonest && soonest.seconds <= (secondsOf(within) ?? 0)
  return [
    part('time', truth, { within, ...(soonest && { soonest }) }, { cause: `noticed-late/${view.estate.cluster}` }),
  ]
}

type Collects = ReturnType<typeof collectorsIn>[number]['collects'] | undefined

function termsOf(alert: Alert, what: NoticedPromise['what'], collects: Collects): readonly Term[] | undefined {
  if (typeof what === 'object' && what.is === 'failure') {
    const [sign] = alert.when.always ? receiversOf(alert).filter((one) => one.expects !== undefined) : []
    return sign && [[`${sign.name} hears nothing`, secondsOf(sign.expects) ?? 0]]
  }
  if (!collects) return undefined
  const looked = lookedAt(alert, collects)
  if (what === 'crash-loops') {
    const rule = ruleOf(alert)
    return rule && [[`until ${rule.restarts} restarts`, rule.overSeconds - rule.forSeconds], ...looked]
  }
  return alert.when.down?.name === what.name ? looked : undefined
}

/** From when something is so until somebody is told: what a collector and an Alertmanager take at worst. */
export function lookedAt(
  { for: held }: Pick<Alert, 'for'>,
  { every, evaluates }: NonNullable<Collects>,
): readonly Term[] {
  return [
    ['until the next scrape', secondsOf(every) ?? 0],
    ['until the rule is evaluated', secondsOf(evaluates) ?? 0],
    ['it must hold', held === undefined ? 0 : (secondsOf(held) ?? 0)],
    ['group_wait of the Alertmanager', groupWaitSeconds],
  ]
}

export function timeWords({ within, soonest }: NoticeTime): Words {
  if (!soonest) return { line: `nobody says what would take how long, and ${within} is promised` }
  return {
    line: `${soonest.name} tells it after at most ${sayTime(soonest.seconds)}, and ${within} is promised`,
    rows: termRows(soonest.terms),
  }
}

export function termRows(terms: readonly Term[]): Words['rows'] {
  return terms.filter(([, seconds]) => seconds > 0).map(([label, seconds]) => [label, sayTime(seconds)] as const)
}
