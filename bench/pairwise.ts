// The plain way to the same answer, as the specification reads: every pair, every port, every policy, every rule.

import { matchesLabels } from '../src/kubernetes/selector.ts'
import type { Labels, Manifest, NetworkPolicySpec, Peer, PolicyPort } from '../src/kubernetes/types.ts'

interface Pod {
  readonly namespace: string
  readonly labels: Labels
  readonly named: readonly { readonly name: string; readonly port: number }[]
}

interface Policy {
  readonly namespace: string
  readonly spec: NetworkPolicySpec
}

/** How many pairs of workloads are open at how many of the ports (TCP). */
export function pairwise(manifests: readonly Manifest[], ports: readonly number[]): number {
  const specOf = ({ spec }: Manifest) => spec as never
  const namespaces = new Map(
    manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => [metadata.name ?? '', metadata]),
  )
  const labelsOf = (namespace: string): Labels => ({
    ...namespaces.get(namespace)?.labels,
    'kubernetes.io/metadata.name': namespace,
  })
  const pods = manifests.filter(({ kind }) => kind === 'Deployment').map((one): Pod => podOf(one, specOf(one)))
  const policies = manifests
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map((one): Policy => ({ namespace: one.metadata.namespace ?? '', spec: specOf(one) }))
  let open = 0
  for (const from of pods)
    for (const to of pods)
      for (const port of ports)
        if (
          from !== to &&
          passes(policies, { own: from, far: to, to, port, side: 'egress', labelsOf }) &&
          passes(policies, { own: to, far: from, to, port, side: 'ingress', labelsOf })
        )
          open++
  return open
}

function podOf(
  { metadata }: Manifest,
  { template }: { template: { metadata: { labels: Labels }; spec: { containers: { ports: object[] }[] } } },
): Pod {
  const ports = template.spec.containers.flatMap((container) => container.ports) as {
    name: string
    containerPort: number
  }[]
  const named = ports.map(({ name, containerPort: port }) => ({ name, port }))
  return { namespace: metadata.namespace ?? '', labels: template.metadata.labels, named }
}

interface Asked {
  readonly own: Pod
  readonly far: Pod
  readonly to: Pod
  readonly port: number
  readonly side: 'egress' | 'ingress'
  readonly labelsOf: (namespace: string) => Labels
}

function passes(policies: readonly Policy[], asked: Asked): boolean {
  const { own, side } = asked
  const type = side === 'egress' ? 'Egress' : 'Ingress'
  const isolating = policies.filter(
    ({ namespace, spec }) =>
      namespace === own.namespace &&
      spec.policyTypes?.includes(type) &&
      matchesLabels(spec.podSelector ?? {}, own.labels),
  )
  if (isolating.length === 0) return true
  return isolating.some(({ namespace, spec }) => {
    const rules = side === 'egress' ? spec.egress?.map(({ to, ports }) => ({ peers: to, ports })) : undefined
    const others = side === 'ingress' ? spec.ingress?.map(({ from, ports }) => ({ peers: from, ports })) : undefined
    return (rules ?? others ?? []).some(
      ({ peers, ports }) =>
        (!peers?.length || peers.some((peer) => takes(peer, namespace, asked))) &&
        (!ports?.length || ports.some((port) => lets(port, asked))),
    )
  })
}

function takes({ podSelector, namespaceSelector }: Peer, namespace: string, { far, labelsOf }: Asked): boolean {
  if (!podSelector && !namespaceSelector) return false
  const isThere = namespaceSelector
    ? matchesLabels(namespaceSelector, labelsOf(far.namespace))
    : far.namespace === namespace
  return isThere && matchesLabels(podSelector ?? {}, far.labels)
}

function lets({ protocol = 'TCP', port, endPort }: PolicyPort, { to, port: asked }: Asked): boolean {
  if (protocol !== 'TCP') return false
  if (port === undefined) return true
  if (typeof port === 'string') return to.named.some((each) => each.name === port && each.port === asked)
  return port <= asked && asked <= (endPort ?? port)
}
