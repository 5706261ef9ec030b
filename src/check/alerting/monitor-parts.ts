// What is asked of a ServiceMonitor or a PodMonitor: who takes it, what it selects, and at which port.

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsIn, fieldsOf } from '../../engine/pods/untrusted.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { sayRef } from '../admission/subject.ts'
import { part } from '../define.ts'
import { reachable } from '../reachability/reachable.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { collectors, isTaken, unseenCollectors } from './collectors.ts'
import type { ScrapeTargets } from './scrape-targets.ts'

export type MonitorRules = {
  taken: { by: readonly string[]; shown: readonly string[] }
  finds: { of: string; found: readonly Ref[]; places: readonly string[] }
  port: { ports: readonly (number | string)[]; of: string; has: readonly (readonly [string, string])[] }
}

export function monitorTaken(monitor: EstateObject, view: View) {
  const what = monitor.manifest.kind === 'PodMonitor' ? 'podMonitor' : 'serviceMonitor'
  const shown = collectors(view)
  const takes = shown.map((by) => ({ by, is: isTaken(monitor, by, what, view) }))
  const by = takes.filter(({ is }) => is).map(({ by: one }) => partsOf(one.ref).name)
  const maybe = takes.some(({ is }) => is === undefined) || unseenCollectors(view).length > 0
  const other: Assumption = {
    id: `prometheus/${view.estate.cluster}`,
    says: `a Prometheus runs in ${view.estate.cluster} and takes the monitors that nobody shows it to take`,
    kind: 'outside',
  }
  const isOther = shown.length === 0
  const truth: Truth = isOther ? !view.denied.has(other.id) : by.length > 0 || (maybe ? undefined : false)
  return part(
    'taken',
    truth,
    { by, shown: shown.map(({ ref }) => `Prometheus ${partsOf(ref).name}`) },
    {
      assumes: isOther ? [other] : [],
      cause: monitorCause('taken', monitor, view),
      hint: 'the labels that the Prometheus selects',
      at: { source: monitor.source, path: ['metadata', 'labels'] },
    },
  )
}

// Who else may have deployed what it selects: nobody knows that it is nowhere.
export function findsPart(monitor: EstateObject, { of, namespaces, found }: ScrapeTargets, view: View) {
  const { estate, denied } = view
  const kind = of === 'pods' ? 'Pod' : 'Service'
  const hidden =
    namespaces === undefined
      ? unseenFor(estate, { kind })
      : namespaces.flatMap((namespace) => unseenFor(estate, { kind, namespace }))
  const others: Assumption = {
    id: `monitored/${estate.cluster}/${partsOf(monitor.ref).namespace}/${partsOf(monitor.ref).name}`,
    says: `others deploy the ${of} that ${monitor.manifest.kind} ${partsOf(monitor.ref).name} selects`,
    kind: 'outside',
    source: monitor.source,
  }
  const isElsewhere = found.length === 0 && hidden.length === 0
  const truth: Truth = found.length > 0 ? true : isElsewhere ? !denied.has(others.id) : undefined
  return part(
    'finds',
    truth,
    { of, found, places: namespaces ?? [] },
    { assumes: isElsewhere ? [others] : [], at: { source: monitor.source, path: ['spec', 'selector'] } },
  )
}

export function portPart(monitor: EstateObject, { ports, found, of, targets }: ScrapeTargets, view: View) {
  // What operators make, and Services without pods that are shown, may have more ports than anybody shows.
  const isShown = found.every((ref) => {
    const pod = view.byWorkload.get(ref)
    return pod ? pod.source.made === undefined : isServiceShown(ref, ports, view)
  })
  const truth: Truth = targets.length > 0 ? true : isShown ? false : undefined
  const field = of === 'pods' ? 'podMetricsEndpoints' : 'endpoints'
  return part(
    'port',
    truth,
    { ports, of, has: truth ? [] : found.slice(0, 5).map((ref) => [sayRef(ref), portsText(ref, view)] as const) },
    {
      cause: monitorCause('port', monitor, view),
      hint: `a port of that name, or another one in ${field}`,
      at: { source: monitor.source, path: ['spec', field, 0, 'port'] },
    },
  )
}

// Alerts on what it would bring are broken by the same.
function monitorCause(rule: string, { ref }: EstateObject, { estate }: View): string {
  return `monitor-${rule}/${estate.cluster}/${ref}`
}

function portsText(ref: Ref, view: View): string {
  const pod = view.byWorkload.get(ref)
  const ports = pod ? namedPorts(pod.spec) : servicePorts(reachable(view).services.get(ref))
  const texts = ports.map(({ name, port }) => `${name ?? 'unnamed'} (${String(port)})`)
  return texts.length === 0 ? 'names no port' : `has ${texts.join(', ')}`
}

function servicePorts(service: EstateObject | undefined): readonly { name?: string; port: number }[] {
  return fieldsIn(fieldsOf(service?.manifest.spec).ports).flatMap(({ name, port }) =>
    typeof port === 'number' ? [{ ...(typeof name === 'string' && { name }), port }] : [],
  )
}

// Of a port that it has, the pods decide: where none is shown, others may deploy them.
function isServiceShown(ref: Ref, asked: ScrapeTargets['ports'], view: View): boolean {
  const r = reachable(view)
  const service = r.services.get(ref)
  const ports = (service?.manifest.spec as { ports?: unknown } | undefined)?.ports
  if (!service || service.source.made || !Array.isArray(ports)) return false
  const hasPort = servicePorts(service).some(({ name = '' }) => asked.includes(name))
  return !hasPort || (answersOf(r, service) ?? []).length > 0
}

export const monitorWords = {
  taken: ({ by, shown }: MonitorRules['taken'], truth: Truth) => {
    if (truth) return by.length > 0 ? `Prometheus ${by.join(', ')} takes it` : 'a Prometheus that nobody shows takes it'
    return `no Prometheus takes it${shown.length > 0 ? `: its labels or its namespace are not what ${shown.join(', ')} selects` : ''}`
  },
  finds: ({ of, found, places }: MonitorRules['finds'], truth: Truth) => {
    const where = places.length > 0 ? ` in ${places.join(', ')}` : ''
    if (found.length > 0) return `it selects ${found.length} ${of}${where}`
    return truth ? `it selects ${of}${where} that nobody shows` : `it selects no ${of} that are shown${where}`
  },
  port: ({ ports, of, has }: MonitorRules['port'], truth: Truth) => ({
    line: truth
      ? `they have the port ${ports.join(', ')}`
      : truth === false
        ? `none of the ${of} that it selects has a port ${ports.join(', ')}`
        : `nobody shows who answers at the port ${ports.join(', ')} of the ${of} that it selects`,
    rows: truth ? [] : has,
  }),
}
