// Programs that put containers into pods when these are created, and the marks that ask them to.

import type { Known } from './table.ts'

/** A label or an annotation; without `values` any value asks. */
export interface Mark {
  readonly in: 'labels' | 'annotations'
  readonly key: string
  readonly values?: readonly string[]
}

export interface Injector {
  readonly name: string
  /** Marks of a namespace that ask for all its pods. */
  readonly ofNamespaces: readonly Mark[]
  /** Marks of a pod that ask for it. */
  readonly ofPods: readonly Mark[]
  /** Marks of a pod that keep it out. */
  readonly off: readonly Mark[]
  /** Leaves pods in the network of the node alone. */
  readonly skipsHostNetwork?: true
}

const asOf = '2026-11-21'

const table: readonly Known<Injector>[] = [
  {
    value: {
      name: 'Istio',
      ofNamespaces: [
        { in: 'labels', key: 'istio-injection', values: ['enabled'] },
        { in: 'labels', key: 'istio.io/rev' },
      ],
      ofPods: [
        { in: 'labels', key: 'sidecar.istio.io/inject', values: ['true'] },
        { in: 'labels', key: 'istio.io/rev' },
      ],
      off: [
        { in: 'labels', key: 'sidecar.istio.io/inject', values: ['false'] },
        { in: 'annotations', key: 'sidecar.istio.io/inject', values: ['false'] },
      ],
      skipsHostNetwork: true,
    },
    source: 'istio.io/latest/docs/setup/additional-setup/sidecar-injection',
    asOf,
  },
  {
    value: {
      name: 'Linkerd',
      ofNamespaces: [{ in: 'annotations', key: 'linkerd.io/inject', values: ['enabled', 'ingress'] }],
      ofPods: [{ in: 'annotations', key: 'linkerd.io/inject', values: ['enabled', 'ingress'] }],
      off: [{ in: 'annotations', key: 'linkerd.io/inject', values: ['disabled'] }],
      skipsHostNetwork: true,
    },
    source: 'linkerd.io/2/features/proxy-injection',
    asOf,
  },
  {
    value: {
      name: 'the Vault agent injector',
      ofNamespaces: [],
      ofPods: [{ in: 'annotations', key: 'vault.hashicorp.com/agent-inject', values: ['true'] }],
      off: [],
    },
    source: 'developer.hashicorp.com/vault/docs/deploy/kubernetes/injector/annotations',
    asOf,
  },
  {
    value: {
      name: 'Dapr',
      ofNamespaces: [],
      ofPods: [{ in: 'annotations', key: 'dapr.io/enabled', values: ['true'] }],
      off: [],
    },
    source: 'docs.dapr.io/reference/arguments-annotations-overview',
    asOf,
  },
  {
    value: {
      name: 'Consul',
      ofNamespaces: [],
      ofPods: [{ in: 'annotations', key: 'consul.hashicorp.com/connect-inject', values: ['true'] }],
      off: [],
    },
    source: 'developer.hashicorp.com/consul/docs/k8s/annotations-and-labels',
    asOf,
  },
]

export const injectors: readonly Injector[] = table.map(({ value }) => value)
