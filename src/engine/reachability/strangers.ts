// Whom policies let through that no file shows: pods of other namespaces, names that only a running cluster resolves.

import { isEverything, sayLabelSelector } from '../../kubernetes/selector.ts'
import type { LabelSelector, PolicyPort, Ref } from '../../kubernetes/types.ts'
import { membersOf } from './bits.ts'
import { nameLabel } from './namespaces.ts'
import type { Direction, FarEnd, Policy, Rule } from './policy.ts'
import type { NamedPort } from './port.ts'
import type { Reachability } from './reachability.ts'
import { strangerSide } from './stranger.ts'

export interface LetStranger {
  readonly workload: Ref
  readonly direction: Direction
  /** `ingress-nginx (a namespace no file shows)`. */
  readonly who: string
  /** Id of a doubt: what is meant is known in the running cluster only. */
  readonly doubt?: string
  /** Absent: every port. */
  readonly ports?: readonly PolicyPort[]
}

/** Every peer of a rule on the pods of a workload that takes nobody who is shown, by workload and direction. */
export function strangersLet(r: Reachability): readonly LetStranger[] {
  const known = new Map<FarEnd, Found | undefined>()
  const foundOf = (policy: Policy, peer: FarEnd) => {
    if (!known.has(peer)) known.set(peer, strangerOf(r, policy, peer))
    return known.get(peer)
  }
  return [...r.classOf].flatMap(([workload, at]) =>
    r.classes[at]?.hostNetwork
      ? []
      : (['ingress', 'egress'] as const).flatMap((direction) =>
          lettingRules(r, at, direction).flatMap(({ policy, rule }) =>
            (rule.peers ?? []).flatMap((peer) => {
              const found = foundOf(policy, peer)
              if (!found || isRefused(r, workload, direction, rule, found)) return []
              const { who, doubt } = found
              const ports = portsOf(rule, direction, r.classes[at]?.named ?? [])
              return [{ workload, direction, who, ...(doubt && { doubt }), ...(ports && { ports }) }]
            }),
          ),
        ),
  )
}

// A port's name is that of the pods at the far end of what goes out, which nobody shows.
function portsOf({ ports }: Rule, direction: Direction, named: readonly NamedPort[]): Rule['ports'] {
  if (direction === 'egress') return ports
  return ports?.map((each) => {
    const found = named.find(({ name, protocol }) => name === each.port && protocol === (each.protocol ?? 'TCP'))
    return found ? { ...each, port: found.port } : each
  })
}

interface Letting {
  readonly policy: Policy
  readonly rule: Rule
}

function lettingRules(r: Reachability, at: number, direction: Direction): readonly Letting[] {
  const tiers = r.tiers?.[direction](at)
  if (!tiers)
    return (r.isolating[direction][at] ?? []).flatMap((policy) =>
      (policy[direction] ?? []).map((rule) => ({ policy, rule })),
    )
  return tiers
    .flatMap(({ steps }) => steps)
    .flatMap((step) => ('tied' in step ? step.tied.flatMap(({ runs }) => runs) : [step]))
    .flatMap(({ action, rules }) => (action === 'allow' ? rules : []))
}

interface Found {
  readonly who: string
  readonly namespaces?: readonly string[]
  readonly doubt?: string
}

function strangerOf(r: Reachability, policy: Policy, peer: FarEnd): Found | undefined {
  const { podSelector, namespaceSelector, ipBlock, takes, mayTake } = peer
  if (mayTake) return doubtful(mayTake.doubt.name)
  if (ipBlock || takes) return undefined
  const pods = podSelector && !isEverything(podSelector) ? `pods with ${sayLabelSelector(podSelector)}` : ''
  const hidden = namespaceSelector ? namesIn(namespaceSelector).filter((name) => !isShown(r, name)) : []
  if (hidden.length > 0) {
    const where = `${hidden.join(', ')} (${hidden.length === 1 ? 'a namespace' : 'namespaces'} no file shows)`
    return { who: pods ? `${pods} of ${where}` : where, namespaces: hidden }
  }
  const taken = r.peers.get(policy)?.get(peer)
  if (!taken || membersOf(taken.sure).length > 0) return undefined
  return noneShown(policy, peer, pods, membersOf(taken.maybe).length > 0 ? 'nobody shows which' : 'no file shows any')
}

function noneShown(
  { namespace }: Policy,
  { namespaceSelector }: FarEnd,
  pods: string,
  because: string,
): Found | undefined {
  if (!namespaceSelector) return pods ? { who: `${pods} (${because})`, namespaces: [namespace] } : undefined
  if (isEverything(namespaceSelector)) return pods ? { who: `${pods} of every namespace (${because})` } : undefined
  const names = namesIn(namespaceSelector)
  const where = names.length > 0 ? names.join(', ') : `namespaces with ${sayLabelSelector(namespaceSelector)}`
  const who = pods ? `${pods} ${names.length > 0 ? 'of' : 'in'} ${where}` : where
  return {
    who: `${who} (${pods || names.length === 0 ? because : 'no file shows its pods'})`,
    ...(names.length > 0 && { namespaces: names }),
  }
}

function doubtful(doubt: string): Found {
  const [what, , ...names] = doubt.split('/')
  if (what === 'domain-names') return { who: names.join('/').replaceAll(',', ', '), doubt }
  return { who: 'somebody', doubt }
}

/** The namespaces that a selector takes by their names. */
function namesIn({ matchLabels = {}, matchExpressions = [] }: LabelSelector): readonly string[] {
  const byName = Object.hasOwn(matchLabels, nameLabel) ? [matchLabels[nameLabel] ?? ''] : []
  const among = matchExpressions.filter(({ key, operator }) => key === nameLabel && operator === 'In')
  return [...byName, ...among.flatMap(({ values = [] }) => values)]
}

function isShown(r: Reachability, name: string): boolean {
  return r.namespaces.all.some((each) => each.name === name && (each.shown || r.podsIn.has(name)))
}

// Where other kinds of policies are asked first, one of them may refuse what this rule lets through.
function isRefused(
  r: Reachability,
  workload: Ref,
  direction: Direction,
  { ports }: Rule,
  { namespaces }: Found,
): boolean {
  const at = r.classOf.get(workload) ?? -1
  if (!namespaces || !r.tiers?.[direction](at)) return false
  const numbers = (ports ?? []).filter(({ port }) => typeof port === 'number')
  const [first] = numbers
  const port = typeof first?.port === 'number' ? first.port : undefined
  return (
    strangerSide(r, workload, direction, { namespaces }, { port, protocol: first?.protocol ?? 'TCP', named: [] }).is ===
    'shut'
  )
}
