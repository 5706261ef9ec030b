// Everything in every namespace, under whatever name; also for who may act as an account that has it.

import { type AccessRule, resourcePermissionsOf } from '../../engine/access/access-rule.ts'
import type { Step } from '../../engine/access/acts-as.ts'
import type { Account, Grant } from '../../engine/access/grants.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { actingIn, grantsIn } from './account-tables.ts'
import { sayGrant, stepRows } from './permission-words.ts'

export type ClusterAdminRules = {
  admin: { readonly account: Account; readonly grant: string; readonly as: Account; readonly steps: readonly Step[] }
}

export function noClusterAdmin(account: Account, view: View): readonly AnyPart<ClusterAdminRules>[] {
  for (const [as, steps] of actingIn(view)(account)) {
    const grant = grantsIn(view).of(as).find(isAdmin)
    if (!grant) continue
    const data = { account, grant: sayGrant(grant), as, steps }
    const more = { hint: 'a role with what it uses', at: { source: grant.binding.source, path: ['roleRef'] } }
    return [part('admin', false, data, { cause: `cluster-admin/${grant.binding.ref}/${as}`, ...more })]
  }
  return []
}

function isAdmin({ rule, namespace }: Grant): boolean {
  return namespace === '' && isEverything(rule)
}

function isEverything(rule: AccessRule): boolean {
  const isAll = (one: string) => one === '*'
  return resourcePermissionsOf(rule).some(
    ({ verb, group, resource, name }) => name === undefined && [verb, group, resource].every(isAll),
  )
}

export const clusterAdminWords = {
  admin: ({ account, grant, as, steps }: ClusterAdminRules['admin']): Words => ({
    line:
      account === as
        ? `${account} may do everything in the cluster (${grant})`
        : `${account} may act as ${as}, which may do everything in the cluster (${grant})`,
    rows: stepRows(steps),
  }),
}
