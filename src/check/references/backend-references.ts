// Services that something sends requests to: Ingress, routes of the Gateway API, webhooks, aggregated APIs, canaries.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { groupOf, named } from './pod-references.ts'
import type { Path, Reference } from './reference.ts'

type Fields = { readonly [field: string]: unknown }

const noBackend = 'its requests end in an error of the gateway'

const routes: ReadonlySet<string> = new Set(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'])

export function backendReferences(object: EstateObject): readonly Reference[] {
  const { kind, apiVersion, spec } = object.manifest
  const { namespace } = partsOf(object.ref)
  switch (groupOf(apiVersion)) {
    case 'networking.k8s.io':
      return kind === 'Ingress' && apiVersion === 'networking.k8s.io/v1' ? ingress(fieldsAt(spec), namespace) : []
    case 'gateway.networking.k8s.io':
      return routes.has(kind) ? route(fieldsAt(spec), namespace) : []
    case 'admissionregistration.k8s.io':
      return webhooks(object)
    case 'apiregistration.k8s.io':
      return serviceAt(fieldsAt(spec, 'service'), ['spec', 'service'], 'the API that it serves is unavailable')
    case 'argoproj.io':
      return kind === 'Rollout' ? rolloutServices(fieldsAt(spec), namespace) : []
    default:
      return []
  }
}

function ingress(spec: Fields, namespace: string): readonly Reference[] {
  const paths = fieldsIn(spec.rules).flatMap((rule, index) =>
    fieldsIn(fieldsAt(rule, 'http').paths).map(
      ({ backend }, at) => [backend, ['spec', 'rules', index, 'http', 'paths', at, 'backend']] as const,
    ),
  )
  const backends = [[spec.defaultBackend, ['spec', 'defaultBackend']] as const, ...paths]
  return [
    ...backends.flatMap(([backend, path]) =>
      ingressBackend(fieldsAt(backend, 'service'), [...path, 'service'], namespace),
    ),
    ...named('IngressClass', spec.ingressClassName, {
      group: 'networking.k8s.io',
      namespace: '',
      path: ['spec', 'ingressClassName'],
      otherwise: 'no controller serves it',
    }),
    ...fieldsIn(spec.tls).flatMap(({ secretName, hosts }, index) =>
      named('Secret', secretName, {
        group: '',
        namespace,
        path: ['spec', 'tls', index, 'secretName'],
        otherwise: 'the controller answers with a certificate of its own',
        isLoose: true,
        ...(Array.isArray(hosts) && { hosts: hosts.filter((host) => typeof host === 'string') }),
      }),
    ),
  ]
}

function ingressBackend({ name, port }: Fields, path: Path, namespace: string): readonly Reference[] {
  const asked = fieldsAt(port).name ?? fieldsAt(port).number
  // Some controllers read rules of their own from annotations under such a name (AWS load balancers: `use-annotation`).
  if (asked === 'use-annotation') return []
  return named('Service', name, {
    group: '',
    namespace,
    ...portOf(asked),
    path: [...path, 'name'],
    otherwise: noBackend,
  })
}

function portOf(port: unknown): { readonly port?: number | string } {
  return typeof port === 'number' || (typeof port === 'string' && port !== '') ? { port } : {}
}

function route(spec: Fields, namespace: string): readonly Reference[] {
  const backends = fieldsIn(spec.rules).flatMap((rule, index) =>
    fieldsIn(rule.backendRefs).map((backend, at) => [backend, ['spec', 'rules', index, 'backendRefs', at]] as const),
  )
  const services = backends.flatMap(([{ group = '', kind = 'Service', name, namespace: other, port }, path]) =>
    group === '' && kind === 'Service'
      ? named('Service', name, {
          group: '',
          namespace: typeof other === 'string' ? other : namespace,
          ...portOf(port),
          path: [...path, 'name'],
          otherwise: noBackend,
        })
      : [],
  )
  const parents = fieldsIn(spec.parentRefs).flatMap(({ kind = 'Gateway', name, namespace: other }, index) =>
    kind === 'Gateway'
      ? named('Gateway', name, {
          group: 'gateway.networking.k8s.io',
          namespace: typeof other === 'string' ? other : namespace,
          path: ['spec', 'parentRefs', index, 'name'],
          otherwise: 'no gateway serves it',
        })
      : [],
  )
  return [...services, ...parents]
}

function webhooks({ manifest }: EstateObject): readonly Reference[] {
  return fieldsIn(manifest.webhooks).flatMap(({ clientConfig, failurePolicy }, index) => {
    const path = ['webhooks', index, 'clientConfig', 'service']
    const otherwise = failurePolicy === 'Ignore' ? undefined : 'every request that it is asked about is refused'
    return serviceAt(fieldsAt(clientConfig, 'service'), path, otherwise)
  })
}

function serviceAt(
  { name, namespace, port = 443 }: Fields,
  path: Path,
  otherwise: string | undefined,
): readonly Reference[] {
  if (typeof namespace !== 'string') return []
  return named('Service', name, {
    group: '',
    namespace,
    ...portOf(port),
    path: [...path, 'name'],
    ...(otherwise && { otherwise }),
  })
}

// Source: github.com/argoproj/argo-rollouts@v1.10 pkg/apis/rollouts/validation/validation_references.go: a Service that is not there
// makes the Rollout invalid, and nothing of it is rolled out.
function rolloutServices(spec: Fields, namespace: string): readonly Reference[] {
  const fields = [
    ['canary', 'canaryService'],
    ['canary', 'stableService'],
    ['blueGreen', 'activeService'],
    ['blueGreen', 'previewService'],
  ] as const
  return fields.flatMap(([strategy, field]) =>
    named('Service', fieldsAt(spec, 'strategy', strategy)[field], {
      group: '',
      namespace,
      path: ['spec', 'strategy', strategy, field],
      otherwise: 'the Rollout stops as invalid',
    }),
  )
}
