// Whether a Service leads anywhere: by a port that its pods name, and to any pod at all where somebody sends requests to it.

import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, textsOf } from '../../estate/import/fields.ts'
import { type Labels, partsOf } from '../../kubernetes/types.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { table, type View } from '../world.ts'
import type { Reference } from './reference.ts'
import { selectedPods } from './selected-pods.ts'
import { portsOf, type ServicePort } from './service-ports.ts'
import { targetsOf } from './targets.ts'

export type ServiceRules = {
  leads: { readonly port: number; readonly target: string; readonly to: readonly string[] }
  noTarget: { readonly port: number; readonly target: string; readonly pods: readonly (readonly [string, string])[] }
  selectsNone: { readonly service: string; readonly selector: string; readonly otherwise: string }
  mayBeSelected: { readonly service: string; readonly selector: string; readonly who: readonly string[] }
}

export function serviceParts(
  object: EstateObject,
  references: readonly Reference[],
  view: View,
): readonly AnyPart<ServiceRules>[] {
  const own = isService(object) ? targetParts(object, view) : []
  const names = new Map(
    references.filter(({ kind }) => kind === 'Service').map((one) => [`${one.namespace}/${one.name}`, one]),
  )
  return [...own, ...[...names].sort().flatMap(([, reference]) => emptyParts(reference, object, view))]
}

function isService({ manifest }: EstateObject): boolean {
  return manifest.kind === 'Service' && manifest.apiVersion === 'v1'
}

function selectorOf({ manifest }: EstateObject): Labels {
  return textsOf(fieldsAt(manifest, 'spec', 'selector'))
}

// Numbers are taken as they are: a container may listen where it names no port.
function targetParts(service: EstateObject, view: View): readonly AnyPart<ServiceRules>[] {
  const named = (portsOf(service.manifest) ?? []).filter(({ targetPort }) => typeof targetPort === 'string')
  if (named.length === 0) return []
  const { namespace } = partsOf(service.ref)
  const pods = selectedPods(selectorOf(service), namespace, view)
  if (pods.length === 0) return []
  return named.map((port) => targetPart(port, pods, service, view))
}

function targetPart(
  { port, protocol, targetPort, index }: ServicePort,
  pods: ReturnType<typeof selectedPods>,
  service: EstateObject,
  view: View,
): AnyPart<ServiceRules> {
  const { namespace, name } = partsOf(service.ref)
  const target = `${targetPort}`
  const at = { source: service.source, path: ['spec', 'ports', index, 'targetPort'] }
  const to = pods.filter(({ ports }) => ports.has(`${target}/${protocol}`)).map(({ workload }) => sayRef(workload))
  if (to.length > 0) return part('leads', true, { port, target, to: to.sort() }, { at })
  const unseen = unseenFor(view.estate, { kind: 'Pod', namespace })
  const rows = pods.map(({ workload, ports }) => [sayRef(workload), sayPorts(ports)] as const)
  return part(
    'noTarget',
    unseen.length > 0 ? undefined : false,
    { port, target, pods: [...rows].sort() },
    {
      at,
      cause: `target-port/${view.estate.cluster}/${namespace}/${name}/${target}`,
    },
  )
}

function sayPorts(ports: ReadonlySet<string>): string {
  const names = [...ports].map((port) => port.replace(/\/TCP$/, '')).sort()
  return names.length === 0 ? 'names no port' : `names ${names.join(', ')}`
}

/** A Service that selects no pod of any file, although nobody else gives it addresses. */
function selectsNone(service: EstateObject, view: View): boolean {
  const selector = selectorOf(service)
  const { namespace } = partsOf(service.ref)
  if (Object.keys(selector).length === 0 || addressed(view).has(service.ref)) return false
  return selectedPods(selector, namespace, view).length === 0
}

function emptyParts(reference: Reference, from: EstateObject, view: View): readonly AnyPart<ServiceRules>[] {
  const service = targetsOf(view).find(reference)
  if (!service || !isService(service) || service.origin === 'made' || !selectsNone(service, view)) return []
  const { namespace, name } = partsOf(service.ref)
  const labels = Object.entries(selectorOf(service)).map(([key, value]) => `${key}=${value}`)
  const data = { service: `Service ${name}`, selector: labels.sort().join(',') }
  const at = { source: from.source, path: reference.path }
  const who = whoMayRun(namespace, view)
  if (who.length > 0) return [part('mayBeSelected', undefined, { ...data, who }, { at })]
  const cause = `no-pods/${view.estate.cluster}/${namespace}/${name}`
  return [part('selectsNone', false, { ...data, otherwise: reference.otherwise ?? '' }, { at, cause })]
}

// A namespace of whose pods no file shows any may be filled by another repository.
function whoMayRun(namespace: string, { estate, pods }: View): readonly string[] {
  const unseen = unseenFor(estate, { kind: 'Pod', namespace }).map(({ says }) => says)
  const isShown = pods.some((pod) => pod.namespace === namespace)
  return isShown ? unseen : [...unseen, `no file shows any pod of namespace ${namespace}`]
}

const addressed = table(({ estate }: View): ReadonlySet<string> => {
  return new Set(
    estate.objects.flatMap(({ ref, manifest }) => {
      const { namespace, name } = partsOf(ref)
      if (manifest.kind === 'Endpoints') return [`Service/${namespace}/${name}`]
      const labels = fieldsAt(manifest, 'metadata', 'labels')
      const service = labels['kubernetes.io/service-name']
      // The controller keeps a slice for every Service with a selector, also where no pod answers.
      const isKept = labels['endpointslice.kubernetes.io/managed-by'] === 'endpointslice-controller.k8s.io'
      return manifest.kind === 'EndpointSlice' && !isKept ? [`Service/${namespace}/${service}`] : []
    }),
  )
})

export const serviceWords = {
  leads: ({ port, target, to }: ServiceRules['leads']) => `port ${port} leads to ${target} of ${to.join(', ')}`,
  noTarget: ({ port, target, pods }: ServiceRules['noTarget'], truth: boolean | undefined): Words => ({
    line: `port ${port} leads to a port named ${target}, which no pod has that it selects${truth === undefined ? ' among those that were read' : ': it has no endpoint'}`,
    rows: pods,
  }),
  selectsNone: ({ service, selector, otherwise }: ServiceRules['selectsNone']) =>
    `${service} selects ${selector}, and no pod has that: ${otherwise}`,
  mayBeSelected: ({ service, selector, who }: ServiceRules['mayBeSelected']): Words => ({
    line: `${service} selects ${selector}, which no pod has that was read`,
    rows: who.map((one) => ['perhaps', one]),
  }),
}
