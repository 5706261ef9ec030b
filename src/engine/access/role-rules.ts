// The rules of each role: those that are written in it, or those of the ClusterRoles that it aggregates. The controller
// writes what it finds over what stood there, and goes on until nothing changes; a role never takes from itself.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go:77.

import type { EstateObject } from '../../estate/estate.ts'
import { madeByServer, usualClusterRoles } from '../../knowledge/cluster-roles.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, Ref } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, textsOf } from '../pods/untrusted.ts'
import { isSelector, withoutNulls } from '../reachability/shape.ts'
import { type AccessRule, rulesOf } from './access-rule.ts'

export interface PlacedRule {
  readonly rule: AccessRule
  /** Where it is written; absent of a role that no file shows. */
  readonly at?: { readonly object: EstateObject; readonly path: readonly (string | number)[] }
}

export interface RoleRules {
  readonly rules: readonly PlacedRule[]
  /** Whether these are all: not where it aggregates what nobody shows, or what is decided by who came first. */
  readonly isWhole: boolean
}

interface HeldRole {
  readonly labels: Labels
  readonly own: readonly PlacedRule[]
  /** Absent: it has its own rules. */
  readonly takes?: readonly LabelSelector[]
}

/** What a role allows, by its ref; undefined for one that neither a file nor our knowledge shows. `roles`: objects of RBAC. */
export function roleRulesIn(roles: Iterable<EstateObject>): (role: Ref) => RoleRules | undefined {
  const shown = [...roles].filter(({ manifest: { kind } }) => kind === 'Role' || kind === 'ClusterRole')
  const held = new Map<Ref, HeldRole>(shown.map((object) => [object.ref, readRole(object)]))
  // A picture of a running cluster has all that its server makes.
  const isPicture = [...held.values()].some(({ labels }) => matchesLabels({ matchLabels: madeByServer }, labels))
  for (const [name, { labels, rules, takes }] of usualClusterRoles()) {
    const ref: Ref = `ClusterRole//${name}`
    const own = rules.map((rule) => ({ rule: { names: [], urls: [], ...rule } }))
    if (!held.has(ref)) held.set(ref, { labels, own, ...(takes && { takes: [{ matchLabels: takes }] }) })
  }
  const known = new Map<Ref, RoleRules>()
  return (ref) => {
    const role = held.get(ref)
    const found = known.get(ref) ?? (role && aggregated(role, held, isPicture))
    if (found) known.set(ref, found)
    return found
  }
}

function readRole(object: EstateObject): HeldRole {
  const { manifest } = object
  const own = rulesOf(manifest.rules).map((rule, index) => ({ rule, at: { object, path: ['rules', index] } }))
  const selectors = fieldsIn(fieldsOf(manifest.aggregationRule).clusterRoleSelectors).map(withoutNulls)
  // What cannot be read stops the controller, and the role stays as it is.
  const isAggregated = manifest.kind === 'ClusterRole' && selectors.length > 0 && selectors.every(isSelector)
  return { labels: textsOf(manifest.metadata.labels), own, ...(isAggregated && { takes: selectors }) }
}

function aggregated(role: HeldRole, held: ReadonlyMap<Ref, HeldRole>, isPicture: boolean): RoleRules {
  const found = takenBy(role, held)
  const takesServers = (one: HeldRole) => takes(one, madeByServer) && !isPicture
  const isOpen = [...found].some((one) => takesServers(one) || (one.own.length > 0 && isInCircle(one, held)))
  return { rules: [...found].flatMap((one) => (one.takes ? [] : one.own)), isWhole: !isOpen }
}

/** The role, all that it takes from, and what those take from. */
function takenBy(role: HeldRole, held: ReadonlyMap<Ref, HeldRole>): ReadonlySet<HeldRole> {
  const found = new Set<HeldRole>([role])
  for (const one of found)
    for (const [ref, other] of held) if (ref.startsWith('ClusterRole/') && takes(one, other.labels)) found.add(other)
  return found
}

// Of roles that take from each other one may keep, through the other, what was written in it first.
function isInCircle(role: HeldRole, held: ReadonlyMap<Ref, HeldRole>): boolean {
  return role.takes !== undefined && [...takenBy(role, held)].some((one) => one !== role && takes(one, role.labels))
}

function takes(role: HeldRole, labels: Labels): boolean {
  return role.takes?.some((selector) => matchesLabels(selector, labels)) ?? false
}
