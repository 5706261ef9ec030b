// A cluster for tests: three namespaces x, y, z with pods a, b, c in each, as in the end-to-end tests of Kubernetes.

import type { Estate, EstateObject, Source } from '../../estate/estate.ts'
import { type Manifest, type NetworkPolicySpec, type PodSpec, refOf } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'

export const nowhere: Source = {}

export function objectOf(manifest: Manifest): EstateObject {
  return { ref: refOf(manifest), manifest, origin: 'written', source: nowhere }
}

export function policyObject(namespace: string, name: string, spec: NetworkPolicySpec): EstateObject {
  return objectOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec })
}

export function namespaceObject(name: string, labels: { [key: string]: string } = {}): EstateObject {
  return objectOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })
}

export function podClass(namespace: string, name: string, more: Partial<PodClass> = {}): PodClass {
  const count = more.count ?? 1
  return {
    workload: `Deployment/${namespace}/${name}`,
    kind: 'Deployment',
    namespace,
    name,
    count,
    steady: true,
    podNames: Array.from({ length: count }, (_, at) => `${name}-#${at}`),
    labels: { pod: name },
    spec: servingSpec,
    requests: {},
    limits: {},
    claims: [],
    source: nowhere,
    ...more,
  }
}

export const servingSpec: PodSpec = {
  containers: [
    {
      name: 'serve',
      ports: [
        { name: 'serve-80-tcp', containerPort: 80 },
        { name: 'serve-81-tcp', containerPort: 81 },
        { name: 'serve-80-udp', containerPort: 80, protocol: 'UDP' },
      ],
    },
  ],
}

export function sampleEstate(objects: readonly EstateObject[], more: Partial<Estate> = {}): Estate {
  return {
    cluster: 'harbour',
    minor: '1.33',
    enforcesPolicy: { holds: true, source: { known: 'a table' } },
    nodes: [],
    pools: {},
    classes: {},
    objects,
    shown: [],
    facts: [],
    environments: [],
    taken: {},
    source: nowhere,
    ...more,
  }
}

export const gridPods: readonly PodClass[] = ['x', 'y', 'z'].flatMap((ns) =>
  ['a', 'b', 'c'].map((pod) => podClass(ns, pod)),
)

export const gridNamespaces: readonly EstateObject[] = ['x', 'y', 'z'].map((ns) => namespaceObject(ns, { ns }))
