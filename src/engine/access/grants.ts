// Who may do what: each rule that reaches a ServiceAccount, by which binding, and where it holds.
// Source: k8s.io/kubernetes@v1.36.3 pkg/registry/rbac/validation/rule.go:179 (VisitRulesFor), :270 (appliesToUser).

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { groupOf } from '../pods/api-group.ts'
import { type Fields, fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import { type PlacedRule, roleRulesIn } from './role-rules.ts'

export interface Grant extends PlacedRule {
  /** The namespace in which it holds; empty: in all, and for what has none. */
  readonly namespace: string
  readonly role: Ref
  readonly binding: EstateObject
}

/** A ServiceAccount, `shop/checkout`. */
export type Account = `${string}/${string}`

export interface Grants {
  /** Sorted by account; each that an object shows, names, or runs as. */
  readonly accounts: readonly Account[]
  readonly of: (account: Account) => readonly Grant[]
  /** Bindings to roles that nobody shows, or not whole, by account. */
  readonly unread: (account: Account) => readonly EstateObject[]
}

interface Bound {
  readonly binding: EstateObject
  /** Empty for a ClusterRoleBinding. */
  readonly namespace: string
  readonly grants: readonly Grant[]
  /** Whether these are all that it grants. */
  readonly isWhole: boolean
}

/** Of all ServiceAccounts of an estate; `running` are those that pods run as. */
export function grantsOf(estate: Estate, running: Iterable<Account>): Grants {
  const rulesOf = roleRulesIn(estate.objects.filter(isRbac))
  const byAccount = new Map<Account, Bound[]>()
  const byGroup = new Map<string, Bound[]>()
  const accounts = new Set<Account>(running)
  for (const { ref } of estate.objects) if (ref.startsWith('ServiceAccount/')) accounts.add(accountAt(ref))
  for (const object of estate.objects) {
    const bound = isRbac(object) ? boundBy(object, rulesOf) : undefined
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
    of: (account) => boundTo(account).flatMap(({ grants }) => grants),
    unread: (account) => boundTo(account).flatMap(({ isWhole, binding }) => (isWhole ? [] : [binding])),
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
  const place = textOf(namespace) || own
  if (kind !== 'ServiceAccount' || place === '') return undefined
  return `${place}/${textOf(name) ?? ''}`
}

function boundBy(binding: EstateObject, rulesOf: ReturnType<typeof roleRulesIn>): Bound | undefined {
  const { kind } = binding.manifest
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return undefined
  const namespace = kind === 'RoleBinding' ? partsOf(binding.ref).namespace : ''
  const { kind: roleKind, name } = fieldsOf(binding.manifest.roleRef)
  const role: Ref = `${roleKind === 'Role' ? 'Role' : 'ClusterRole'}/${roleKind === 'Role' ? namespace : ''}/${textOf(name) ?? ''}`
  const found = rulesOf(role)
  const grants = found?.rules.map((one): Grant => ({ ...one, namespace, role, binding })) ?? []
  return { binding, namespace, grants, isWhole: found?.isWhole ?? false }
}
