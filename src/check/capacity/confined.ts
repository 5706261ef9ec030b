// What bounds the containers and the volumes of an environment.

import { quotasOf } from '../../engine/admission/quotas.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Estate, Source } from '../../estate/estate.ts'
import { compareQuantity, type Quantity, sayQuantity, tryQuantity } from '../../kubernetes/quantity.ts'
import type { ClaimSpec } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { View } from '../world.ts'

/** A storage class, and the claims of an environment that are of it. */
export interface ClassUse {
  readonly name: string
  readonly keepsSize: boolean | undefined
  readonly claims: readonly (readonly [claim: string, size: string])[]
  readonly source: Source
}

/** The classes of all claims of an environment, by name. */
export function classUses({ estate, pods }: View, environment: string): readonly ClassUse[] {
  const templates = pods
    .filter((pod) => pod.environment === environment && pod.steady)
    .flatMap(({ claims, count }) =>
      claims
        .filter(({ perPod }) => perPod)
        .map(({ claim, class: of, size }) => ({
          of,
          claim,
          size: `${count} × ${size ? sayQuantity('memory', size) : '?'}`,
        })),
    )
  const usual = defaultOf(estate)
  const single = estate.objects
    .filter((object) => object.manifest.kind === 'PersistentVolumeClaim' && object.environment === environment)
    .map(({ manifest }) => {
      const { storageClassName, resources } = (manifest.spec ?? {}) as ClaimSpec
      const size = tryQuantity(fieldsOf(resources?.requests).storage)
      return {
        of: storageClassName ?? usual,
        claim: manifest.metadata.name ?? '',
        size: size ? sayQuantity('memory', size) : '?',
      }
    })
  const all = [...templates, ...single].filter(({ of }) => of !== '')
  return [...Map.groupBy(all, ({ of }) => of)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([name, claims]): ClassUse => {
      const known = Object.hasOwn(estate.classes, name) ? estate.classes[name] : undefined
      return {
        name,
        keepsSize: known?.keepsSize,
        claims: claims.map(({ claim, size }) => [claim, size] as const).sort(([a], [b]) => byCodePoint(a, b)),
        source: known?.source ?? estate.source,
      }
    })
}

function defaultOf({ classes }: Estate): string {
  const found = Object.entries(classes).filter(([, { default: isDefault }]) => isDefault)
  return found.length === 1 ? (found[0]?.[0] ?? '') : ''
}

/** Containers of a pod that may take as much of a resource as the node has. */
export function unlimited({ name, spec }: PodClass, resource: string): readonly string[] {
  const has = (resources: unknown) => Object.hasOwn(fieldsOf(fieldsOf(resources).limits), resource)
  if (has(spec.resources)) return []
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')
  return [...spec.containers, ...sidecars]
    .filter(({ resources }) => !has(resources))
    .map((container) => (container.name === name ? name : `${name}/${container.name}`))
}

/** What the quotas of a namespace count, and how many claims the least of them allows. */
export function claimsAllowed(
  { objects }: Estate,
  namespace: string,
): { readonly counts: readonly string[]; readonly claims?: Quantity } {
  const quotas = quotasOf(objects).get(namespace) ?? []
  const counts = [...new Set(quotas.flatMap(({ hard }) => [...hard.keys()]))].sort(byCodePoint)
  const [claims] = quotas.flatMap(({ hard }) => hard.get('persistentvolumeclaims') ?? []).sort(compareQuantity)
  return { counts, ...(claims && { claims }) }
}
