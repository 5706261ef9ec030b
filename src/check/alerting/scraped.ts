// A monitor whose port nobody has, that no Prometheus takes, or whose targets are cut off brings no metrics: every alert on
// them is silent.

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsIn, fieldsOf, textsOf } from '../../engine/pods/untrusted.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import { strangerSide } from '../../engine/reachability/stranger.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { objectSubject, sayRef } from '../admission/subject.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { isolating } from '../reachability/connection-parts.ts'
import { reachable } from '../reachability/reachable.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { collectors, isTaken, monitoringGroup, unseenCollectors } from './collectors.ts'
import { type ScrapeTargets, scrapeTargets } from './scrape-targets.ts'

type Rules = {
  taken: { by: readonly string[]; shown: readonly string[] }
  finds: { of: string; found: readonly Ref[]; places: readonly string[] }
  port: { ports: readonly (number | string)[]; of: string; has: readonly (readonly [string, string])[] }
  reached: { by: string; to: readonly string[]; at: readonly number[]; isolatedBy: readonly Ref[] }
}

export const scraped = defineQuestion<Rules>({
  id: 'scraped',
  asks: 'Does every monitor find something that it may scrape?',

  *judge({ views }) {
    for (const view of views)
      for (const object of view.estate.objects) if (isMonitor(object)) yield findingOf(object, view)
  },

  says: {
    taken: ({ by, shown }, truth) => {
      if (truth)
        return by.length > 0 ? `Prometheus ${by.join(', ')} takes it` : 'a Prometheus that nobody shows takes it'
      return `no Prometheus takes it${shown.length > 0 ? `: its labels or its namespace are not what ${shown.join(', ')} selects` : ''}`
    },
    finds: ({ of, found, places }, truth) => {
      const where = places.length > 0 ? ` in ${places.join(', ')}` : ''
      if (found.length > 0) return `it selects ${found.length} ${of}${where}`
      return truth ? `it selects ${of}${where} that nobody shows` : `it selects no ${of} that are shown${where}`
    },
    port: ({ ports, of, has }, truth) => ({
      line: truth
        ? `they have the port ${ports.join(', ')}`
        : `none of the ${of} that it selects has a port ${ports.join(', ')}`,
      rows: truth ? [] : has,
    }),
    reached: ({ by, to, at, isolatedBy }, truth) =>
      truth
        ? `${by} gets in to ${to.length} of them`
        : `no rule lets ${by} in to ${to.join(', ')} at TCP ${at.join(', ')}: ${isolating(isolatedBy, to.length === 1 ? (to[0] ?? '') : 'them')}`,
  },
})

function isMonitor({ manifest }: EstateObject): boolean {
  const isKind = manifest.kind === 'ServiceMonitor' || manifest.kind === 'PodMonitor'
  return isKind && manifest.apiVersion.startsWith(monitoringGroup)
}

function findingOf(monitor: EstateObject, view: View): Finding<Rules> {
  const { name, kind } = partsOf(monitor.ref)
  const meant = scrapeTargets(monitor, view)
  const hasPort = meant.targets.length > 0
  return {
    id: objectSubject(monitor, view),
    environment: monitor.environment,
    cluster: view.estate.cluster,
    says: `${kind} ${name} brings metrics`,
    source: monitor.source,
    about: [monitor.ref],
    parts: [
      takenPart(monitor, view),
      findsPart(monitor, meant, view),
      ...(meant.found.length > 0 ? [portPart(monitor, meant, view)] : []),
      ...(hasPort ? reachedParts(meant, view) : []),
    ],
  }
}

function takenPart(monitor: EstateObject, view: View) {
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
      hint: 'the labels that the Prometheus selects',
      at: { source: monitor.source, path: ['metadata', 'labels'] },
    },
  )
}

// Who else may have deployed what it selects: nobody knows that it is nowhere.
function findsPart(monitor: EstateObject, { of, namespaces, found }: ScrapeTargets, view: View) {
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

function portPart(monitor: EstateObject, { ports, found, of, targets }: ScrapeTargets, view: View) {
  // What operators make, and Services without pods that are shown, may have more ports than anybody shows.
  const isShown = found.every((ref) => {
    const pod = view.byWorkload.get(ref)
    return pod ? pod.source.made === undefined : isServiceShown(ref, view)
  })
  const truth: Truth = targets.length > 0 ? true : isShown ? false : undefined
  const field = of === 'pods' ? 'podMetricsEndpoints' : 'endpoints'
  return part(
    'port',
    truth,
    { ports, of, has: truth ? [] : found.slice(0, 5).map((ref) => [sayRef(ref), portsText(ref, view)] as const) },
    {
      hint: `a port of that name, or another one in ${field}`,
      at: { source: monitor.source, path: ['spec', field, 0, 'port'] },
    },
  )
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

function isServiceShown(ref: Ref, view: View): boolean {
  const service = reachable(view).services.get(ref)
  const ports = (service?.manifest.spec as { ports?: unknown } | undefined)?.ports
  return service !== undefined && service.source.made === undefined && Array.isArray(ports)
}

function reachedParts({ targets }: ScrapeTargets, view: View) {
  const [by] = collectors(view)
  if (view.estate.enforcesPolicy.holds === false) return []
  const r = reachable(view)
  const stranger = by ? { namespaces: [partsOf(by.ref).namespace], labels: prometheusLabels(by) } : {}
  const judged = targets.map(({ workload, port }) => {
    const named = r.classes[r.classOf.get(workload) ?? -1]?.named ?? []
    return { workload, port, is: strangerSide(r, workload, 'ingress', stranger, { port, protocol: 'TCP', named }) }
  })
  const shut = judged.filter(({ is }) => is.is === 'shut')
  const told = shut.length > 0 ? shut : judged
  const unclear = shut.length === 0 && judged.some(({ is }) => is.is !== 'open' && is.is !== 'may')
  const to = [...new Set(told.map(({ workload }) => partsOf(workload).name))].sort()
  const at = [...new Set(told.map(({ port }) => port))].sort((a, b) => a - b)
  const isolatedBy = [...new Set(shut.flatMap(({ is }) => is.isolatedBy))].sort()
  const first = view.estate.objects.find(({ ref }) => ref === isolatedBy[0])
  const places = [...new Set(shut.map(({ workload }) => partsOf(workload).namespace))].sort()
  return [
    part(
      'reached',
      shut.length > 0 ? false : unclear ? undefined : true,
      { by: by ? `Prometheus ${partsOf(by.ref).name}` : 'any Prometheus', to, at, isolatedBy },
      {
        cause: `no-ingress-rule/${places.join('+')}/${by ? partsOf(by.ref).namespace : 'outside'}`,
        hint: `a rule of ${places.join(', ')} that lets Prometheus in at TCP ${at.join(', ')}`,
        at: first && { source: first.source },
      },
    ),
  ]
}

// As Prometheus Operator labels its pods (prometheus-operator@v0.85, pkg/prometheus/server/statefulset.go).
function prometheusLabels({ ref, manifest }: EstateObject): { readonly [key: string]: string } {
  const { name } = partsOf(ref)
  const { podMetadata } = (manifest.spec ?? {}) as { podMetadata?: { labels?: unknown } }
  return {
    ...textsOf(podMetadata?.labels),
    'app.kubernetes.io/name': 'prometheus',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'operator.prometheus.io/name': name,
    prometheus: name,
  }
}
