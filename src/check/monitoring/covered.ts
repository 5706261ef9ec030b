// An environment of which an availability is promised is watched by something, for as long as the share counts, and
// somebody is told: else nobody can say whether the promise is kept.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { isHere } from '../alerting/bound.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { namesOf } from '../plans/names-of.ts'
import { sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'
import { type Watchers, watchersOf } from './watchers.ts'

type Available = Extract<PlatformPromise, { kind: 'availability' }>

type Rules = {
  watched: {
    environment: string
    by: readonly string[]
    maybe: readonly string[]
    others: readonly (readonly [string, string])[]
  }
  window: { by: string; retention: string; isUnsaid: boolean; window: string | undefined; seconds: number }
  alerted: { environment: string; alerts: readonly string[]; promisedBy: readonly string[] }
}

// Over which time a share counts where nobody says it: what is promised to customers is reckoned by the month.
const monthSeconds = 30 * 86_400

export const covered = defineQuestion<Rules>({
  id: 'covered',
  asks: 'Is every environment of which an availability is promised watched, for as long as the share counts?',

  *judge(world) {
    if (!world.platform) return
    for (const environment of environmentsOf(world.platform)) {
      const promises = promisesOf(environment, world)
      const [first] = promises
      if (!first) continue
      const watchers = watchersOf(environment, world)
      const stated = [...promises.map((one) => one.stated), ...watchers.covering.map((one) => one.stated)]
      yield {
        id: [environment.name, 'monitoring'],
        environment: environment.name,
        says: `${environment.name}, of which ${first.atLeast} is promised, is watched`,
        source: sourceOf(first, first.stated),
        parts: [
          watchedPart(environment, watchers, world, stated),
          ...oncePerWindow(promises).flatMap((one) => windowParts(one, watchers)),
          ...alertedParts(environment, watchers, world, stated),
        ],
      }
    }
  },

  says: {
    watched: ({ environment, by, maybe, others }, truth) => {
      if (truth) return `${by.join(', ')} ${by.length === 1 ? 'watches' : 'watch'} ${environment}`
      const line =
        truth === false
          ? `nothing watches ${environment}`
          : maybe.length > 0
            ? `${maybe.join(', ')} ${maybe.length === 1 ? 'stands' : 'stand'} on its cluster, and nobody says that ${environment} is watched`
            : `nobody says what watches ${environment}`
      return { line, rows: others }
    },
    window: ({ by, retention, isUnsaid, window, seconds }, truth) => {
      const span = window === undefined ? `${sayTime(seconds)}, the month by which it is usually reckoned,` : window
      if (truth) return `${by} keeps what it gathers for ${retention}: ${span} can be read`
      if (isUnsaid)
        return `nobody says how long ${by} keeps what it gathers (${retention} where nothing else is said)${window === undefined ? ', nor over which time the share counts' : ''}: a share of ${span} cannot be read from ${retention}`
      const most = `${by} keeps what it gathers for ${retention}, and a share of ${span} cannot be read from that`
      return truth === false ? most : `${most}; nobody says over which time the share counts`
    },
    alerted: ({ environment, alerts, promisedBy }, truth) => {
      if (truth) return `${alerts.length} ${alerts.length === 1 ? 'alert looks' : 'alerts look'} at ${environment}`
      return truth === false
        ? `${promisedBy.join(', ')} is to tell somebody, and no alert is declared that looks at ${environment}`
        : `no alert is declared that looks at ${environment}: nobody is told when the promise is broken`
    },
  },
})

/** The largest share first. */
function promisesOf({ name }: Environment, { promises }: World): readonly Available[] {
  return promises
    .flatMap((one) => (one.is !== 'planned' && one.kind === 'availability' && one.in?.name === name ? [one] : []))
    .sort((a, b) => (percentOf(b.atLeast) ?? 0) - (percentOf(a.atLeast) ?? 0))
}

/** Each time over which a share counts is asked once. */
function oncePerWindow(promises: readonly Available[]): readonly Available[] {
  return promises.filter(({ over }, at) => promises.findIndex((other) => other.over === over) === at)
}

// Where others are said to be watched, one that is left out is not.
function watchedPart(
  { name }: Environment,
  { covering, collectors, maybe }: Watchers,
  { platform }: World,
  stated: readonly Available['stated'][],
): AnyPart<Rules> {
  const by = [...new Set([...namesOf(covering), ...namesOf(covering.length > 0 ? [] : collectors)])]
  const monitoring = platform?.monitoring ?? []
  const others = monitoring.map((one) => [one.name, `watches ${namesOf(one.covers).join(', ')}`] as const)
  const truth: Truth = by.length > 0 ? true : maybe.length > 0 || monitoring.length === 0 ? undefined : false
  const because = { environment: name, by, maybe: namesOf(maybe), others }
  return part('watched', truth, because, {
    cause: `unwatched/${name}`,
    waitsFor: `what watches ${name}: monitoring(…, { covers })`,
    hint: `${name} among what ${monitoring[0]?.name ?? 'a monitoring'} covers`,
    stated: [...stated, ...monitoring.map((one) => one.stated)],
  })
}

// What is kept longest decides what can be read.
function windowParts({ over, stated }: Available, { collectors }: Watchers): AnyPart<Rules>[] {
  const kept = collectors.flatMap((one) => {
    const { collects } = traitsOf(one)
    return collects ? [{ name: one.name, collects, seconds: secondsOf(collects.retention) ?? 0 }] : []
  })
  const [longest] = kept.toSorted((a, b) => b.seconds - a.seconds)
  if (!longest) return []
  const seconds = secondsOf(over) ?? monthSeconds
  const isUnsaid = longest.collects.isRetentionUnsaid === true
  const truth: Truth = longest.seconds >= seconds ? true : over === undefined || isUnsaid ? undefined : false
  const because = { by: longest.name, retention: longest.collects.retention, isUnsaid, window: over, seconds }
  return [
    part('window', truth, because, {
      cause: `window/${longest.name}`,
      waitsFor: isUnsaid
        ? 'how long metrics are kept (retention), and over which time an availability counts (over)'
        : 'over which time an availability counts: over',
      hint: `retention of ${sayTime(seconds)}, or what is measured kept elsewhere`,
      stated: [stated, longest.collects.stated],
    }),
  ]
}

function alertedParts(
  environment: Environment,
  { covering, collectors }: Watchers,
  { platform }: World,
  stated: readonly Available['stated'][],
): AnyPart<Rules>[] {
  if (covering.length === 0 && collectors.length === 0) return []
  const alerts = (platform?.alerts ?? []).filter((alert) => isHere(alert.in, environment) && !alert.when.always)
  const telling = covering.filter(({ does }) => does?.includes('alerts'))
  const truth: Truth = alerts.length > 0 ? true : telling.length > 0 ? false : undefined
  const because = { environment: environment.name, alerts: namesOf(alerts), promisedBy: namesOf(telling) }
  return [
    part('alerted', truth, because, {
      cause: `unalerted/${environment.name}`,
      waitsFor: `an alert that looks at ${environment.name}`,
      hint: 'an alert on each promise, at its bound',
      stated,
    }),
  ]
}
