import type { Permission } from '../../engine/access/access-rule.ts'
import type { Step } from '../../engine/access/acts-as.ts'
import type { Grant } from '../../engine/access/grants.ts'
import { partsOf } from '../../kubernetes/types.ts'

/** `create pods`, `get deployments.apps named checkout`, `get the path /metrics`. */
export function sayPermission(permission: Permission): string {
  const does = permission.verb === '*' ? 'do anything with' : permission.verb
  if ('url' in permission) return `${does} the path ${permission.url}`
  const { group, resource, name } = permission
  const of = group === '' ? resource : group === '*' ? `${resource} of every group` : `${resource}.${group}`
  const what = resource === '*' && group === '*' ? 'everything' : of
  return `${does} ${what}${name === undefined ? '' : ` named ${name}`}`
}

/** `Role shop/backup, by RoleBinding shop/backup`. */
export function sayGrant({ role, binding }: Pick<Grant, 'role' | 'binding'>): string {
  return `${sayPlaced(role)}, by ${sayPlaced(binding.ref)}`
}

function sayPlaced(ref: Grant['role']): string {
  const { kind, namespace, name } = partsOf(ref)
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
}

/** One row per step: who acts as whom, and by what. */
export function stepRows(steps: readonly Step[]): readonly (readonly [string, string])[] {
  return steps.map(({ from, to, by, grant }) => [
    from,
    `may ${sayPermission(by)} (${sayGrant(grant)}), and so act as ${to}`,
  ])
}
