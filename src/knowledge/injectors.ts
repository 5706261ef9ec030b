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
  /** What the names of its webhooks end in: they see all pods, and change those with the marks. */
  readonly webhooks: string
}

const asOf = '2026-11-21'

const table: readonly Known<Injector>[] = [
  {
    value: {
      name: 'Istio',
      webhooks: 'sidecar-injector.istio.io',
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
      webhooks: 'linkerd-proxy-injector.linkerd.io',
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
      webhooks: 'vault.hashicorp.com',
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
      webhooks: 'sidecar-injector.dapr.io',
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
      webhooks: 'consul-connect-injector.consul.hashicorp.com',
      ofNamespaces: [],
      ofPods: [{ in: 'annotations', key: 'consul.hashicorp.com/connect-inject', values: ['true'] }],
      off: [],
    },
    source: 'developer.hashicorp.com/consul/docs/k8s/annotations-and-labels',
    asOf,
  },
]

export const injectors: readonly Injector[] = table.map(({ value }) => value)

// They put settings, tokens and readiness gates into pods, and nothing that asks for room or rights.
// Source: github.com/kubernetes-sigs/aws-load-balancer-controller, github.com/aws/amazon-eks-pod-identity-webhook,
// azure.github.io/azure-workload-identity/docs/installation/mutating-admission-webhook.html.
const harmless: readonly string[] = [
  'mpod.elbv2.k8s.aws',
  'pod-identity-webhook.amazonaws.com',
  'iam-for-pods.amazonaws.com',
  'mutation.azure-workload-identity.io',
]

/** Whether what a webhook does to pods is known: by marks, or nothing that matters to where and whether they run. */
export function isKnownWebhook(name: string): boolean {
  return [...harmless, ...injectors.map(({ webhooks }) => webhooks)].some((end) => name.endsWith(end))
}
