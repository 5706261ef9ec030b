// Who is meant by the two names that somebody typed: workloads, what stands behind a Service, an address, the outside.

import type { View } from '../../check/world.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { blockOf } from '../../engine/reachability/address.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { writtenEndpoints } from '../../estate/calls/written-endpoints.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { type Protocol, partsOf } from '../../kubernetes/types.ts'
import { namesIn } from '../name-in-cluster.ts'
import { portIn } from './port-in.ts'

export interface At {
  readonly port?: number
  readonly protocol: Protocol
}

export interface Target {
  readonly end: Endpoint
  readonly ports: readonly At[]
}

/** Workloads called `shop/checkout`, `checkout`, `Deployment/shop/checkout` or `prod/shop/checkout`; an address; `outside`. */
export function sourcesCalled(typed: string, { pods, estate }: View): readonly Endpoint[] {
  if (typed === 'outside') return [{ outside: 'outside' }]
  if (blockOf(typed)) return [{ outside: typed, address: typed }]
  for (const name of namesIn(estate.cluster, typed)) {
    const found = pods.filter((pod) => isCalled(pod, name)).map(({ workload }) => workload)
    if (found.length > 0) return found
  }
  return []
}

/** The same, with the ports that are asked about; and where no workload is called so, what a Service leads to. */
export function targetsCalled(typed: string, view: View, r: Reachability): readonly Target[] {
  const { name, port } = portIn(typed)
  const asked = port === undefined ? undefined : [{ port, protocol: 'TCP' as const }]
  const found = name.startsWith('Service/') ? [] : sourcesCalled(name, view)
  if (found.length > 0) return found.map((end) => ({ end, ports: asked ?? portsOf(end, view, r) }))
  for (const each of namesIn(view.estate.cluster, name)) {
    const services = [...r.services.values()].filter(({ ref }) => isNamed(ref, each))
    if (services.length > 0) return services.flatMap((service) => behind(service, port, view, r))
  }
  return []
}

function isCalled({ workload, namespace, name }: PodClass, typed: string): boolean {
  return typed === workload || typed === `${namespace}/${name}` || typed === name
}

function isNamed(ref: EstateObject['ref'], typed: string): boolean {
  const { namespace, name } = partsOf(ref)
  return typed === ref || typed === `${namespace}/${name}` || typed === name
}

/** The pods that its selector takes, else the addresses that are written for it, else the name that it stands for. */
function behind(service: EstateObject, port: number | undefined, view: View, r: Reachability): readonly Target[] {
  const { name } = partsOf(service.ref)
  const answers = answersOf(r, service)
  if (answers)
    return answers.flatMap(({ workload, at, port: own, protocol }) =>
      at === undefined || (port !== undefined && port !== own)
        ? []
        : [{ end: workload, ports: [{ port: at, protocol }] }],
    )
  const written = writtenEndpoints(view.estate.objects).get(service.ref) ?? []
  if (written.length > 0)
    return written.map(({ address, ports }) => ({
      end: { outside: `${name} (${address})`, address },
      ports:
        port === undefined ? atOnce(ports.map(({ port: at, protocol }) => atOf(at, protocol))) : [atOf(port, 'TCP')],
    }))
  const { externalName } = fieldsOf(service.manifest.spec)
  return [{ end: { outside: textOf(externalName) ?? name }, ports: [atOf(port, 'TCP')] }]
}

/** The ports at which Services lead there, else those that its containers show. */
function portsOf(target: Endpoint, view: View, r: Reachability): readonly At[] {
  if (typeof target !== 'string') return [{ protocol: 'TCP' }]
  const pod = view.byWorkload.get(target)
  const leading = [...r.services.values()].flatMap((service) =>
    service.ref.startsWith(`Service/${pod?.namespace}/`) ? (answersOf(r, service) ?? []) : [],
  )
  const served = leading.flatMap(({ workload, at, protocol }) =>
    workload === target && at !== undefined ? [{ port: at, protocol }] : [],
  )
  return atOnce([...served, ...(pod?.spec.containers ?? []).flatMap(({ ports }) => fieldsIn(ports)).flatMap(shownPort)])
}

function shownPort({ containerPort, protocol }: Fields): readonly At[] {
  return typeof containerPort === 'number' ? [atOf(containerPort, protocol)] : []
}

function atOf(port: number | undefined, protocol: unknown): At {
  return { ...(port !== undefined && { port }), protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP' }
}

function atOnce(ports: readonly At[]): readonly At[] {
  const found = new Map(ports.map((at) => [`${at.protocol} ${at.port}`, at]))
  return found.size > 0 ? [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]) => at) : [{ protocol: 'TCP' }]
}
