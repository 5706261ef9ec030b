// Who carries the traffic of an Ingress: its controller's pods where they are among the objects, else what is known of them.

import { fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { nameLabel } from '../../engine/reachability/namespaces.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { type IngressController, ingressController, isControllerImage } from '../../knowledge/ingress-controllers.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { reachable } from '../reachability/reachable.ts'
import { table, type View } from '../world.ts'

export interface Carrier {
  /** `ingress-nginx`; what carries it, where that is not known, by its class. */
  readonly name: string
  /** The workloads that run it. */
  readonly workloads: readonly Ref[]
  /** Where it stands, where no workload of it is shown and something shows its namespace. */
  readonly namespaces?: readonly string[]
  /** Only policies name that namespace: one that names another may know better. */
  readonly isHearsay?: true
  /** It comes from addresses outside the cluster, as it is. */
  readonly isOutside?: true
}

/** What carries the traffic of an Ingress, or of anything else that lets traffic in. */
export function carrierOf({ manifest }: EstateObject, view: View): Carrier {
  if (manifest.kind === 'Service') return { name: 'what is outside', workloads: [], isOutside: true }
  if (manifest.kind !== 'Ingress') return { name: 'the gateway', workloads: [] }
  const written = textOf(fieldsOf(manifest.spec).ingressClassName)
  const annotated = textOf(fieldsOf(manifest.metadata.annotations)['kubernetes.io/ingress.class'])
  const className = written ?? annotated
  const known = ingressController(className, controllersByClass(view).get(className ?? ''))?.value
  if (!known)
    return { name: className ? `whatever runs the class ${className}` : 'the ingress controller', workloads: [] }
  const workloads = view.pods
    .filter(({ steady, spec }) => steady && spec.containers.some(({ image }) => isImageOf(image, known)))
    .map(({ workload }) => workload)
  const { shown, named } = seenNamespaces(view)
  const namespaces = known.namespaces.filter((name) => shown.has(name) || named.has(name)).sort(byCodePoint)
  const isHearsay = !namespaces.some((name) => shown.has(name))
  return { name: known.name, workloads, ...(namespaces.length > 0 && { namespaces, ...(isHearsay && { isHearsay }) }) }
}

function isImageOf(image: unknown, controller: IngressController): boolean {
  return typeof image === 'string' && isControllerImage(image, controller)
}

const controllersByClass = table(
  ({ estate }) =>
    new Map(
      estate.objects.flatMap(({ manifest }): [string, string][] => {
        const { controller } = fieldsOf(manifest.spec)
        return manifest.kind === 'IngressClass' && typeof controller === 'string'
          ? [[manifest.metadata.name ?? '', controller]]
          : []
      }),
    ),
)

// A namespace is there where it is shown, where something that was not read is deployed to it, or where policies name it.
const seenNamespaces = table((view): Readonly<Record<'shown' | 'named', ReadonlySet<string>>> => {
  const { estate } = view
  const { namespaces, policies } = reachable(view)
  const named = policies
    .flatMap(({ ingress = [] }) => ingress)
    .flatMap(({ peers = [] }) => peers)
    .flatMap(({ namespaceSelector: { matchLabels = {}, matchExpressions = [] } = {} }) => [
      ...(matchLabels[nameLabel] === undefined ? [] : [matchLabels[nameLabel]]),
      ...matchExpressions.flatMap(({ key, operator, values = [] }) =>
        key === nameLabel && operator === 'In' ? values : [],
      ),
    ])
  const deployed = (estate.unseen ?? []).flatMap(({ namespaces: places = [] }) => places)
  return { shown: new Set([...namespaces.all.map(({ name }) => name), ...deployed]), named: new Set(named) }
})
