// What is prepared once so that a change of one workload or one policy is answered without asking about all pairs again.

import type { LabelSelector, Peer, PolicyPort } from '../../kubernetes/types.ts'
import { allBits, type Bits, noBits, setBit } from './bits.ts'
import { changePorts, type Far, farOf, type Naming, namingOf } from './change-planes.ts'
import { type Workspace, workspaceOf } from './change-workspace.ts'
import { alikeClasses } from './matrix-ends.ts'
import { selectedNamespaces } from './namespaces.ts'
import { type NumberOf, numbering } from './numbering.ts'
import { isEveryAddress } from './outside-blocks.ts'
import type { Direction, FarEnd, Policy, Rule } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { chosen, podsOfNamespace, type Space, spaceOf } from './space.ts'
import { type TakenSets, takenSets } from './taken-sets.ts'

export type Ports = readonly PolicyPort[] | undefined

/** A rule of a policy, one object wherever it is written alike, with the numbers of the sets of pods that its peers take and of its list of ports. */
export interface NumberedRule {
  readonly sets: readonly number[]
  readonly list: number
}

/** Classes of pods that a peer takes. */
export interface TakenSet extends Far {
  /** By which a pod is taken, the number of the selector; absent where labels decide nothing. */
  readonly by?: { readonly namespaces: Bits; readonly selector: number }
}

/** Who grants what a set is granted: at a list of ports, the classes of pods. */
export interface Granting {
  readonly list: number
  readonly to: Far
}

export interface ChangeIndex extends TakenSets {
  readonly r: Reachability
  readonly space: Space
  readonly policiesIn: ReadonlyMap<string, readonly Policy[]>
  /** Selectors of pods, each once, and the number of that of a policy. */
  readonly selectors: readonly LabelSelector[]
  readonly selectorOf: (policy: Policy) => number
  readonly numbered: (policy: Policy, direction: Direction) => readonly NumberedRule[]
  readonly sets: readonly TakenSet[]
  /** The classes that no policy isolates. */
  readonly open: { readonly [D in Direction]: Far }
  readonly everyone: Far
  /** By class: how many workloads are of it. */
  readonly workloadsOf: Uint32Array
  /** By class: a number that those share which nothing told apart so far. */
  readonly alike: Uint32Array
  /** For all lists of ports numbered so far: those that nobody wrote before are told apart from now on. */
  readonly workspace: () => Workspace
}

/**
 * undefined where more than NetworkPolicy decides, or something that nobody can tell: a change is then answered by both
 * matrices, the one before and the one behind it.
 */
export function changeIndex(r: Reachability): ChangeIndex | undefined {
  const isPlain = r.ranked.length === 0 && r.estate.enforcesPolicy.holds !== false
  const isDecided = r.classes.every((_, at) =>
    (['egress', 'ingress'] as const).every((direction) => r.undecided(at, direction).length === 0),
  )
  if (!isPlain || !isDecided) return undefined
  const space = spaceOf(r.classes, r.namespaces)
  const selectors = numbering<LabelSelector>((selector) => JSON.stringify(selector))
  const sets = setNumbers(space, selectors.of)
  const lists = numbering<Ports>((ports) => JSON.stringify(ports) ?? '')
  const known = new Map<readonly Rule[], readonly NumberedRule[]>()
  const same = new Map<string, NumberedRule>()
  const numberedOnce = (policy: Policy, rule: Rule): NumberedRule => {
    const made = numberedRule(policy, rule, sets.of, lists.of)
    const key = `${made.sets.join('+')}:${made.list}`
    const found = same.get(key) ?? made
    same.set(key, found)
    return found
  }
  const numbered = (policy: Policy, direction: Direction): readonly NumberedRule[] => {
    const rules = policy[direction] ?? []
    const found = known.get(rules) ?? rules.map((rule) => numberedOnce(policy, rule))
    known.set(rules, found)
    return found
  }
  // Those too that are on no pods yet: they are on pods with other labels.
  for (const policy of r.policies) for (const direction of ['egress', 'ingress'] as const) numbered(policy, direction)
  const own = (direction: Direction) => grantingIn(r, direction, numbered)
  const [egress, ingress] = [own('egress'), own('ingress')]
  const naming = namingOf(r.classes)
  const workloadsOf = new Uint32Array(r.classes.length)
  for (const at of r.classOf.values()) workloadsOf[at] = (workloadsOf[at] as number) + 1
  return {
    r,
    space,
    everyone: farOf(allBits(r.classes.length)),
    ...takenSets(sets.all, (at) => space.numberOf.get(r.classes[at]?.namespace ?? '') ?? -1),
    workloadsOf,
    alike: alikeClasses(r, naming.of),
    workspace: workspaces(lists.all, naming, { egress: egress.bySet, ingress: ingress.bySet }),
    policiesIn: Map.groupBy(r.policies, ({ namespace }) => namespace),
    numbered,
    selectors: selectors.all,
    selectorOf: selectorNumbers(r.policies, selectors.of),
    sets: sets.all,
    open: { egress: egress.open, ingress: ingress.open },
  }
}

function workspaces(lists: readonly Ports[], naming: Naming, granting: Parameters<typeof workspaceOf>[1]) {
  let made: Workspace | undefined
  return (): Workspace => {
    if (made?.ports.lists.length !== lists.length) made = workspaceOf(changePorts(lists, naming, made?.ports), granting)
    return made
  }
}

function numberedRule(
  policy: Policy,
  { peers, ports }: Rule,
  setOf: NumberOf<[Policy, FarEnd?]>,
  listOf: NumberOf<[Ports]>,
) {
  const sets = peers ? peers.map((peer) => setOf(policy, peer)) : [setOf(policy)]
  return { sets: [...new Set(sets)], list: listOf(ports) }
}

function selectorNumbers(policies: readonly Policy[], numberOf: NumberOf<[LabelSelector]>): ChangeIndex['selectorOf'] {
  const known = new Map(policies.map((policy) => [policy, numberOf(policy.podSelector)]))
  return (policy) => known.get(policy) ?? numberOf(policy.podSelector)
}

// Of addresses only all of them take pods; no selector takes pods on their node's network.
function setNumbers(space: Space, selectorOf: NumberOf<[LabelSelector]>) {
  const all: TakenSet[] = []
  const numbers = new Map<string, number>()
  const everyone = allBits(space.classes.length)
  const made = (namespace: string, peer: FarEnd | undefined): TakenSet => {
    if (!peer || (peer.ipBlock && isEveryAddress(peer.ipBlock))) return farOf(everyone)
    if (peer.ipBlock || (!peer.podSelector && !peer.namespaceSelector)) return farOf(noBits(space.classes.length))
    const { podSelector = {}, namespaceSelector } = peer
    const taken = namespaceSelector
      ? chosen(space, namespaceSelector, podSelector).sure
      : podsOfNamespace(space, namespace, podSelector)
    const bits = taken.map((word, at) => word & ~(space.hosts[at] ?? 0))
    const namespaces = namespacesOf(space, namespace, namespaceSelector)
    return { ...farOf(bits), by: { namespaces, selector: selectorOf(podSelector) } }
  }
  const of = ({ namespace }: Policy, peer?: FarEnd): number => {
    const key = keyOf(namespace, peer)
    const number = numbers.get(key) ?? all.push(made(namespace, peer)) - 1
    numbers.set(key, number)
    return number
  }
  return { all, of }
}

function keyOf(namespace: string, peer: Peer | undefined): string {
  if (!peer) return ''
  const { podSelector, namespaceSelector, ipBlock } = peer
  return JSON.stringify([namespaceSelector || ipBlock ? '' : namespace, namespaceSelector, podSelector, ipBlock])
}

function namespacesOf(space: Space, own: string, selector: LabelSelector | undefined): Bits {
  if (selector) return selectedNamespaces(space.namespaces, selector).sure
  const bits = noBits(space.namespaces.all.length)
  setBit(bits, space.numberOf.get(own) ?? 0)
  return bits
}

function grantingIn(r: Reachability, direction: Direction, numbered: ChangeIndex['numbered']) {
  const size = r.classes.length
  const bySet: Map<number, Bits>[] = []
  const open = noBits(size)
  for (const [at, policies] of r.isolating[direction].entries()) {
    if (policies.length === 0 || r.classes[at]?.hostNetwork) setBit(open, at)
    else
      for (const policy of policies)
        for (const { sets, list } of numbered(policy, direction))
          for (const set of sets) {
            bySet[set] ??= new Map()
            const bits = bySet[set].get(list) ?? noBits(size)
            bySet[set].set(list, bits)
            setBit(bits, at)
          }
  }
  return {
    open: farOf(open),
    bySet: Array.from(bySet, (found) => [...(found ?? [])].map(([list, to]) => ({ list, to: farOf(to) }))),
  }
}
