// What Prometheus finds in the API server, as the labels that its rules may read: pods by their ports, and by the Services
// that lead to them.
// Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config;
// prometheus@v3, discovery/kubernetes/pod.go, endpoints.go.

import type { EstateObject } from '../../estate/estate.ts'
import type { Discovery, RelabelRule } from '../../estate/monitoring/scrape-job.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Fields, fieldsIn, textsOf } from '../pods/untrusted.ts'
import type { Reachability } from '../reachability/reachability.ts'
import { answersOf } from '../reachability/service.ts'
import { type Relabeled, relabeled, type TargetLabels } from './relabel.ts'

export interface Found extends Relabeled {
  readonly workload: Ref
  /** Where it is scraped; undefined where that cannot be told. */
  readonly port: number | undefined
}

export interface Finding {
  readonly r: Reachability<PodClass>
  /** The annotations of the pods of a workload. */
  readonly annotationsOf: (workload: Ref) => unknown
}

const meta = '__meta_kubernetes_'
// Stands for the address of any pod: rules cut it off before its port.
const address = '192.0.2.1'

/** Every target that a job finds among what is shown, kept or not; undefined for a role that is not told here. */
export function discovered(
  { role, namespaces }: Discovery,
  rules: readonly RelabelRule[],
  finding: Finding,
): readonly Found[] | undefined {
  const isMeant = (namespace: string) => !namespaces || namespaces.includes(namespace)
  if (role === 'pod') {
    const pods = [...finding.r.pods.values()].filter(({ namespace, steady }) => steady && isMeant(namespace))
    return pods.flatMap((pod) => podTargets(pod, finding).map((labels) => found(pod, labels, rules)))
  }
  if (role !== 'endpoints' && role !== 'endpointslice') return undefined
  const services = [...finding.r.services.values()].filter(({ ref }) => isMeant(partsOf(ref).namespace))
  return services.flatMap((service) =>
    endpointTargets(service, role, finding).map(({ pod, labels }) => found(pod, labels, rules)),
  )
}

function found({ workload }: PodClass, labels: TargetLabels, rules: readonly RelabelRule[]): Found {
  const told = new Map(labels)
  for (const name of rules.flatMap(({ sources }) => sources))
    if (name.startsWith('__meta_') && !told.has(name) && !isTold(name)) told.set(name, undefined)
  const after = relabeled(told, rules)
  const [, port] = /^192\.0\.2\.1(?::(\d+))?$/.exec(after.labels.get('__address__') ?? '') ?? []
  return { workload, ...after, port: port === undefined ? undefined : Number(port) }
}

// Absent where it is not found. Controllers label their pods with what nobody knows before.
function isTold(name: string): boolean {
  if (
    /_(?:pod_template_hash|controller_revision_hash|statefulset_kubernetes_io|apps_kubernetes_io|batch_kubernetes_io)/.test(
      name,
    )
  )
    return false
  return /^__meta_kubernetes_(?:pod|service)_(?:label|labelpresent|annotation|annotationpresent)_/.test(name)
}

function podTargets(pod: PodClass, finding: Finding): readonly TargetLabels[] {
  const own = podLabels(pod, finding)
  return containersOf(pod).flatMap((container) => {
    const ports = fieldsIn(container.ports)
    const name: [string, string] = [`${meta}pod_container_name`, `${container.name}`]
    if (ports.length === 0) return [new Map([...own, name, ['__address__', address]])]
    return ports.flatMap((port) =>
      typeof port.containerPort === 'number' ? [new Map([...own, name, ...portLabels(port)])] : [],
    )
  })
}

function containersOf({ spec }: PodClass): readonly Fields[] {
  return [...fieldsIn(spec.initContainers), ...fieldsIn(spec.containers)]
}

function portLabels({ containerPort, name, protocol }: Fields): readonly [string, string][] {
  return [
    ['__address__', `${address}:${containerPort}`],
    [`${meta}pod_container_port_number`, `${containerPort}`],
    [`${meta}pod_container_port_name`, typeof name === 'string' ? name : ''],
    [`${meta}pod_container_port_protocol`, typeof protocol === 'string' ? protocol : 'TCP'],
  ]
}

function podLabels(pod: PodClass, { annotationsOf }: Finding): readonly [string, string | undefined][] {
  const unknown = ['pod_name', 'pod_ip', 'pod_host_ip', 'pod_node_name', 'pod_uid', 'pod_controller_name']
  const { kind } = partsOf(pod.workload)
  const controller = kind === 'Deployment' ? 'ReplicaSet' : kind === 'Pod' ? '' : kind
  return [
    ...unknown.map((name): [string, undefined] => [`${meta}${name}`, undefined]),
    [`${meta}namespace`, pod.namespace],
    [`${meta}pod_ready`, 'true'],
    [`${meta}pod_phase`, 'Running'],
    [`${meta}pod_controller_kind`, controller],
    ...written('pod_label', pod.labels),
    ...written('pod_annotation', annotationsOf(pod.workload)),
  ]
}

function written(what: string, texts: unknown): readonly [string, string][] {
  return Object.entries(textsOf(texts)).flatMap(([key, value]): [string, string][] => {
    const name = key.replaceAll(/[^a-zA-Z0-9_]/g, '_')
    return [
      [`${meta}${what}_${name}`, value],
      [`${meta}${what}present_${name}`, 'true'],
    ]
  })
}

interface EndpointTarget {
  readonly pod: PodClass
  readonly labels: TargetLabels
}

// Beside the ports of the Service, those of its pods that it does not lead to are found as well.
function endpointTargets(service: EstateObject, role: string, finding: Finding): readonly EndpointTarget[] {
  const answers = answersOf(finding.r, service) ?? []
  const { name } = partsOf(service.ref)
  const common: [string, string][] = [
    [`${meta}service_name`, name],
    [`${meta}${role === 'endpoints' ? 'endpoints' : 'endpointslice'}_name`, name],
    ...written('service_label', service.manifest.metadata.labels),
    ...written('service_annotation', service.manifest.metadata.annotations),
  ]
  return [...Map.groupBy(answers, ({ workload }) => workload)].flatMap(([workload, some]) => {
    const pod = finding.r.pods.get(workload)
    if (!pod) return []
    const own = [...common, ...podLabels(pod, finding)]
    const served = some.flatMap(({ at, portName = '', protocol }): EndpointTarget[] => {
      if (at === undefined) return []
      const prefix = role === 'endpoints' ? 'endpoint' : 'endpointslice'
      const ports = containersOf(pod)
        .flatMap((container) => fieldsIn(container.ports))
        .filter((each) => each.containerPort === at)
      const labels = new Map<string, string | undefined>([
        ...own,
        ...ports.flatMap(portLabels),
        ['__address__', `${address}:${at}`],
        [`${meta}${prefix}_port_name`, portName],
        [`${meta}${prefix}_port_protocol`, protocol],
        [role === 'endpoints' ? `${meta}endpoint_ready` : `${meta}endpointslice_endpoint_conditions_ready`, 'true'],
      ])
      return [{ pod, labels }]
    })
    const seen = new Set(some.map(({ at }) => at))
    const others = podTargets(pod, finding).filter((labels) => {
      const port = labels.get(`${meta}pod_container_port_number`)
      return port !== undefined && !seen.has(Number(port))
    })
    return [...served, ...others.map((labels) => ({ pod, labels: new Map([...labels, ...common]) }))]
  })
}
