// What one account may do through others: who may start a pod in a namespace may start it as any account of that
// namespace, with any of its Secrets mounted; who may enter a pod does what the pod may.
// Source: https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks (2026-11-21).

import { allows, type ResourcePermission } from './access-rule.ts'
import type { Account, Grant, Grants } from './grants.ts'

/** One way from an account to another. */
export interface Step {
  readonly from: Account
  readonly to: Account
  /** The permission that opens it: `create pods`. */
  readonly by: ResourcePermission
  readonly grant: Grant
}

const starting: readonly ResourcePermission[] = [
  ...[['', 'pods'] as const, ['', 'replicationcontrollers'] as const],
  ...['daemonsets', 'deployments', 'replicasets', 'statefulsets'].map((resource) => ['apps', resource] as const),
  ...['cronjobs', 'jobs'].map((resource) => ['batch', resource] as const),
].map(([group, resource]) => ({ verb: 'create', group, resource }))

const entering: readonly ResourcePermission[] = ['pods/exec', 'pods/attach'].flatMap((resource) =>
  ['create', 'get'].map((verb) => ({ verb, group: '', resource })),
)

const token: ResourcePermission = { verb: 'create', group: '', resource: 'serviceaccounts/token' }
const impersonating: ResourcePermission = { verb: 'impersonate', group: '', resource: 'serviceaccounts' }

/** Pods that run as an account. */
export interface RunningPods {
  readonly account: Account
  /** Their names, where they are known before they are made: those of a StatefulSet. */
  readonly names: readonly string[]
}

/** What starts pods, by the permission that allows it; undefined for what starts none. */
export function startsPods(rule: Grant['rule']): ResourcePermission | undefined {
  return starting.find((permission) => allows(rule, permission))
}

/**
 * Every account that one may act as, with the steps to it; itself with none. `running` tells the pods of a namespace, of
 * all where it is empty.
 */
export function actsAs(
  account: Account,
  grants: Grants,
  running: (namespace: string) => readonly RunningPods[],
): ReadonlyMap<Account, readonly Step[]> {
  const found = new Map<Account, readonly Step[]>([[account, []]])
  const open: Account[] = [account]
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    const way = found.get(from) ?? []
    for (const grant of grants.of(from))
      for (const { to, by } of waysOf(grant, grants, running)) {
        if (found.has(to)) continue
        found.set(to, [...way, { from, to, by, grant }])
        open.push(to)
      }
  }
  return found
}

function waysOf(
  { rule, namespace }: Grant,
  grants: Grants,
  running: (namespace: string) => readonly RunningPods[],
): readonly { readonly to: Account; readonly by: ResourcePermission }[] {
  const isIn = (account: Account) => namespace === '' || account.startsWith(`${namespace}/`)
  const all = grants.accounts.filter(isIn)
  const start = startsPods(rule)
  if (start) return all.map((to) => ({ to, by: start }))
  const entered = running(namespace).flatMap(({ account: to, names }) => {
    const by = entersOneOf(rule, names)
    return by ? [{ to, by }] : []
  })
  const named = [token, impersonating].flatMap((by) =>
    all.filter((to) => allows(rule, { ...by, name: to.slice(to.indexOf('/') + 1) })).map((to) => ({ to, by })),
  )
  return [...entered, ...named]
}

/** A rule with names opens only pods whose names are known. */
function entersOneOf(rule: Grant['rule'], names: readonly string[]): ResourcePermission | undefined {
  const asked = rule.names.length === 0 ? entering : entering.flatMap((one) => names.map((name) => ({ ...one, name })))
  return asked.find((one) => allows(rule, one))
}
