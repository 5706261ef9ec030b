// Services without a selector, and the addresses that somebody wrote for them: EndpointSlices, or the older Endpoints.
// Source: kubernetes.io/docs/concepts/services-networking/service, "Services without selectors".

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'

export interface WrittenEndpoint {
  readonly address: string
  /** The pod that it is said to be. */
  readonly pod?: Ref
  readonly ports: readonly WrittenPort[]
}

export interface WrittenPort {
  /** Empty where the port has no name. */
  readonly name: string
  readonly port: number
  readonly protocol: string
}

/** By Service: what answers for it, sorted by address. */
export function writtenEndpoints(objects: readonly EstateObject[]): ReadonlyMap<Ref, readonly WrittenEndpoint[]> {
  const found = new Map<Ref, WrittenEndpoint[]>()
  for (const object of objects) {
    const { namespace } = partsOf(object.ref)
    for (const [name, endpoint] of endpointsOf(object, namespace)) {
      const service: Ref = `Service/${namespace}/${name}`
      const held = found.get(service) ?? []
      found.set(service, held)
      if (!held.some(({ address }) => address === endpoint.address)) held.push(endpoint)
    }
  }
  for (const held of found.values()) held.sort((a, b) => byCodePoint(a.address, b.address))
  return found
}

function endpointsOf(
  { ref, manifest }: EstateObject,
  namespace: string,
): readonly (readonly [service: string, WrittenEndpoint])[] {
  if (manifest.kind === 'Endpoints' && manifest.apiVersion === 'v1')
    return fieldsIn(manifest.subsets).flatMap((subset) =>
      fieldsIn(subset.addresses).flatMap(({ ip, targetRef }) =>
        typeof ip === 'string' ? [[partsOf(ref).name, endpoint(ip, targetRef, subset, namespace)] as const] : [],
      ),
    )
  const service = fieldsAt(manifest, 'metadata', 'labels')['kubernetes.io/service-name']
  if (manifest.kind !== 'EndpointSlice' || typeof service !== 'string' || manifest.addressType === 'FQDN') return []
  return fieldsIn(manifest.endpoints).flatMap(({ addresses, conditions, targetRef }) => {
    // All addresses of one endpoint are the same place: the first is used.
    const [address] = Array.isArray(addresses) ? addresses : []
    const isReady = fieldsAt({ conditions }, 'conditions').ready !== false
    return typeof address === 'string' && isReady
      ? [[service, endpoint(address, targetRef, manifest as unknown as Fields, namespace)] as const]
      : []
  })
}

function endpoint(address: string, targetRef: unknown, { ports }: Fields, namespace: string): WrittenEndpoint {
  const { kind, name } = fieldsAt({ targetRef }, 'targetRef')
  return {
    address,
    ...(kind === 'Pod' && typeof name === 'string' && { pod: `Pod/${namespace}/${name}` as const }),
    ports: fieldsIn(ports).flatMap((each) =>
      typeof each.port === 'number'
        ? [
            {
              name: typeof each.name === 'string' ? each.name : '',
              port: each.port,
              protocol: typeof each.protocol === 'string' ? each.protocol : 'TCP',
            },
          ]
        : [],
    ),
  }
}
