// Routes and receivers as Alertmanager has them, from its own file or from an AlertmanagerConfig.
// Source: https://prometheus.io/docs/alerting/latest/configuration/#route;
// https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.Route.

import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { Matcher, MatchOp } from '../promql/query.ts'
import { matchersIn } from './matcher-text.ts'

type Path = readonly (string | number)[]

export interface Route {
  /** Its own; without one it has its parent's. */
  readonly receiver?: string
  /** undefined where one of them cannot be told. */
  readonly matchers: readonly Matcher[] | undefined
  readonly goesOn: boolean
  readonly intervals: readonly { readonly name: string; readonly path: Path }[]
  readonly routes: readonly Route[]
  readonly path: Path
}

export interface Receiver {
  readonly name: string
  /** Whether it tells anybody. */
  readonly tells: boolean
  readonly path: Path
}

/** While a source fires, its targets with the same labels tell nobody. */
export interface Inhibition {
  readonly source: readonly Matcher[] | undefined
  readonly target: readonly Matcher[] | undefined
  readonly equal: readonly string[]
}

export interface Routing {
  readonly route: Route | undefined
  readonly receivers: readonly Receiver[]
  readonly intervals: readonly string[]
  readonly inhibitions: readonly Inhibition[]
}

/** Deeper than any route that somebody wrote. */
const deepest = 20

/** Of a file, or of the spec of an AlertmanagerConfig. */
export function routingOf(value: unknown): Routing {
  const { route, receivers } = fieldsAt(value)
  const intervals = ['mute_time_intervals', 'time_intervals', 'muteTimeIntervals', 'timeIntervals'].flatMap((field) =>
    fieldsIn(fieldsAt(value)[field]).flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
  )
  const [root] = fieldsIn([route])
  return {
    route: root && routeOf(root, ['route'], 0),
    receivers: Array.isArray(receivers) ? receivers.flatMap(receiverOf) : [],
    intervals,
    inhibitions: fieldsIn(fieldsAt(value).inhibit_rules).map(inhibitionOf),
  }
}

function inhibitionOf(rule: Fields): Inhibition {
  const side = (name: string) =>
    matchersOf({ match: rule[`${name}_match`], match_re: rule[`${name}_match_re`], matchers: rule[`${name}_matchers`] })
  const equal = Array.isArray(rule.equal)
    ? rule.equal.filter((label): label is string => typeof label === 'string')
    : []
  return { source: side('source'), target: side('target'), equal }
}

function routeOf(route: Fields, path: Path, depth: number): Route {
  const { receiver, routes } = route
  const below = Array.isArray(routes) && depth < deepest ? routes : []
  return {
    ...(typeof receiver === 'string' && receiver !== '' && { receiver }),
    matchers: matchersOf(route),
    goesOn: route.continue === true,
    intervals: intervalsOf(route, path),
    routes: below.flatMap((each: unknown, at) =>
      fieldsIn([each]).map((fields) => routeOf(fields, [...path, 'routes', at], depth + 1)),
    ),
    path,
  }
}

function intervalsOf(route: Fields, path: Path): Route['intervals'] {
  return ['mute_time_intervals', 'active_time_intervals', 'muteTimeIntervals', 'activeTimeIntervals'].flatMap(
    (field) => {
      const names = route[field]
      if (!Array.isArray(names)) return []
      return names.flatMap((name: unknown, at) =>
        typeof name === 'string' ? [{ name, path: [...path, field, at] }] : [],
      )
    },
  )
}

function matchersOf(route: Fields): readonly Matcher[] | undefined {
  const equal = Object.entries(fieldsAt(route, 'match')).map(([label, value]) => matcher(label, '=', value))
  const like = Object.entries(fieldsAt(route, 'match_re')).map(([label, value]) => matcher(label, '=~', value))
  const written = Array.isArray(route.matchers) ? route.matchers : route.matchers === undefined ? [] : [route.matchers]
  const all = [...equal, ...like, ...written.map(writtenMatchers)]
  return all.every((matchers) => matchers !== undefined) ? all.flat() : undefined
}

function matcher(label: string, op: MatchOp, value: unknown): readonly Matcher[] | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [{ label, op, value: `${value}` }]
    : undefined
}

function writtenMatchers(written: unknown): readonly Matcher[] | undefined {
  if (typeof written === 'string') return matchersIn(written)
  const { name, value = '', matchType, regex } = fieldsAt(written)
  if (typeof name !== 'string' || typeof value !== 'string') return undefined
  const op = matchType ?? (regex === true ? '=~' : '=')
  return op === '=' || op === '!=' || op === '=~' || op === '!~' ? [{ label: name, op, value }] : undefined
}

function receiverOf(receiver: unknown, at: number): readonly Receiver[] {
  const { name, ...rest } = fieldsAt(receiver)
  if (typeof name !== 'string') return []
  const tells = Object.entries(rest).some(
    ([field, list]) => /_?configs$/i.test(field) && Array.isArray(list) && list.length > 0,
  )
  return [{ name, tells, path: ['receivers', at] }]
}
