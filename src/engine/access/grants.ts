// Who may do what: each rule that reaches a ServiceAccount, by which binding, and where it holds.
// Source: k8s.io/kubernetes@v1.36.3 pkg/registry/rbac/validation/rule.go:179 (VisitRulesFor), :270 (appliesToUser).

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { usualClusterRole } from '../../knowledge/cluster-roles.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { groupOf } from '../pods/api-group.ts'
import { type Fields, fieldsIn, fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import { isSelector, withoutNulls } from '../reachability/shape.ts'
import { type AccessRule, rulesOf } from './access-rule.ts'

export interface Grant {
  readonly rule: AccessRule
  /** The namespace in which it holds; empty: in all, and for what has none. */
  readonly namespace: string
  readonly role: Ref
  /** Where the rule is written: its place in the role; absent where no file shows the role. */
  readonly at?: { readonly object: EstateObject; readonly path: readonly (string | number)[] }
  readonly binding: EstateObject
}

/** A ServiceAccount, `shop/checkout`. */
export type Account = `${string}/${string}`

export interface Grants {
  /** Sorted by account; each that an object shows, names, or runs as. */
  readonly accounts: readonly Account[]
  readonly of: (account: Account) => readonly Grant[]
  /** Bindings to roles that nobody shows, by account. */
  readonly unread: (account: Account) => readonly EstateObject[]
}

interface Bound {
  readonly binding: EstateObject
  /** Empty for a ClusterRoleBinding. */
  readonly namespace: string
  readonly grants: readonly Grant[] | undefined
}

/** Of all ServiceAccounts of an estate; `running` are those that pods run as. */
export function grantsOf(estate: Estate, running: Iterable<Account>): Grants {
  const roles = new Map(estate.objects.filter(isRbac).map((object) => [object.ref, object]))
  const byAccount = new Map<Account, Bound[]>()
  const byGroup = new Map<string, Bound[]>()
  const accounts = new Set<Account>(running)
  for (const { ref } of estate.objects) if (ref.startsWith('ServiceAccount/')) accounts.add(accountAt(ref))
  for (const object of estate.objects) {
    const bound = isRbac(object) ? boundBy(object, roles) : undefined
    if (!bound) continue
    for (const subject of fieldsIn(object.manifest.subjects)) {
      const account = accountOf(subject, bound.namespace)
      if (account) accounts.add(account)
      if (account) byAccount.set(account, [...(byAccount.get(account) ?? []), bound])
      else if (subject.kind === 'Group') {
        const group = textOf(subject.name) ?? ''
        byGroup.set(group, [...(byGroup.get(group) ?? []), bound])
      }
    }
  }
  const boundTo = (account: Account) => [
    ...(byAccount.get(account) ?? []),
    ...groupsOf(account).flatMap((group) => byGroup.get(group) ?? []),
  ]
  return {
    accounts: [...accounts].sort(),
    of: (account) => boundTo(account).flatMap(({ grants }) => grants ?? []),
    unread: (account) => boundTo(account).flatMap(({ grants, binding }) => (grants ? [] : [binding])),
  }
}

function accountAt(ref: Ref): Account {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}

function isRbac({ manifest }: EstateObject): boolean {
  return groupOf(manifest.apiVersion) === 'rbac.authorization.k8s.io'
}

/** Source: k8s.io/kubernetes@v1.36.3 pkg/serviceaccount/util.go:148 (MakeGroupNames), and every account is authenticated. */
function groupsOf(account: Account): readonly string[] {
  const namespace = account.slice(0, account.indexOf('/'))
  return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated']
}

function accountOf({ kind, name, namespace }: Fields, own: string): Account | undefined {
  const user = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(textOf(name) ?? '')
  if (kind === 'User' && user) return `${user[1]}/${user[2]}`
  if (kind !== 'ServiceAccount') return undefined
  return `${textOf(namespace) ?? own}/${textOf(name) ?? ''}`
}

function boundBy(binding: EstateObject, roles: ReadonlyMap<Ref, EstateObject>): Bound | undefined {
  const { kind } = binding.manifest
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return undefined
  const namespace = kind === 'RoleBinding' ? partsOf(binding.ref).namespace : ''
  const { kind: roleKind, name } = fieldsOf(binding.manifest.roleRef)
  const role: Ref = `${roleKind === 'Role' ? 'Role' : 'ClusterRole'}/${roleKind === 'Role' ? namespace : ''}/${textOf(name) ?? ''}`
  const rules = rulesOfRole(role, roles)
  const grants = rules?.map((one): Grant => ({ ...one, namespace, role, binding }))
  return { binding, namespace, grants }
}

function rulesOfRole(
  role: Ref,
  roles: ReadonlyMap<Ref, EstateObject>,
): readonly Pick<Grant, 'rule' | 'at'>[] | undefined {
  const object = roles.get(role)
  if (!object) {
    const { kind, name } = partsOf(role)
    const usual = kind === 'ClusterRole' ? usualClusterRole(name) : undefined
    return usual?.map((rule) => ({ rule: { names: [], urls: [], ...rule } }))
  }
  const selectors = fieldsIn(fieldsOf(object.manifest.aggregationRule).clusterRoleSelectors).map(withoutNulls)
  const from = selectors.length === 0 ? [object] : [...roles.values()].filter((one) => isAggregated(one, selectors))
  return from.flatMap((one) =>
    rulesOf(one.manifest.rules).map((rule, index) => ({ rule, at: { object: one, path: ['rules', index] } })),
  )
}

/** Source: k8s.io/kubernetes@v1.36.3 pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go:77. */
function isAggregated({ manifest }: EstateObject, selectors: readonly unknown[]): boolean {
  if (manifest.kind !== 'ClusterRole') return false
  const labels = textsOf(manifest.metadata.labels)
  return selectors.some((selector) => isSelector(selector) && matchesLabels(selector, labels))
}
