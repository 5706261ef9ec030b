// Programs that carry traffic from outside to the pods behind an Ingress: by what classes they go, what images they run,
// where their own charts put them.

import { imageOf } from './image-reference.ts'
import type { Known } from './table.ts'

export interface IngressController {
  readonly name: string
  /** `spec.ingressClassName` as its chart calls it. */
  readonly classes: readonly string[]
  /** `spec.controller` of its IngressClass. */
  readonly controller: string
  readonly repositories: readonly string[]
  /** Namespaces that its documentation installs it into. */
  readonly namespaces: readonly string[]
}

const asOf = '2026-11-21'

const table: readonly Known<IngressController>[] = [
  {
    value: {
      name: 'ingress-nginx',
      classes: ['nginx'],
      controller: 'k8s.io/ingress-nginx',
      repositories: ['ingress-nginx/controller', 'ingress-nginx/controller-chroot'],
      namespaces: ['ingress-nginx'],
    },
    source: 'kubernetes.github.io/ingress-nginx/deploy',
    asOf,
  },
  {
    value: {
      name: 'Traefik',
      classes: ['traefik'],
      controller: 'traefik.io/ingress-controller',
      repositories: ['library/traefik', 'traefik/traefik', 'rancher/mirrored-library-traefik'],
      namespaces: ['kube-system', 'traefik'],
    },
    source: 'doc.traefik.io/traefik/getting-started/install-traefik; docs.k3s.io/networking/networking-services',
    asOf,
  },
  {
    value: {
      name: 'HAProxy',
      classes: ['haproxy'],
      controller: 'haproxy.org/ingress-controller/haproxy',
      repositories: ['haproxytech/kubernetes-ingress'],
      namespaces: ['haproxy-controller'],
    },
    source: 'haproxy.com/documentation/kubernetes-ingress/community/installation',
    asOf,
  },
  {
    value: {
      name: 'Kong',
      classes: ['kong'],
      controller: 'ingress-controllers.konghq.com/kong',
      repositories: ['library/kong', 'kong/kong-gateway'],
      namespaces: ['kong'],
    },
    source: 'developer.konghq.com/kubernetes-ingress-controller/install',
    asOf,
  },
  {
    value: {
      name: 'Contour',
      classes: ['contour'],
      controller: 'projectcontour.io/ingress-controller',
      repositories: ['envoyproxy/envoy'],
      namespaces: ['projectcontour'],
    },
    source: 'projectcontour.io/getting-started',
    asOf,
  },
]

/** The controller of an ingress class, by the class's name or its `spec.controller`; undefined outside the table. */
export function ingressController(
  className: string | undefined,
  controller: string | undefined,
): Known<IngressController> | undefined {
  if (controller !== undefined) return table.find(({ value }) => value.controller === controller)
  return table.find(({ value }) => className !== undefined && value.classes.includes(className))
}

/** Whether an image is that of a controller. */
export function isControllerImage(image: string, { repositories }: IngressController): boolean {
  const repository = imageOf(image)?.repository
  return repository !== undefined && repositories.includes(repository)
}
