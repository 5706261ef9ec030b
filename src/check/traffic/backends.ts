// What lets traffic in from outside, and the Services that it leads to: Ingresses, routes of gateways, Services of their own.

import { type Fields, fieldsIn, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'

export interface Backend {
  readonly service: Ref
  /** Number or name of the Service's port; undefined: all of them. */
  readonly port?: number | string
  readonly path: readonly (string | number)[]
}

const routes: ReadonlySet<string> = new Set(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'])

/** The backends of an object that lets traffic in; undefined for what is none. */
export function backendsOf(object: EstateObject): readonly Backend[] | undefined {
  const { manifest, ref } = object
  const group = manifest.apiVersion.split('/')[0]
  if (manifest.kind === 'Ingress' && group === 'networking.k8s.io') return ingressBackends(object)
  if (routes.has(manifest.kind) && group === 'gateway.networking.k8s.io') return routeBackends(object)
  if (manifest.kind !== 'Service' || manifest.apiVersion !== 'v1') return undefined
  const { type } = fieldsOf(manifest.spec)
  return type === 'LoadBalancer' || type === 'NodePort' ? [{ service: ref, path: ['spec', 'type'] }] : undefined
}

function ingressBackends({ manifest, ref }: EstateObject): readonly Backend[] {
  const { namespace } = partsOf(ref)
  const spec = fieldsOf(manifest.spec)
  const paths = fieldsIn(spec.rules).flatMap((rule, at) =>
    fieldsIn(fieldsOf(rule.http).paths).map((path, index) => ({
      backend: path.backend,
      path: ['spec', 'rules', at, 'http', 'paths', index, 'backend'],
    })),
  )
  return [{ backend: spec.defaultBackend, path: ['spec', 'defaultBackend'] }, ...paths].flatMap(({ backend, path }) => {
    const { name, port } = fieldsOf(fieldsOf(backend).service)
    const { number, name: portName } = fieldsOf(port)
    const meant = typeof number === 'number' ? number : textOf(portName)
    return typeof name === 'string' && meant !== undefined
      ? [{ service: `Service/${namespace}/${name}` as const, port: meant, path }]
      : []
  })
}

function routeBackends({ manifest, ref }: EstateObject): readonly Backend[] {
  const own = partsOf(ref).namespace
  return fieldsIn(fieldsOf(manifest.spec).rules).flatMap((rule, at) =>
    fieldsIn(rule.backendRefs).flatMap((backend, index) =>
      backendRef(backend, own, ['spec', 'rules', at, 'backendRefs', index]),
    ),
  )
}

function backendRef(
  { kind = 'Service', group = '', name, namespace, port, weight }: Fields,
  own: string,
  path: Backend['path'],
): readonly Backend[] {
  if (kind !== 'Service' || group !== '' || typeof name !== 'string' || typeof port !== 'number' || weight === 0)
    return []
  return [{ service: `Service/${textOf(namespace) ?? own}/${name}`, port, path }]
}
