// Who may reach the nodes of a Kafka: Strimzi isolates them by a NetworkPolicy of its own.

import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { type Fields, fieldsIn } from '../import/fields.ts'
import type { MadeObject } from './maker.ts'
import { countIn, textIn } from './values.ts'

interface Listener {
  readonly name: string
  readonly port: number
  readonly type: string
  readonly peers: readonly Fields[]
}

export function listenersOf(spec: Fields): readonly Listener[] {
  return fieldsIn(spec.listeners).flatMap((one) => {
    const name = textIn(one, 'name')
    const port = countIn(one, 'port')
    if (name === undefined || port === undefined) return []
    return [{ name, port, type: textIn(one, 'type') ?? 'internal', peers: fieldsIn(one.networkPolicyPeers) }]
  })
}

/** KafkaCluster.java, generateNetworkPolicy: listeners and metrics are open to all unless peers are said; the rest is its own. */
export function networkPolicy(manifest: Manifest, spec: Fields): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const own = peer({ 'strimzi.io/name': `${name}-kafka` })
  const operator = { ...peer({ 'strimzi.io/kind': 'cluster-operator' }), namespaceSelector: {} }
  const tools = ['entity-operator', 'kafka-exporter', 'cruise-control'].map((suffix) =>
    peer({ 'strimzi.io/name': `${name}-${suffix}` }),
  )
  const hasMetrics = Object.hasOwn(spec, 'metricsConfig')
  const ingress = [
    rule(9090, [own, operator]),
    rule(9091, [operator, own, ...tools]),
    rule(8443, [operator, own]),
    ...listenersOf(spec).map(({ port, peers }) => rule(port, peers)),
    ...(hasMetrics ? [rule(9404, [])] : []),
    ...(Object.hasOwn(spec, 'jmxOptions') ? [rule(9999, [])] : []),
  ]
  const podSelector = {
    matchLabels: { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': `${name}-kafka` },
  }
  return {
    manifest: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: given({ name: `${name}-network-policy-kafka`, namespace }),
      spec: { podSelector, policyTypes: ['Ingress'], ingress },
    },
    from: { spec: 'spec.kafka.listeners' },
  }
}

function peer(matchLabels: { readonly [label: string]: string }) {
  return { podSelector: { matchLabels } }
}

function rule(port: number, from: readonly object[]): object {
  const ports = [{ port, protocol: 'TCP' }]
  return from.length === 0 ? { ports } : { ports, from }
}
