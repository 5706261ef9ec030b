// No right of an account reaches into a namespace, neither its own nor that of an account that it can act as.

import { type ResourcePermission, resourcePermissionsOf } from '../../engine/access/access-rule.ts'
import type { Step } from '../../engine/access/acts-as.ts'
import type { Account, Grant } from '../../engine/access/grants.ts'
import { clusterScoped } from '../../knowledge/cluster-scoped.ts'
import type { Environment } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { actingIn, grantsIn } from './account-tables.ts'
import { sayGrant, sayPermission, stepRows } from './permission-words.ts'

export type KeptOutRules = {
  inside: {
    readonly account: Account
    readonly permission: string
    readonly namespace: string
    readonly grant: string
    readonly as: Account
    readonly steps: readonly Step[]
  }
}

export function namespaceOf(place: Environment | string, { estate }: View): string {
  if (typeof place !== 'string') return place.namespace
  return estate.environments.find(({ name }) => name === place)?.namespace ?? place
}

export function keptOut(account: Account, of: Environment | string, view: View): readonly AnyPart<KeptOutRules>[] {
  const namespace = namespaceOf(of, view)
  for (const [as, steps] of actingIn(view)(account))
    for (const grant of grantsIn(view).of(as)) {
      const permission = reaching(grant, namespace)
      if (!permission) continue
      const said = sayPermission(permission)
      const data = { account, permission: said, namespace, grant: sayGrant(grant), as, steps }
      const more = { hint: 'a RoleBinding in its own namespace', at: { source: grant.binding.source } }
      return [part('inside', false, data, { cause: `reaches-into/${namespace}/${grant.binding.ref}/${as}`, ...more })]
    }
  return []
}

function reaching({ rule, namespace: where }: Grant, namespace: string): ResourcePermission | undefined {
  if (where !== '' && where !== namespace) return undefined
  return resourcePermissionsOf(rule).find(({ resource }) => !clusterScoped.has(resource.replace(/\/.*/, '')))
}

export const keptOutWords = {
  inside: ({ account, permission, namespace, grant, as, steps }: KeptOutRules['inside']): Words => ({
    line: `${account} may ${account === as ? '' : `act as ${as} and so `}${permission} in ${namespace} (${grant})`,
    rows: stepRows(steps),
  }),
}
