// Whether a Service leads anywhere: by a port that its pods name, and to any pod at all where somebody sends requests to it.

import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, textsOf } from '../../estate/import/fields.ts'
import { type Labels, partsOf } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { callerRows } from './callers.ts'
import type { Reference } from './reference.ts'
import { type Selectable, selectedPods } from './selected-pods.ts'
import { type SelectionRules, serviceSelection } from './selection-part.ts'
import { portsOf, type ServicePort } from './service-ports.ts'
import { targetsOf } from './targets.ts'

export type ServiceRules = SelectionRules & {
  leads: { readonly port: number; readonly target: string; readonly to: readonly string[] }
  noTarget: {
    readonly port: number
    readonly target: string
    readonly pods: readonly (readonly [string, string])[]
    readonly callers: readonly (readonly [string, string])[]
  }
}

export function serviceParts(
  object: EstateObject,
  references: readonly Reference[],
  view: View,
): readonly AnyPart<ServiceRules>[] {
  const own = isService(object) ? ownParts(object, view) : []
  const names = new Map(
    references.filter(({ kind }) => kind === 'Service').map((one) => [`${one.namespace}/${one.name}`, one]),
  )
  return [...own, ...[...names].sort().flatMap(([, reference]) => emptyParts(reference, object, view))]
}

function isService({ manifest }: EstateObject): boolean {
  return manifest.kind === 'Service' && manifest.apiVersion === 'v1'
}

// Labels that controllers write into the pods that they make tell one pod of a workload from the others.
const writtenByControllers: ReadonlySet<string> = new Set([
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'controller-revision-hash',
  'pod-template-hash',
  'rollouts-pod-template-hash',
])

function selectorOf({ manifest }: EstateObject): Labels {
  const written = Object.entries(textsOf(fieldsAt(manifest, 'spec', 'selector')))
  return Object.fromEntries(written.filter(([key]) => !writtenByControllers.has(key)))
}

function ownParts(service: EstateObject, view: View): readonly AnyPart<ServiceRules>[] {
  const targets = targetParts(service, view)
  if (targets.length > 0 || !selectsByItself(service, view)) return targets
  return [serviceSelection(service, selectorOf(service), view)]
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
  pods: readonly Selectable[],
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
  const meant = meantPort(target, port, protocol, pods)
  return part(
    'noTarget',
    unseen.length > 0 ? undefined : false,
    { port, target, pods: [...rows].sort(), callers: callerRows(service.ref, view) },
    {
      at,
      ...(meant !== undefined && { hint: `did you mean ${meant}?` }),
      cause: `target-port/${view.estate.cluster}/${namespace}/${name}/${target}`,
    },
  )
}

/** The name of the pods' port with the number that the Service has, or with a name much like it. */
function meantPort(target: string, port: number, protocol: string, pods: readonly Selectable[]): string | undefined {
  const named = pods.flatMap(({ ports }) => [...ports]).filter(([key]) => key.endsWith(`/${protocol}`))
  const names = [...new Set(named.map(([key]) => key.slice(0, -protocol.length - 1)))].sort(byCodePoint)
  const numbered = named.find(([, number]) => number === port)
  return numbered ? numbered[0].slice(0, -protocol.length - 1) : nearest(target, names)
}

function sayPorts(ports: Selectable['ports']): string {
  const names = [...ports.keys()].map((port) => port.replace(/\/TCP$/, '')).sort()
  return names.length === 0 ? 'names no port' : `names ${names.join(', ')}`
}

/** Whether the pods that a Service selects are all that answers for it: nobody else gives it addresses. */
function selectsByItself(service: EstateObject, view: View): boolean {
  if (Object.keys(selectorOf(service)).length === 0 || addressed(view).has(service.ref)) return false
  return fieldsAt(service.manifest, 'spec').type !== 'ExternalName'
}

function selectsNone(service: EstateObject, view: View): boolean {
  const { namespace } = partsOf(service.ref)
  return selectsByItself(service, view) && selectedPods(selectorOf(service), namespace, view).length === 0
}

// Who sends requests to a Service that takes no pod is told as the Service is: for the same reason, on the same assumption.
function emptyParts(reference: Reference, from: EstateObject, view: View): readonly AnyPart<ServiceRules>[] {
  const service = targetsOf(view).find(reference)
  if (!service || !isService(service) || service.origin === 'made' || !selectsNone(service, view)) return []
  const own = serviceSelection(service, selectorOf(service), view)
  if (own.rule !== 'selection') return []
  const { because, truth, cause, hint, assumes } = own
  const at = { source: from.source, path: reference.path }
  const data = { ...because, otherwise: reference.otherwise ?? because.otherwise, callers: [] }
  return [part('selection', truth, data, { at, cause, hint, assumes })]
}

const addressed = table(({ estate }: View): ReadonlySet<string> => {
  return new Set(
    estate.objects.flatMap(({ ref, manifest }) => {
      const { namespace, name } = partsOf(ref)
      if (manifest.kind === 'Endpoints') return [`Service/${namespace}/${name}`]
      const labels = textsOf(fieldsAt(manifest, 'metadata', 'labels'))
      const service = labels['kubernetes.io/service-name']
      // The controller keeps a slice for every Service with a selector, also where no pod answers.
      const isKept = labels['endpointslice.kubernetes.io/managed-by'] === 'endpointslice-controller.k8s.io'
      return manifest.kind === 'EndpointSlice' && !isKept ? [`Service/${namespace}/${service}`] : []
    }),
  )
})

export const serviceWords = {
  leads: ({ port, target, to }: ServiceRules['leads']) => `port ${port} leads to ${target} of ${to.join(', ')}`,
  noTarget: ({ port, target, pods, callers }: ServiceRules['noTarget'], truth: boolean | undefined): Words => ({
    line: `port ${port} leads to a port named ${target}, which no pod has that it selects${truth === undefined ? ' among those that were read' : ': it has no endpoint'}`,
    rows: [...pods, ...callers],
  }),
}
