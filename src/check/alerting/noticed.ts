// That somebody is told of a failure, as long as an alert is declared that it makes fire: one that counts restarts for
// containers that keep dying, one on pods that are down, a sign of life that ends for a whole cluster.

import type { Alert } from '../../platform/model.ts'
import { noticedName } from '../../platform/noticed-name.ts'
import { byCodePoint } from '../../platform/order.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { namesOf } from '../plans/names-of.ts'
import { isHere } from './bound.ts'
import { type NoticedPromise, type NoticeTime, timeParts, timeWords } from './notice-time.ts'
import { type LoopRules, loopParts, loopWords, ruleOf } from './notices-loops.ts'
import { type MembersRules, membersParts, membersWords } from './notices-members.ts'
import { type OutsideRules, outsideParts, outsideWords } from './notices-outside.ts'

type Rules = LoopRules & MembersRules & OutsideRules & { told: Told; time: NoticeTime }

/** Alerts that fire then, each with who is told by it. */
type Told = { readonly alerts: readonly (readonly [name: string, to: string | undefined])[] }

export const noticed = definePromise<Rules>()({
  kind: 'noticed',
  asks: 'Is somebody told when it happens?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const alerts = (world.platform?.alerts ?? [])
      .filter((alert) => isHere(alert.in, promise.in))
      .sort((a, b) => byCodePoint(a.name, b.name))
    const what = noticedName(promise.what)
    yield {
      id: [place, what],
      environment,
      cluster,
      says: `somebody is told of ${saying(promise)}`,
      parts: view ? partsOf(promise, alerts, { world, view }) : [],
    }
  },

  says: {
    ...loopWords,
    ...membersWords,
    ...outsideWords,
    told: ({ alerts }, truth) =>
      truth
        ? alerts.flatMap(([name, to]) => (to === undefined ? [] : [`${name} goes to ${to}`])).join('; ')
        : `nobody says whom ${alerts.map(([name]) => name).join(', ')} tells`,
    time: timeWords,
  },
})

function saying({ what }: NoticedPromise): string {
  if (what === 'crash-loops') return 'containers that keep dying'
  return what.is === 'failure' ? 'the loss of the cluster' : `${what.name} that is away`
}

type Where = Parameters<typeof timeParts>[2]

function partsOf(promise: NoticedPromise, alerts: readonly Alert[], where: Where): Finding<Rules>['parts'] {
  const { what } = promise
  const parts =
    what === 'crash-loops'
      ? loopParts(alerts, where.view)
      : what.is === 'failure'
        ? outsideParts(alerts, where)
        : membersParts(what, promise, alerts, where.view)
  return [...parts, ...toldParts(promise, alerts), ...timeParts(promise, alerts, where)]
}

function toldParts({ what }: NoticedPromise, all: readonly Alert[]) {
  const fire = all.filter((alert) => isOn(alert, what))
  if (fire.length === 0) return []
  const truth = fire.some(({ to }) => to.length > 0) || undefined
  const alerts = fire.map(({ name, to }) => [name, to.length === 0 ? undefined : namesOf(to).join(' and ')] as const)
  return [part('told', truth, { alerts })]
}

function isOn(alert: Alert, what: NoticedPromise['what']): boolean {
  if (what === 'crash-loops') return ruleOf(alert) !== undefined
  return what.is === 'component' && alert.when.down?.name === what.name
}
