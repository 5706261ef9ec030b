// Which of the rules that let a connection not through comes nearest: the one that somebody would open for it.

import type { PolicyPort, Ref } from '../../kubernetes/types.ts'
import type { Direction, Rule } from './policy.ts'
import type { PortTarget } from './port.ts'
import type { Reachability } from './reachability.ts'
import type { Miss, Refusal } from './refusal.ts'

/** The nearest first: the rule that was meant, then the one that misses in less, then the one of the narrower policy. */
export function nearestFirst(r: Reachability, direction: Direction, all: readonly Refusal[]): readonly Refusal[] {
  if (all.length < 2) return all
  const spread = spreadOf(r, direction)
  const ranks = new Map(
    all.map((one) => [one, [Number(!one.isMeant), one.distance, farness(one.misses), spread.get(one.policy) ?? 0]]),
  )
  return all.toSorted((a, b) => {
    const [x = [], y = []] = [ranks.get(a), ranks.get(b)]
    const at = x.findIndex((rank, index) => rank !== y[index])
    return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0)
  })
}

/** Of the policies that isolate pods the one that takes the fewest: it was written for them. */
export function narrowest(r: Reachability, direction: Direction, policies: readonly Ref[]): Ref | undefined {
  const spread = spreadOf(r, direction)
  return policies.toSorted((a, b) => (spread.get(a) ?? 0) - (spread.get(b) ?? 0))[0]
}

/** Whether a rule opens the way to DNS and nothing else, which explains no refusal at another port. */
export function isForDnsAlone({ ports }: Rule, { port, protocol }: PortTarget): boolean {
  if (!ports || port === undefined) return false
  const isAsked = port === 53 || port === 5353
  return !isAsked && protocol !== 'SCTP' && ports.every(isOfDns)
}

function isOfDns({ port, endPort }: PolicyPort): boolean {
  return endPort === undefined && (port === 53 || port === 5353 || port === 'dns' || port === 'dns-tcp')
}

// Other pods in the right namespace are nearer than another namespace, and that is nearer than what is no pod.
function farness(misses: readonly Miss[]): number {
  return Math.min(...misses.map(({ why }) => far[why]))
}

const far: { readonly [W in Miss['why']]: number } = {
  podSelector: 0,
  port: 0,
  protocol: 0,
  portName: 0,
  namespaceSelector: 1,
  namespace: 1,
  ipBlock: 2,
  kind: 2,
  address: 2,
}

type Spread = ReadonlyMap<Ref, number>
const known = new WeakMap<Reachability, { readonly [D in Direction]: Spread }>()

/** By policy: of how many classes of pods it decides. */
function spreadOf(r: Reachability, direction: Direction): Spread {
  const spreads = known.get(r) ?? { egress: counted(r, 'egress'), ingress: counted(r, 'ingress') }
  known.set(r, spreads)
  return spreads[direction]
}

function counted({ isolating }: Reachability, direction: Direction): Spread {
  const counts = new Map<Ref, number>()
  for (const policies of isolating[direction])
    for (const { ref } of policies) counts.set(ref, (counts.get(ref) ?? 0) + 1)
  return counts
}
