// What a ServiceMonitor or a PodMonitor means: pods at a port, by the Services or the labels that it selects.

import { type Fields, fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../../engine/pods/untrusted.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { reachable } from '../reachability/reachable.ts'
import type { View } from '../world.ts'
import { selectorOf } from './collectors.ts'

export interface ScrapeTargets {
  readonly of: 'Services' | 'pods'
  /** undefined: all of them. */
  readonly namespaces: readonly string[] | undefined
  /** Services, or workloads. */
  readonly found: readonly Ref[]
  readonly ports: readonly (number | string)[]
  readonly targets: readonly { readonly workload: Ref; readonly port: number }[]
}

export function scrapeTargets(monitor: EstateObject, view: View): ScrapeTargets {
  const spec = fieldsOf(monitor.manifest.spec)
  const { any, matchNames } = fieldsOf(spec.namespaceSelector)
  const named = listOf(matchNames).filter((name) => typeof name === 'string')
  const namespaces = any === true ? undefined : named.length > 0 ? named : [partsOf(monitor.ref).namespace]
  const selector = selectorOf(spec.selector)
  const isMeant = (namespace: string, labels: unknown) =>
    (namespaces === undefined || namespaces.includes(namespace)) && matchesLabels(selector, textsOf(labels))
  if (monitor.manifest.kind === 'PodMonitor') {
    const endpoints = fieldsIn(spec.podMetricsEndpoints)
    const pods = view.pods.filter(({ namespace, labels }) => isMeant(namespace, labels))
    const targets = pods.flatMap((pod) =>
      endpoints.flatMap((endpoint) => {
        const port = portOf(endpoint)
        const at = typeof port === 'number' ? port : namedPorts(pod.spec).find(({ name }) => name === port)?.port
        return at === undefined ? [] : [{ workload: pod.workload, port: at }]
      }),
    )
    return {
      of: 'pods',
      namespaces,
      found: pods.map(({ workload }) => workload),
      ports: endpoints.map(portOf),
      targets,
    }
  }
  const r = reachable(view)
  const endpoints = fieldsIn(spec.endpoints)
  const services = [...r.services.values()].filter(({ ref, manifest }) =>
    isMeant(partsOf(ref).namespace, manifest.metadata.labels),
  )
  const targets = services.flatMap((service) => {
    const answers = answersOf(r, service) ?? []
    return endpoints.flatMap((endpoint) => {
      const port = portOf(endpoint)
      return answers.flatMap(({ workload, at, portName }) =>
        at !== undefined && (portName === port || at === port || endpoint.port === undefined)
          ? [{ workload, port: at }]
          : [],
      )
    })
  })
  return { of: 'Services', namespaces, found: services.map(({ ref }) => ref), ports: endpoints.map(portOf), targets }
}

function portOf({ port, portNumber, targetPort }: Fields): number | string {
  if (typeof portNumber === 'number') return portNumber
  return textOf(port) ?? (typeof targetPort === 'number' ? targetPort : (textOf(targetPort) ?? ''))
}
