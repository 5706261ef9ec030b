import { joinAssumptions } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { connection } from '../../engine/reachability/connection.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Words } from '../verdict.ts'
import { podsOfAll, type View } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { alikeAtPorts } from './alike-at-ports.ts'
import { askedPorts } from './asked-ports.ts'
import { connectionParts } from './connection-parts.ts'
import { type ConnectionRules, connectionWords, groupName, namesOf } from './connection-words.ts'
import { endsOf } from './ends.ts'
import type { AskedPort } from './every-port.ts'
import { reachable } from './reachable.ts'
import { unseenWorkloads } from './unseen-workloads.ts'

type Only = Extract<PlatformPromise, { kind: 'reachedOnlyBy' }>
type Rules = ConnectionRules & {
  others: { count: number; to: string; at: string; by: readonly Ref[] }
  /** `group`: all that reach it alike, where there are several. */
  open: { from: string; to: string; at: string; lets: readonly Ref[]; group?: readonly string[] }
  target: { to: string; port?: string }
}

// Two halves: those that are meant get in, and nobody else in the cluster does.
export const reachedOnlyBy = definePromise<Rules>()({
  kind: 'reachedOnlyBy',
  asks: 'Is it reached by these, and by nobody else?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const component = promise.target.is === 'port' ? promise.target.component : promise.target
    const by = promise.by.map(({ name }) => name).sort()
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `${component.name} is reached by ${by.join(', ')} only`,
      parts: view ? targetParts(component, environment, promise, view) : [],
    }
  },

  says: {
    ...connectionWords,
    others: ({ count, to, at, by }) =>
      `${count === 1 ? 'the one other workload of the cluster does not reach' : `none of the ${count} other workloads of the cluster reaches`} ${to} at ${at}${by.length > 0 ? `: kept out by ${namesOf(by)}` : ''}`,
    open: ({ from, to, at, lets, group }): Words => ({
      line: `${from} ${group ? 'reach' : 'reaches'} ${to} at ${at} too: ${lets.length > 0 ? `let through by ${namesOf(lets)}` : 'no policy that is shown isolates either'}`,
      rows: group ? [['these are', group.join(', ')]] : [],
    }),
    target: ({ to, port }) =>
      port === undefined ? `nobody shows pods of ${to} that answer at a port` : `${to} shows no port called ${port}`,
  },
})

function targetParts(
  component: Component,
  environment: string | undefined,
  promise: Only,
  view: View,
): Finding<Rules>['parts'] {
  const targets = podsOfAll(view, [component], environment).filter(({ steady }) => steady)
  const found = targets.flatMap((target) => askedPorts(target, promise.target, view).map((port) => ({ target, port })))
  const port = promise.target.is === 'port' ? promise.target.port : undefined
  if (found.length === 0)
    return [part('target', undefined, { to: component.name, ...(port !== undefined && { port }) })]
  return alikeAtPorts(found.flatMap(({ target, port }) => judgePort(target, port, promise, view)))
}

// What runs beside the target under that name is meant, and none of its likes elsewhere.
function nearest(pods: readonly PodClass[], place: string | undefined): readonly PodClass[] {
  const beside = pods.filter(({ environment }) => environment === place)
  return beside.length > 0 ? beside : pods
}

function judgePort(target: PodClass, { port, protocol }: AskedPort, { by }: Only, view: View): Finding<Rules>['parts'] {
  const r = reachable(view)
  const asked = { to: target.workload, port, protocol, denied: view.denied } as const
  // A job that a component brings along is not meant; one that is named is.
  const named = new Set(by.flatMap(({ workload }) => workload ?? []))
  const place = target.environment
  const meant = by
    .flatMap((one) => nearest(podsOfAll(view, [one]), place))
    .filter(({ steady, workload }) => steady || named.has(workload))
  const others = view.pods.filter((pod) => !meant.includes(pod) && pod.workload !== target.workload)
  const getIn = meant
    .filter((pod) => mayCall(pod, target, port, view))
    .flatMap(({ workload }) =>
      connectionParts(
        connection(r, { ...asked, from: workload }),
        endsOf(workload, target.workload, port, protocol),
        view,
      ),
    )
  const shut = others.map(({ workload }) => ({
    workload,
    is: connection(r, { ...asked, from: workload, wanted: 'closed', tells: false }),
  }))
  const open = shut.filter(({ is }) => is.open !== false)
  const { to, at } = endsOf(target.workload, target.workload, port, protocol)
  const unread = unseenWorkloads(view.estate)
  const keepers = shut.flatMap(({ is }) =>
    [is.egress, is.ingress].filter((side) => side.open === false).flatMap((side) => side.isolatedBy),
  )
  return [
    ...alikeAsOne(getIn, 'from'),
    ...openParts(open, target.workload, { port, protocol }),
    ...(open.length === 0
      ? [
          part(
            'others',
            !unread.some(({ id }) => view.denied.has(id)),
            { count: others.length, to, at, by: [...new Set(keepers)].sort() },
            { assumes: joinAssumptions([...shut.map(({ is }) => is.assumes), unread]) },
          ),
        ]
      : []),
  ]
}

// Where no component declares its ports, those that a workload is seen to call are meant, or all where none is seen.
function mayCall({ workload, component }: PodClass, target: PodClass, port: number, { estate }: View): boolean {
  if (component !== undefined) return true
  const ports = estate.facts.flatMap((fact) =>
    fact.trait === 'calls' &&
    fact.from === workload &&
    fact.to.is === 'workload' &&
    fact.to.workload === target.workload
      ? [fact.to.port]
      : [],
  )
  return ports.length === 0 || ports.includes(port)
}

interface Way {
  readonly workload: Ref
  readonly is: ReturnType<typeof connection>
}

// Those that are let in alike are told once; what lets each of them out is not the target's concern.
function openParts(open: readonly Way[], to: Ref, port: AskedPort) {
  const alike = Map.groupBy(open, ({ is }) =>
    JSON.stringify(is.open === undefined ? is.unknown : [is.ingress.allowedBy?.policy]),
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return group.length === 1 ? [openPart(first, to, port)] : [openGroup(group, first, to, port)]
  })
}

function openPart({ workload, is }: Way, target: Ref, { port, protocol }: AskedPort) {
  const { from, to, at } = endsOf(workload, target, port, protocol)
  const lets = [is.egress, is.ingress].flatMap(({ allowedBy }) => allowedBy?.policy ?? [])
  if (is.open === undefined)
    return part('undecided', undefined, { ...endsOf(workload, target, port, protocol), unknown: is.unknown })
  return part('open', false, { from, to, at, lets })
}

function openGroup(group: readonly Way[], first: Way, target: Ref, { port, protocol }: AskedPort) {
  const ends = endsOf(first.workload, target, port, protocol)
  const names = group.map(({ workload }) => endsOf(workload, target, port, protocol).from)
  const told = { from: groupName(names), group: [...new Set(names)].sort() }
  const { open, unknown, ingress } = first.is
  if (open === undefined) return part('undecided', undefined, { ...ends, ...told, unknown })
  const lets = ingress.allowedBy ? [ingress.allowedBy.policy] : []
  return part('open', false, { ...told, to: ends.to, at: ends.at, lets })
}
