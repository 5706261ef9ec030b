// What Alertmanager, or the operator that writes its file, refuses of routes: as a whole, whatever the rest says.
// Source: alertmanager@v0.28, config/config.go, UnmarshalYAML, checkReceiver, checkTimeInterval;
// prometheus-operator@v0.85, pkg/alertmanager/validation/v1alpha1/validation.go.

import type { Source } from '../../estate/estate.ts'
import { type Route, type Routing, routingOf } from '../../estate/monitoring/route-tree.ts'
import { nearest } from '../../platform/nearest.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Part, part } from '../define.ts'
import type { Truth } from '../verdict.ts'

type RootFault = 'none' | 'receiver' | 'matchers' | 'continue' | 'intervals'

export type RoutingRules = {
  root: { fault: RootFault | undefined; of: string }
  receiver: { name: string; has: readonly string[]; of: string }
  interval: { name: string; has: readonly string[]; of: string }
}

export type RoutingPart = { [R in keyof RoutingRules]: Part<R, RoutingRules[R]> }[keyof RoutingRules]

interface Routed {
  /** What is refused as a whole: `the whole file`. */
  readonly of: string
  readonly source: Source
  readonly isFile: boolean
}

export function routingParts(value: unknown, routed: Routed): readonly RoutingPart[] {
  const routing = routingOf(value)
  const routes = routing.route ? allOf(routing.route) : []
  return [
    rootPart(routing, routed),
    ...routes.flatMap((route) => receiverParts(route, routing, routed)),
    ...routes.flatMap((route) => intervalParts(route, routing, routed)),
  ]
}

function allOf(route: Route): readonly Route[] {
  return [route, ...route.routes.flatMap(allOf)]
}

// Several AlertmanagerConfigs share one file: one that has no route has none to add.
function rootPart({ route }: Routing, { of, source, isFile }: Routed): RoutingPart {
  const fault = !route ? (isFile ? 'none' : undefined) : rootFault(route, isFile)
  const at = { source, path: route?.path ?? [] }
  return part<'root', RoutingRules['root']>('root', fault === undefined, { fault, of }, { at })
}

function rootFault({ receiver, matchers, goesOn, intervals }: Route, isFile: boolean): RootFault | undefined {
  if (receiver === undefined) return 'receiver'
  if (!isFile) return undefined
  if (matchers && matchers.length > 0) return 'matchers'
  return goesOn ? 'continue' : intervals.length > 0 ? 'intervals' : undefined
}

function receiverParts(
  { receiver, path }: Route,
  { receivers }: Routing,
  { of, source }: Routed,
): readonly RoutingPart[] {
  if (receiver === undefined) return []
  const has = receivers.map(({ name }) => name).sort(byCodePoint)
  const near = nearest(receiver, has)
  const hint =
    near === undefined
      ? `a receiver called ${receiver}, or one that is there`
      : `${near}, or a receiver called ${receiver}`
  return [
    part(
      'receiver',
      has.includes(receiver),
      { name: receiver, has, of },
      { hint, at: { source, path: [...path, 'receiver'] } },
    ),
  ]
}

function intervalParts(
  { intervals }: Route,
  { intervals: has }: Routing,
  { of, source }: Routed,
): readonly RoutingPart[] {
  return intervals.map(({ name, path }) =>
    part('interval', has.includes(name), { name, has: [...has].sort(byCodePoint), of }, { at: { source, path } }),
  )
}

const roots = {
  none: 'it has no route',
  receiver: 'its first route names no receiver, and the rest would have none to fall back to',
  matchers: 'its first route has matchers, and must take every alert',
  continue: 'its first route continues, and there is nothing beside it',
  intervals: 'its first route has time intervals, and must take every alert at any time',
}

export const routingWords = {
  root: ({ fault, of }: RoutingRules['root']) =>
    fault ? `${roots[fault]}; ${of}` : 'its first route takes every alert',
  receiver: ({ name, has, of }: RoutingRules['receiver'], truth: Truth) =>
    truth
      ? `the receiver ${name} is there`
      : `a route names the receiver ${name}, which is not among ${has.join(', ') || 'its receivers: it has none'}; ${of}`,
  interval: ({ name, has, of }: RoutingRules['interval'], truth: Truth) =>
    truth
      ? `the time interval ${name} is there`
      : `a route names the time interval ${name}, which is not among ${has.join(', ') || 'its intervals: it has none'}; ${of}`,
}
