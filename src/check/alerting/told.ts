// Who hears of each alert, and how soon: one who is told of its severity, in a form that reaches people, and never one who
// waits for a sign of life and would take anything for it; and who takes it on then.

import { sourceOf } from '../../estate/source.ts'
import type { Alert } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { receiversOf } from '../../platform/receivers.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { namesOf } from '../plans/names-of.ts'
import { sayTime } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type EscalationParts, escalationParts, escalationWords } from './escalation-parts.ts'
import { lookedAt, type Term, termRows } from './notice-time.ts'
import { collectorsIn } from './notices-outside.ts'
import { notifiersIn } from './notifiers-in.ts'
import { type ReceiverParts, receiverParts, receiverWords, type Sending } from './told-parts.ts'

type Rules = ReceiverParts &
  EscalationParts & {
    condition: { alert: string; trend: string | undefined }
    looked: { alert: string; metric: string; seenBy: 'logs' | 'load-tests' }
    nobody: { alert: string }
    soon: { to: string; terms: readonly Term[] }
  }

interface Watching extends Sending {
  /** What collects metrics and evaluates alerts, the slowest first. */
  readonly by: ReturnType<typeof collectorsIn>
}

export const told = defineQuestion<Rules>({
  id: 'told',
  asks: 'Does every alert get to somebody who is told of its severity, and how soon?',

  *judge(world) {
    const { platform } = world
    const alerts = platform?.alerts ?? []
    if (alerts.length === 0) return
    const watching = watchingIn(world)
    for (const alert of alerts.toSorted((a, b) => byCodePoint(a.name, b.name))) {
      const { name, to, severity, in: where, stated } = alert
      const isOpen = to.length === 0 && severity === undefined
      if (to.length === 0 && !isOpen) continue
      yield {
        id: [where?.name ?? platform?.name ?? 'platform', name],
        environment: where?.name,
        says: isOpen
          ? `somebody is told of ${name}`
          : `${namesOf(to).join(' and ')} ${to.length === 1 ? 'is' : 'are'} told of ${name}`,
        source: sourceOf(alert, stated),
        parts: [
          ...conditionParts(alert),
          ...lookedParts(alert),
          ...(isOpen ? [nobodyPart(alert)] : []),
          ...receiversOf(alert).flatMap((receiver) => receiverParts(alert, receiver, watching)),
          ...escalationParts(alert),
          ...soonParts(alert, watching),
        ],
      }
    }
  },

  says: {
    ...receiverWords,
    ...escalationWords,
    condition: ({ alert, trend }) =>
      trend === undefined
        ? `nobody says what makes ${alert} fire`
        : `${alert} fires by the trend of ${trend}, and nobody says which trend that is`,
    looked: ({ alert, metric, seenBy }) =>
      `${alert} looks at ${metric}, which is learned from ${seenBy === 'logs' ? 'logs' : 'tests of load'}: nobody says what looks at those, and tells of it`,
    nobody: ({ alert }) => `nobody says how severe ${alert} is, nor who is told of it`,
    soon: ({ to, terms }): Words => ({
      line: `${to} hears of it after at most ${sayTime(terms.reduce((sum, [, seconds]) => sum + seconds, 0))}`,
      rows: termRows(terms),
    }),
  },
})

function watchingIn(world: World): Watching {
  const clusters = world.views.map(({ estate }) => estate.cluster)
  const seconds = (one: Watching['by'][number]) => sumOf(lookedAt({}, one.collects))
  const notifiers = notifiersIn(world).map((one) => traitsOf(one).notifies)
  return {
    by: clusters.flatMap((cluster) => collectorsIn(world, cluster)).sort((a, b) => seconds(b) - seconds(a)),
    isRouted: notifiers.some((one) => one?.operatedBy === 'prometheus-operator'),
    receivers: notifiers.flatMap((one) => one?.receivers ?? []),
    denied: world.denied,
  }
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, [, seconds]) => sum + seconds, 0)
}

function conditionParts({ name, when, expression, stated }: Alert): AnyPart<Rules>[] {
  const isUnsaid = Object.values(when).every((value) => value === undefined)
  if (expression !== undefined || (!isUnsaid && !when.trend)) return []
  const because = { alert: name, trend: when.metric?.name }
  return [part('condition', undefined, because, { waitsFor: `when ${name} fires`, stated: [stated] })]
}

// What evaluates rules looks at what is scraped alone.
function lookedParts({ name, when: { metric }, stated }: Alert): AnyPart<Rules>[] {
  const seenBy = metric?.seenBy
  if (!metric || (seenBy !== 'logs' && seenBy !== 'load-tests')) return []
  const because = { alert: name, metric: metric.name, seenBy }
  const said = [stated, metric.stated]
  return [part('looked', undefined, because, { waitsFor: `what looks at ${metric.name}`, stated: said })]
}

function nobodyPart({ name, stated }: Alert): AnyPart<Rules> {
  return part('nobody', undefined, { alert: name }, { waitsFor: `who is told of ${name}`, stated: [stated] })
}

function soonParts(alert: Alert, { by: [slowest] }: Watching): AnyPart<Rules>[] {
  if (!slowest || alert.when.always || alert.to.length === 0) return []
  const to = namesOf(alert.to).join(' and ')
  return [part('soon', true, { to, terms: lookedAt(alert, slowest.collects) }, { stated: [alert.stated] })]
}
