// What a rule of a Role or ClusterRole allows.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/auth/authorizer/rbac/rbac.go:172 (RuleAllows),
// pkg/apis/rbac/v1/evaluation_helpers.go:27-110.

import { fieldsIn, listOf } from '../pods/untrusted.ts'

export interface AccessRule {
  readonly verbs: readonly string[]
  readonly groups: readonly string[]
  /** `pods`, `pods/exec`, `*` followed by `/exec`, or `*`. */
  readonly resources: readonly string[]
  /** Empty: objects of all names. */
  readonly names: readonly string[]
  /** Paths that are no resources; a rule is about one or the other. */
  readonly urls: readonly string[]
}

/** One thing that somebody may ask for: of objects, or of a path that is none. */
export type Permission = ResourcePermission | UrlPermission

export interface ResourcePermission {
  readonly verb: string
  readonly group: string
  /** With its subresource: `pods/exec`. */
  readonly resource: string
  /** Absent: of objects of any name, or of none yet (list, create). */
  readonly name?: string
}

export interface UrlPermission {
  readonly verb: string
  /** `/metrics`; with `*` at its end all that begins so. */
  readonly url: string
}

/** The rules of a Role or ClusterRole as it is written; what has no shape of one allows nothing. */
export function rulesOf(rules: unknown): readonly AccessRule[] {
  return fieldsIn(rules).map(({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) => ({
    verbs: textsIn(verbs),
    groups: textsIn(apiGroups),
    resources: textsIn(resources),
    names: textsIn(resourceNames),
    urls: textsIn(nonResourceURLs),
  }))
}

function textsIn(list: unknown): readonly string[] {
  return listOf(list).filter((one): one is string => typeof one === 'string')
}

/** Whether a rule allows it. A rule with names allows nothing that names no object, unless one of them is empty. */
export function allows(rule: AccessRule, asked: Permission): boolean {
  if (!has(rule.verbs, asked.verb)) return false
  if ('url' in asked) return rule.urls.some((url) => coversUrl(url, asked.url))
  const { group, resource, name = '' } = asked
  return (
    has(rule.groups, group) &&
    hasResource(rule.resources, resource) &&
    (rule.names.length === 0 || rule.names.includes(name))
  )
}

function coversUrl(url: string, asked: string): boolean {
  return url === asked || (url.endsWith('*') && asked.startsWith(url.replace(/\*+$/, '')))
}

function has(list: readonly string[], one: string): boolean {
  return list.includes(one) || list.includes('*')
}

function hasResource(list: readonly string[], resource: string): boolean {
  if (has(list, resource)) return true
  const slash = resource.indexOf('/')
  return slash >= 0 && list.includes(`*${resource.slice(slash)}`)
}

/** Each verb of each resource and path by itself; with `*` as it is written. */
export function permissionsOf(rule: AccessRule): readonly Permission[] {
  const urls = rule.urls.flatMap((url) => rule.verbs.map((verb) => ({ verb, url })))
  return [...resourcePermissionsOf(rule), ...urls]
}

export function resourcePermissionsOf(rule: AccessRule): readonly ResourcePermission[] {
  const names = rule.names.length === 0 ? [undefined] : rule.names
  return rule.groups.flatMap((group) =>
    rule.resources.flatMap((resource) =>
      rule.verbs.flatMap((verb) =>
        names.map((name) => ({ verb, group, resource, ...(name !== undefined && { name }) })),
      ),
    ),
  )
}
