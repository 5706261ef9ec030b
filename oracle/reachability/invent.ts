import type { NamedPort } from '../../src/engine/reachability/port.ts'
import type { Labels, NetworkPolicySpec, PolicyPort, Protocol } from '../../src/kubernetes/types.ts'
import type { Random } from '../random.ts'
import { inventPolicy } from './invent-policy.ts'
import type { CasePod, CasePort, PolicyCase } from './policy-case.ts'
import { labels, portNames, portNumbers, protocols, someAddress } from './words.ts'

const mostPorts = 6

/** A small cluster: few words, so that selectors, names of ports and blocks meet. */
export function inventPolicyCase(random: Random): PolicyCase {
  const names = ['x', 'y', 'z'].slice(0, random.int(1, 3))
  const namespaces = Object.fromEntries(names.map((name) => [name, labels(random)] as [string, Labels]))
  const pods = Object.fromEntries(
    random.list(random.int(2, 6), () => 0).map((_, at) => [`${random.pick(names)}/p${at}`, inventPod(random)]),
  )
  const policies = Object.fromEntries(
    random
      .list(random.int(1, 7), () => inventPolicy(random))
      .map((spec, at): [string, NetworkPolicySpec] => [`${random.pick(names)}/n${at}`, spec]),
  )
  const addresses = [...new Set(random.list(random.int(0, 4), () => someAddress(random)))]
  return { namespaces, pods, policies, addresses, ports: portsAsked(random, pods, policies) }
}

function inventPod(random: Random): CasePod {
  const ports = random.list(random.int(0, 3), () => inventPort(random))
  // A container names each of its ports otherwise.
  const named = ports.filter(({ name }, at) => ports.findIndex((other) => other.name === name) === at)
  return { labels: labels(random), address: random.pick(['10.1.2.3', '10.200.0.9', '192.168.7.7']), ports: named }
}

function inventPort(random: Random): NamedPort {
  return { name: random.pick(portNames), port: random.pick(portNumbers), protocol: random.pick(protocols) }
}

/** Both ends of each range that is written and what stands beside them, and what pods name. */
function portsAsked(random: Random, pods: PolicyCase['pods'], policies: PolicyCase['policies']): readonly CasePort[] {
  const written = Object.values(policies).flatMap(writtenPorts)
  const numbers = written.flatMap(({ port, endPort }) =>
    typeof port === 'number' ? [port - 1, port, endPort ?? port, (endPort ?? port) + 1] : [],
  )
  const named = Object.values(pods).flatMap(({ ports }) => ports.map(({ port }) => port))
  const all = [...numbers, ...named, ...named, random.pick(portNumbers)].filter((port) => port >= 1 && port <= 65_535)
  const chosen = random.list(mostPorts, () => ({ port: random.pick(all), protocol: random.pick(protocols) }))
  const byText = new Map(
    chosen.map((each): [string, { port: number; protocol: Protocol }] => [JSON.stringify(each), each]),
  )
  return [...byText.values()]
}

function writtenPorts({ ingress, egress }: NetworkPolicySpec): readonly PolicyPort[] {
  return [...(ingress ?? []), ...(egress ?? [])].flatMap(({ ports }) => ports ?? [])
}
