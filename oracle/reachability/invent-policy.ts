import type {
  LabelRequirement,
  LabelSelector,
  NetworkPolicySpec,
  Peer,
  PolicyPort,
} from '../../src/kubernetes/types.ts'
import type { Random } from '../random.ts'
import { blocks, keys, portNames, portNumbers, protocols, values } from './words.ts'

/** Every form of NetworkPolicy that an API server takes, the absent and the empty ones too. */
export function inventPolicy(random: Random): NetworkPolicySpec {
  const isIn = random.chance(0.75)
  const isOut = random.chance(0.5)
  const types = random.pick([['Ingress'], ['Egress'], ['Ingress', 'Egress']] as const)
  return {
    ...(random.chance(0.9) && { podSelector: random.chance(0.3) ? {} : selector(random) }),
    ...(random.chance(0.6) && { policyTypes: [...types] }),
    ...(isIn && { ingress: random.list(random.int(0, 3), () => rule(random, 'from')) }),
    ...(isOut && { egress: random.list(random.int(0, 3), () => rule(random, 'to')) }),
  }
}

function rule(random: Random, peers: 'from' | 'to'): object {
  return {
    ...(random.chance(0.75) && {
      [peers]: random.list(
        random.weighted([
          [1, 0],
          [6, 1],
          [3, 2],
        ]),
        () => peer(random),
      ),
    }),
    ...(random.chance(0.6) && {
      ports: random.list(
        random.weighted([
          [1, 0],
          [6, 1],
          [3, 2],
        ]),
        () => port(random),
      ),
    }),
  }
}

function peer(random: Random): Peer {
  return random.weighted<() => Peer>([
    [3, () => ({ podSelector: selector(random) })],
    [3, () => ({ namespaceSelector: namespaces(random) })],
    [3, () => ({ podSelector: selector(random), namespaceSelector: namespaces(random) })],
    [3, () => ({ ipBlock: block(random) })],
  ])()
}

function block(random: Random): NonNullable<Peer['ipBlock']> {
  const { cidr, holes } = random.pick(blocks)
  const except = holes.filter(() => random.chance(0.4))
  return { cidr, ...(except.length > 0 && { except }) }
}

function namespaces(random: Random): LabelSelector {
  if (random.chance(0.6)) return selector(random)
  const names = random.list(random.int(1, 2), () => random.pick(['x', 'y', 'z']))
  const key = 'kubernetes.io/metadata.name'
  if (random.chance(0.5)) return { matchLabels: { [key]: names[0] ?? 'x' } }
  return { matchExpressions: [{ key, operator: random.pick(['In', 'NotIn'] as const), values: names }] }
}

function selector(random: Random): LabelSelector {
  const matched = keys.filter(() => random.chance(0.15))
  return {
    ...(random.chance(0.6) && { matchLabels: Object.fromEntries(matched.map((key) => [key, random.pick(values)])) }),
    ...(random.chance(0.5) && { matchExpressions: random.list(random.int(0, 2), () => requirement(random)) }),
  }
}

function requirement(random: Random): LabelRequirement {
  const key = random.pick(keys)
  const operator = random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist'] as const)
  if (operator === 'Exists' || operator === 'DoesNotExist') return { key, operator }
  return { key, operator, values: random.list(random.int(1, 2), () => random.pick(values)) }
}

function port(random: Random): PolicyPort {
  const protocol = random.chance(0.7) && { protocol: random.pick(protocols) }
  return random.weighted<() => PolicyPort>([
    [1, () => ({ ...protocol })],
    [4, () => ({ ...protocol, port: random.pick(portNumbers) })],
    [3, () => ({ ...protocol, port: random.pick(portNames) })],
    [3, () => ({ ...protocol, ...range(random) })],
  ])()
}

function range(random: Random): Pick<PolicyPort, 'port' | 'endPort'> {
  const [port, other] = [random.pick(portNumbers), random.pick(portNumbers)]
  return { port: Math.min(port, other), endPort: Math.max(port, other) }
}
