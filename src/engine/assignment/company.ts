// Which placed pods draw a class near, keep it away or refuse it: its own terms and those of the others, as counters.
// Source: pkg/scheduler/framework/plugins/interpodaffinity/{filtering,scoring}.go (kubernetes v1.36.3).

import { type AffinityTerm, ownTermTakes, termKey } from '../scheduling/affinity-terms.ts'
import { portsClash } from '../scheduling/host-ports.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { World } from '../scheduling/world.ts'
import type { HeldTerms } from './class-terms.ts'
import type { Counter, Counters } from './counters.ts'
import type { NodeDomains } from './node-domains.ts'

export interface Company {
  /** Per required term of its own: pods that all these terms take. One at least must be in each domain of a node. */
  readonly needed: readonly Counter[]
  /** It may be the first of its kind. */
  readonly takesSelf: boolean
  /** None of these may be in the domain of a node. */
  readonly refused: readonly Counter[]
  /** What each pod in a node's domain adds to the node. */
  readonly pulls: readonly { readonly counter: Counter; readonly weight: number }[]
}

/** What all classes share. */
export interface Ground {
  readonly world: World
  readonly counters: Counters
  readonly held: HeldTerms
  readonly domains: NodeDomains
}

export function companyOf(pod: SchedulingPod, ground: Ground): Company {
  const { near, apart, ratherNear, ratherApart } = pod.terms
  const takes = (term: AffinityTerm, other: SchedulingPod) => ownTermTakes(term, other, ground.world.namespaceLabels)
  const countOf = (terms: readonly AffinityTerm[], topologyKey: string) =>
    ground.counters.of({
      key: `own ${JSON.stringify(topologyKey)} ${terms.map(termKey).join(' ')}`,
      topology: ground.world.topology(topologyKey),
      ...(terms[0]?.namespaceSelector === undefined && { among: terms[0]?.namespaces }),
      counts: (other) => (terms.every((term) => takes(term, other)) ? 1 : 0),
    })
  const held = heldBy(pod, ground)
  return {
    needed: near.map(({ topologyKey }) => countOf(near, topologyKey)),
    takesSelf: near.every((term) => takes(term, pod)),
    refused: [...apart.map((term) => countOf([term], term.topologyKey)), ...held.refused, ...portsOf(pod, ground)],
    pulls: [
      ...ratherNear.map((term) => ({ counter: countOf([term], term.topologyKey), weight: term.weight })),
      ...ratherApart.map((term) => ({ counter: countOf([term], term.topologyKey), weight: -term.weight })),
      ...held.pulls,
    ],
  }
}

function heldBy(pod: SchedulingPod, { world, counters, held }: Ground): Pick<Company, 'refused' | 'pulls'> {
  const refused: Counter[] = []
  const pulls: { counter: Counter; weight: number }[] = []
  for (const { kind, term, key, heldBy: holders } of held(pod)) {
    const counts = (other: SchedulingPod) => holders.get(other) ?? 0
    const among = [...new Set([...holders.keys()].map(({ namespace }) => namespace))]
    const counter = counters.of({ key: `held ${key}`, topology: world.topology(term.topologyKey), among, counts })
    if (kind === 'apart') refused.push(counter)
    // A required term of a pod that stands draws with the weight 1 (hardPodAffinityWeight).
    else pulls.push({ counter, weight: kind === 'ratherApart' ? -term.weight : term.weight })
  }
  return { refused, pulls }
}

/** Ports are held against the node itself. */
function portsOf({ ports }: SchedulingPod, { domains, counters }: Ground): readonly Counter[] {
  if (ports.length === 0) return []
  const said = ports.map(({ address, port }) => [address, port])
  const clashes = (other: SchedulingPod) => other.ports.some((used) => ports.some((one) => portsClash(used, one)))
  const counts = (other: SchedulingPod) => (clashes(other) ? 1 : 0)
  return [counters.of({ key: `ports ${JSON.stringify(said)}`, topology: domains.each, counts })]
}
