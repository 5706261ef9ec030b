// Who hears of each alert, and how soon: one who is told of its severity, in a form that reaches people, and never one who
// waits for a sign of life and would take anything for it.

import type { Assumption } from '../../engine/assumption.ts'
import { sourceOf } from '../../estate/source.ts'
import { integrationOf } from '../../estate/watching/integration.ts'
import type { Alert, Receiver } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { lookedAt, type Term, termRows } from './notice-time.ts'
import { collectorsIn } from './notices-outside.ts'
import { standingIn } from './standing-in.ts'

type Rules = {
  severity: { to: string; severity: string; severities: readonly string[] }
  sign: { to: string; expects: string }
  understood: { to: string; by: string; integration: string | undefined }
  soon: { to: string; terms: readonly Term[] }
}

interface Watching {
  /** What collects metrics and evaluates alerts, the slowest first. */
  readonly by: ReturnType<typeof collectorsIn>
  /** An Alertmanager sends them on. */
  readonly isSent: boolean
  readonly denied: ReadonlySet<string>
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
      const { name, to, in: where, stated } = alert
      if (!to) continue
      yield {
        id: [where?.name ?? platform?.name ?? 'platform', name],
        environment: where?.name,
        says: `${to.name} is told of ${name}`,
        source: sourceOf(alert, stated),
        parts: [...toParts(alert, to), ...sentParts(to, watching), ...soonParts(alert, to, watching)],
      }
    }
  },

  says: {
    severity: ({ to, severity, severities }, truth) =>
      truth === true
        ? `${to} is told of what is ${severity}`
        : `it is ${severity}, and ${to} is told of what is ${severities.join(' or ')} alone`,
    sign: ({ to, expects }, truth) =>
      truth === true
        ? `a sign of life, which ${to} expects every ${expects}`
        : `${to} takes whatever it hears for the sign of life that it expects every ${expects}, and tells nobody`,
    understood: ({ to, by, integration }, truth) => {
      if (integration) return `${to} is reached by ${by}, which Alertmanager writes to itself`
      return truth === true
        ? `${to} is reached by ${by}, which takes what Alertmanager posts`
        : `${to} is reached by ${by}, which does not take what Alertmanager posts`
    },
    soon: ({ to, terms }): Words => ({
      line: `${to} hears of it after at most ${sayTime(terms.reduce((sum, [, seconds]) => sum + seconds, 0))}`,
      rows: termRows(terms),
    }),
  },
})

function watchingIn(world: World): Watching {
  const clusters = world.views.map(({ estate }) => estate.cluster)
  const seconds = (one: Watching['by'][number]) => sumOf(lookedAt({}, one.collects))
  return {
    by: clusters.flatMap((cluster) => collectorsIn(world, cluster)).sort((a, b) => seconds(b) - seconds(a)),
    isSent: clusters.some((cluster) => standingIn(world, cluster).some((one) => traitsOf(one).notifies)),
    denied: world.denied,
  }
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, [, seconds]) => sum + seconds, 0)
}

function toParts({ name, severity, when, stated }: Alert, to: Receiver): AnyPart<Rules>[] {
  const { severities, expects } = to
  const said = { stated: [stated, to.stated] }
  const isSign = when.always === true
  return [
    ...(severities === undefined
      ? []
      : [
          part(
            'severity',
            severities.includes(severity),
            { to: to.name, severity, severities },
            { cause: `severity/${name}`, hint: `a receiver that is told of what is ${severity}`, ...said },
          ),
        ]),
    ...(expects === undefined
      ? []
      : [
          part(
            'sign',
            isSign,
            { to: to.name, expects },
            { cause: `sign-of-life/${to.name}`, hint: 'a receiver of its own for signs of life', ...said },
          ),
        ]),
  ]
}

function sentParts({ name, by, stated }: Receiver, { isSent, denied }: Watching): AnyPart<Rules>[] {
  if (!isSent) return []
  const integration = integrationOf(by)
  const taken: Assumption = {
    id: `webhook/${name}`,
    says: `what ${name} is reached by takes what Alertmanager posts: ${by}`,
    kind: 'outside',
    source: { stated },
  }
  const assumes = integration ? [] : [taken]
  const truth = assumes.every(({ id }) => !denied.has(id))
  return [part('understood', truth, { to: name, by, integration }, { assumes, cause: taken.id, stated: [stated] })]
}

function soonParts(alert: Alert, { name }: Receiver, { by: [slowest] }: Watching): AnyPart<Rules>[] {
  if (!slowest || alert.when.always) return []
  return [part('soon', true, { to: name, terms: lookedAt(alert, slowest.collects) }, { stated: [alert.stated] })]
}
