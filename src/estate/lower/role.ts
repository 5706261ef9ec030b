import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment, Role } from '../../platform/model.ts'
import { given } from '../given.ts'
import { sortedBy, sortedTexts } from '../order.ts'

const api = 'rbac.authorization.k8s.io'

/** What an account may do in its namespace: the account, the Role, and the binding of both. */
export function roleObjects(role: Role, { namespace }: Environment): readonly Manifest[] {
  const metadata = { name: role.name, namespace }
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: role.account, namespace } },
    {
      apiVersion: `${api}/v1`,
      kind: 'Role',
      metadata,
      rules: sortedBy(role.rules.map(rule), (one) => JSON.stringify(one)),
    },
    {
      apiVersion: `${api}/v1`,
      kind: 'RoleBinding',
      metadata,
      subjects: [{ kind: 'ServiceAccount', name: role.account, namespace }],
      roleRef: { apiGroup: api, kind: 'Role', name: role.name },
    },
  ]
}

function rule({ groups, resources, names, verbs }: Role['rules'][number]): object {
  return given({
    apiGroups: sortedTexts(groups ?? ['']),
    resources: sortedTexts(resources),
    resourceNames: names && sortedTexts(names),
    verbs: sortedTexts(verbs),
  })
}
