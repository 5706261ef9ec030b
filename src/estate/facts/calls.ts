// Calls that somebody declares: no object carries them, a policy may only permit them.

import type { Component, Traits } from '../../platform/component.ts'
import type { Call, Environment, Flow, PortRef } from '../../platform/model.ts'
import { isOutside, traitsOf } from '../../platform/traits.ts'
import type { CallTarget, FactOf, Source } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { endpointsOf, type Placed, refOfWorkload } from '../lower/placed.ts'
import { portsOf } from '../lower/service.ts'
import { sortedBy } from '../order.ts'
import { optionSource, sourceOf } from '../source.ts'
import { calleesOf } from './callees.ts'

export function calls(member: Member, members: readonly Member[]): FactOf<'calls'>[] {
  return member.traits.calls.flatMap((target) => callsTo(member, target, members, optionSource(member, 'calls')))
}

/** The calls of a component, each with what it says of how it is made. */
export function spokenCalls(
  member: Member,
  members: readonly Member[],
): readonly { readonly fact: FactOf<'calls'>; readonly call: Call | undefined }[] {
  const { calls, tuned = [] } = member.traits
  return calls.flatMap((target) => {
    const call = tuned.find(({ to }) => to === target)
    return callsTo(member, target, members, optionSource(member, 'calls')).map((fact) => ({ fact, call }))
  })
}

/** Calls between the workloads of one component. */
export function callsWithin(member: Member): FactOf<'calls'>[] {
  const { component, environment, workloads, traits } = member
  const byName = new Map(workloads.map((placed) => [placed.workload.name, placed]))
  return (traits.within ?? []).flatMap(({ from, to, port, option }) => {
    const [caller, callee] = [byName.get(from), byName.get(to)]
    const open = callee?.workload.ports.find(({ name }) => name === port)
    if (!caller) return []
    const targets =
      callee && open ? [targetAt(callee, open)] : callee || !isOutside(traits) ? [] : outsideTargets(to, traits, port)
    return targets.map((to) => ({
      trait: 'calls' as const,
      from: refOfWorkload(caller),
      to,
      standing: { is: 'declared' as const },
      source: optionSource(member, option),
      component: component.name,
      environment: environment.name,
    }))
  })
}

/** Calls declared beside the components, which is how cycles are said. */
export function flowCalls(member: Member, flows: readonly Flow[], members: readonly Member[]): FactOf<'calls'>[] {
  return flows
    .filter(({ from }) => from.name === member.component.name)
    .flatMap((flow) => callsTo(member, flow.to, members, sourceOf(flow, flow.stated, member.traits.stated)))
}

function callsTo(
  member: Member,
  target: Component | PortRef,
  members: readonly Member[],
  source: Source,
): FactOf<'calls'>[] {
  const { component, environment } = member
  const targets = targetsOf(target, member, members)
  return callersOf(member).flatMap((placed) =>
    targets.map((to) => ({
      trait: 'calls' as const,
      from: refOfWorkload(placed),
      to,
      standing: { is: 'declared' as const },
      source,
      component: component.name,
      environment: environment.name,
    })),
  )
}

// Jobs that stand beside a running workload (its backups) do not make its calls.
function callersOf({ workloads }: Member): readonly Placed[] {
  const steady = workloads.filter(({ workload }) => workload.controller !== 'CronJob')
  return steady.length > 0 ? steady : workloads
}

function targetsOf(target: Component | PortRef, { environment }: Member, members: readonly Member[]): CallTarget[] {
  const component = target.is === 'port' ? target.component : target
  const port = target.is === 'port' ? target.port : undefined
  const callees = calleesOf(component, environment, members)
  const found = callees.flatMap((callee) => workloadTargets(callee, port))
  if (found.length > 0) return found
  const traits = traitsOf(component)
  if (isOutside(traits)) return outsideTargets(component.name, traits, port)
  if (standsElsewhere(component, environment, members)) {
    const addressed = inSegment(traits)
    return addressed ? outsideTargets(component.name, addressed, port) : [{ is: 'outside', name: component.name }]
  }
  return [given<CallTarget>({ is: 'absent', name: component.name, port })]
}

// Pods of another cluster are called where their segment is.
function inSegment(traits: Traits): Traits | undefined {
  const [segment, ...others] = traits.in ?? []
  const at = others.length === 0 ? segment?.cidr : undefined
  return at === undefined ? undefined : { ...traits, runs: traits.runs.map((run) => ({ at, ...run })) }
}

/** What stands outside every cluster: at its addresses and the port that is called, as far as somebody says them. */
function outsideTargets(name: string, { runs }: Traits, called: string | undefined): CallTarget[] {
  const [{ at, ports } = { at: undefined, ports: [] }] = runs
  const meant = ports.filter((port) => called === undefined || port.name === called)
  if (meant.length === 0) return [given<CallTarget>({ is: 'outside', name, address: at })]
  return sortedBy(meant, (port) => port.name).map((port) =>
    given<CallTarget>({
      is: 'outside',
      name,
      address: at,
      port: port.port,
      portName: ports.length > 1 ? port.name : undefined,
    }),
  )
}

function workloadTargets({ workloads, traits }: Member, port: string | undefined): CallTarget[] {
  return workloads
    .filter(({ workload }) => workload.controller !== 'CronJob')
    .flatMap((placed) => calledPorts(placed, port, traits).map((called) => targetAt(placed, called)))
}

type Port = Placed['workload']['ports'][number]

/** The port that is named; of a whole component every port but that of its metrics, which nobody calls to be served. */
function calledPorts({ workload }: Placed, port: string | undefined, { metered }: Traits): readonly Port[] {
  const ports = sortedBy(workload.ports, ({ name }) => name)
  if (port !== undefined) return ports.filter(({ name }) => name === port)
  const serving = ports.filter(({ name, isInner }) => name !== metered?.port && !isInner)
  return serving.length > 0 ? serving : ports.filter(({ isInner }) => !isInner)
}

function targetAt(placed: Placed, { name, port, protocol }: Port): CallTarget {
  const opening = endpointsOf(placed).filter((endpoint) =>
    portsOf(placed.workload, endpoint).some((open) => open.name === name),
  )
  // A plain name before one that promises a role, a balanced address before the pods' own.
  const [endpoint] = sortedBy(opening, (one) => `${one.headless ? 1 : 0}${one.role === undefined ? 0 : 1}${one.name}`)
  return given<CallTarget>({
    is: 'workload',
    workload: refOfWorkload(placed),
    service: endpoint && `Service/${placed.environment.namespace}/${endpoint.name}`,
    port,
    protocol,
    portName: name,
  })
}

function standsElsewhere({ name }: Component, { on }: Environment, members: readonly Member[]): boolean {
  return members.some(({ component, environment }) => component.name === name && environment.on.name !== on.name)
}
