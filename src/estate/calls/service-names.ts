// Services by the names that pods call them, and the pods behind each.
// Source: kubernetes.io/docs/concepts/services-networking/dns-pod-service.

import { matchesLabels } from '../../kubernetes/selector.ts'
import { type Labels, partsOf, type Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn, textsOf } from '../import/fields.ts'
import { templatePath } from './settings.ts'
import { type WrittenEndpoint, writtenEndpoints } from './written-endpoints.ts'

export interface NamedService {
  readonly ref: Ref
  readonly isHeadless: boolean
  readonly ports: readonly NamedServicePort[]
  readonly behind: readonly Backing[]
  /** What answers for it besides pods that it selects: addresses that somebody wrote, or another name. */
  readonly elsewhere?: readonly WrittenEndpoint[]
  /** The name that an ExternalName stands for. */
  readonly alias?: string
}

interface NamedServicePort {
  readonly name?: string
  readonly port: number
  readonly targetPort: number | string
  readonly protocol: 'TCP' | 'UDP' | 'SCTP'
}

/** Pods that stay, with the ports that their containers name. */
interface Backing {
  readonly workload: Ref
  readonly labels: Labels
  readonly named: readonly Fields[]
}

export type ServiceNames = ReadonlyMap<string, NamedService>

const staying: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
])

/** Every Service of which something shows where it leads, by `name.namespace`. */
export function serviceNames(objects: readonly EstateObject[]): ServiceNames {
  const services = objects.filter(({ manifest }) => manifest.kind === 'Service' && manifest.apiVersion === 'v1')
  if (services.length === 0) return new Map()
  const workloads = Map.groupBy(objects.filter(isStaying), ({ ref }) => partsOf(ref).namespace)
  const behind = new Map([...workloads].map(([namespace, some]) => [namespace, some.map(backingOf)]))
  const written = writtenEndpoints(objects)
  return new Map(
    services.flatMap((object) => {
      const { namespace, name } = partsOf(object.ref)
      const found = namedService(object, behind.get(namespace) ?? [], written.get(object.ref))
      return found ? [[`${name}.${namespace}`, found] as const] : []
    }),
  )
}

function isStaying({ ref, manifest }: EstateObject): boolean {
  return staying.has(partsOf(ref).kind) && !isMade(manifest)
}

/** What a controller has made of another object stands for itself nowhere. */
export function isMade(manifest: EstateObject['manifest']): boolean {
  return fieldsIn(manifest.metadata.ownerReferences).some(({ controller }) => controller === true)
}

function backingOf({ ref, manifest }: EstateObject): Backing {
  const template = templatePath(partsOf(ref).kind) ?? []
  const containers = fieldsIn(fieldsAt(manifest, ...template, 'spec').containers)
  return {
    workload: ref,
    labels: textsOf(fieldsAt(manifest, ...template, 'metadata', 'labels')),
    named: containers.flatMap(({ ports }) => fieldsIn(ports)),
  }
}

function namedService(
  { ref, manifest }: EstateObject,
  near: readonly Backing[],
  written: readonly WrittenEndpoint[] | undefined,
): NamedService | undefined {
  const spec = fieldsAt(manifest, 'spec')
  const selector = textsOf(fieldsAt(spec, 'selector'))
  const service = {
    ref,
    isHeadless: spec.clusterIP === 'None',
    ports: fieldsIn(spec.ports).flatMap(portOf),
    behind: [],
  }
  const { type, externalName } = spec
  if (type === 'ExternalName') return typeof externalName === 'string' ? { ...service, alias: externalName } : undefined
  if (Object.keys(selector).length === 0) return written && { ...service, elsewhere: written }
  return { ...service, behind: near.filter(({ labels }) => matchesLabels({ matchLabels: selector }, labels)) }
}

function portOf({ name, port, targetPort, protocol }: Fields): readonly NamedServicePort[] {
  if (typeof port !== 'number') return []
  const isTarget = typeof targetPort === 'number' || typeof targetPort === 'string'
  return [
    {
      ...(typeof name === 'string' && { name }),
      port,
      targetPort: isTarget ? targetPort : port,
      protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
    },
  ]
}

/**
 * The Service that a host name means to pods of a namespace: `orders`, `orders.shop`, `orders.shop.svc.cluster.local`,
 * or one pod of a headless Service, `ledger-db-0.ledger-db`.
 */
export function serviceCalled(host: string, namespace: string, names: ServiceNames): NamedService | undefined {
  const labels = host.split('.')
  const svc = labels.indexOf('svc')
  const local = svc === -1 ? labels : labels.slice(0, svc)
  if (svc !== -1 && local.length < 2) return undefined
  const [first = '', second, third] = local
  if (local.length === 1) return names.get(`${first}.${namespace}`)
  if (local.length === 2) {
    const named = names.get(`${first}.${second}`)
    if (named || svc !== -1) return named
    return headless(names.get(`${second}.${namespace}`))
  }
  return local.length === 3 ? headless(names.get(`${second}.${third}`)) : undefined
}

function headless(service: NamedService | undefined): NamedService | undefined {
  return service?.isHeadless ? service : undefined
}

/** Where a port of a Service leads at the pods of one workload; undefined where those name no such port. */
export function portBehind({ targetPort, protocol }: NamedServicePort, { named }: Backing): number | undefined {
  if (typeof targetPort === 'number') return targetPort
  const found = named.find((each) => each.name === targetPort && (each.protocol ?? 'TCP') === protocol)
  return typeof found?.containerPort === 'number' ? found.containerPort : undefined
}
