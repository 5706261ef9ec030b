// For each workload of a namespace the policy of its own calls: out at the caller, in at the called, as both have to agree.
// kubernetes.io/docs/concepts/services-networking/network-policies: a connection needs the egress policy on the source and
// the ingress policy on the destination to allow it.

import type { Labels, Manifest } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { fieldsAt, fieldsIn } from '../import/fields.ts'
import { sortedBy } from '../order.ts'
import { type PodsOfObject, podsOfObject } from './pods-of-object.ts'
import { namespaced, policy } from './policy.ts'
import type { Way, WayEnd } from './ways.ts'

/** One for each workload, or each of these components, that calls or is called; it has the workload's name. */
export function callPolicies(
  namespace: string,
  ways: readonly Way[],
  objects: readonly EstateObject[],
  of?: ReadonlySet<string>,
): readonly Manifest[] {
  const pods = new Map(
    objects.flatMap((object) => {
      const made = podsOfObject(object)
      return made ? [[object.ref, made] as const] : []
    }),
  )
  const own = objects.filter(
    ({ ref, component }) => pods.get(ref)?.namespace === namespace && (!of || of.has(component ?? '')),
  )
  return own.flatMap((object) => {
    const { ref, manifest } = object
    const is = (end: WayEnd) => 'workload' in end && end.workload === ref
    const peer = (end: WayEnd) => peerOf(end, namespace, pods)
    const egress = rulesOf(
      'to',
      ways.filter(({ from }) => is(from)).map((way) => ({ ...way, peer: peer(way.to) })),
    )
    const labels = pods.get(ref)?.labels ?? {}
    const ingress = [
      ...fromOutside(namespace, labels, objects),
      ...rulesOf(
        'from',
        ways.filter(({ to }) => is(to)).map((way) => ({ ...way, peer: peer(way.from) })),
      ),
    ]
    const podSelector = { matchLabels: labels }
    if (egress.length + ingress.length === 0) return []
    return policy(manifest.metadata.name ?? '', {
      namespace,
      podSelector,
      ...(ingress.length > 0 && { ingress }),
      ...(egress.length > 0 && { egress }),
    })
  })
}

// Whoever is outside comes from any address: by a Service of type LoadBalancer, which leads to ports of the same numbers.
function fromOutside(namespace: string, labels: Labels, objects: readonly EstateObject[]): readonly object[] {
  return objects.flatMap(({ manifest }) => {
    const { type, selector, ports } = fieldsAt(manifest, 'spec')
    if (manifest.kind !== 'Service' || manifest.metadata.namespace !== namespace || type !== 'LoadBalancer') return []
    const isLed = Object.entries(fieldsAt({ selector }, 'selector')).every(([key, value]) => labels[key] === value)
    const open = fieldsIn(ports).map(({ protocol = 'TCP', port }) => ({ protocol, port }))
    return isLed && open.length > 0 ? [{ ports: open }] : []
  })
}

type Pods = ReadonlyMap<string, PodsOfObject>

function peerOf(end: WayEnd, namespace: string, pods: Pods): object | undefined {
  if ('block' in end) return { ipBlock: { cidr: end.block } }
  const far = pods.get(end.workload)
  if (!far) return undefined
  return {
    ...(far.namespace !== namespace && namespaced(far.namespace)),
    podSelector: { matchLabels: far.labels },
  }
}

type Judged = Pick<Way, 'port' | 'protocol'> & { readonly peer: object | undefined }

// One rule for all far ends with the same ports, each far end once.
function rulesOf(field: 'to' | 'from', ways: readonly Judged[]): readonly object[] {
  const byPeer = Map.groupBy(
    ways.filter(({ peer }) => peer),
    ({ peer }) => JSON.stringify(peer),
  )
  const far = [...byPeer].map(([peer, group]) => ({ peer: JSON.parse(peer) as object, ports: portsOf(group) }))
  const byPorts = Map.groupBy(
    sortedBy(far, ({ peer }) => JSON.stringify(peer)),
    ({ ports }) => JSON.stringify(ports),
  )
  const rules = [...byPorts.values()].map((group) => ({
    [field]: group.map(({ peer }) => peer),
    ...(group[0]?.ports && { ports: group[0].ports }),
  }))
  return sortedBy(rules, (rule) => JSON.stringify(rule))
}

/** undefined: every port, where somebody calls it without saying which. */
function portsOf(ways: readonly Judged[]): readonly object[] | undefined {
  if (ways.some(({ port }) => port === undefined)) return undefined
  const ports = new Map(ways.map(({ protocol, port }) => [`${protocol} ${port}`, { protocol, port }]))
  return sortedBy(ports.values(), ({ protocol, port }) => `${protocol} ${`${port}`.padStart(5, '0')}`)
}
