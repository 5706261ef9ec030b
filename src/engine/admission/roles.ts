// Roles, and who has them.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/rbac/validation/validation.go.
import { dnsSubdomainProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { pathSegmentProblem } from './metadata.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { labelSelector, refuseIf } from './rules.ts'

const group = 'rbac.authorization.k8s.io'

export function role(judge: Judge, root: Place): void {
  for (const rule of items(at(root, 'rules'))) policyRule(judge, rule, true)
}

export function clusterRole(judge: Judge, root: Place): void {
  for (const rule of items(at(root, 'rules'))) policyRule(judge, rule, false)
  const [aggregation, selectors] = [at(root, 'aggregationRule'), at(root, 'aggregationRule', 'clusterRoleSelectors')]
  if (isSet(aggregation) && items(selectors).length === 0)
    judge.refuse(selectors, { is: 'required', why: 'one selector at least' })
  for (const selector of items(selectors)) labelSelector(judge, selector)
}

function policyRule(judge: Judge, rule: Place, inNamespace: boolean): void {
  const [verbs, groups, resources, urls] = ['verbs', 'apiGroups', 'resources', 'nonResourceURLs'].map((field) =>
    at(rule, field),
  ) as [Place, Place, Place, Place]
  if (items(verbs).length === 0) judge.refuse(verbs, { is: 'required' })
  if (items(urls).length === 0) {
    for (const list of [groups, resources]) if (items(list).length === 0) judge.refuse(list, { is: 'required' })
    return
  }
  if (inNamespace)
    judge.refuse(urls, { is: 'invalid', value: '', why: 'belongs to no namespace: only a ClusterRole has it' })
  const others = [groups, resources, at(rule, 'resourceNames')].some((list) => items(list).length > 0)
  if (others)
    judge.refuse(urls, { is: 'invalid', value: '', why: 'stands beside resources: a rule is about one or the other' })
}

export function roleBinding(judge: Judge, root: Place): void {
  roleRef(judge, at(root, 'roleRef'), ['Role', 'ClusterRole'])
  for (const subject of items(at(root, 'subjects'))) bound(judge, subject, true)
}

export function clusterRoleBinding(judge: Judge, root: Place): void {
  roleRef(judge, at(root, 'roleRef'), ['ClusterRole'])
  for (const subject of items(at(root, 'subjects'))) bound(judge, subject, false)
}

function roleRef(judge: Judge, place: Place, kinds: readonly string[]): void {
  const [apiGroup, kind, name] = [at(place, 'apiGroup'), at(place, 'kind'), at(place, 'name')]
  // Absent, it is this group (pkg/apis/rbac/v1/defaults.go).
  if (text(apiGroup) !== '' && text(apiGroup) !== group)
    judge.refuse(apiGroup, { is: 'notOneOf', value: text(apiGroup), allowed: [group] })
  if (!kinds.includes(text(kind))) judge.refuse(kind, { is: 'notOneOf', value: text(kind), allowed: kinds })
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, pathSegmentProblem(text(name)))
}

function bound(judge: Judge, subject: Place, inNamespace: boolean): void {
  const [kind, name, apiGroup, namespace] = ['kind', 'name', 'apiGroup', 'namespace'].map((field) =>
    at(subject, field),
  ) as [Place, Place, Place, Place]
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  switch (text(kind)) {
    case 'ServiceAccount':
      if (text(name) !== '') refuseIf(judge, name, dnsSubdomainProblem(text(name)))
      if (text(apiGroup) !== '') judge.refuse(apiGroup, { is: 'notOneOf', value: text(apiGroup), allowed: [''] })
      // In a RoleBinding it is the binding's own, unless it says another.
      if (!inNamespace && text(namespace) === '')
        judge.refuse(namespace, { is: 'required', why: 'a ClusterRoleBinding has none of its own' })
      break
    case 'User':
    case 'Group':
      if (text(apiGroup) !== '' && text(apiGroup) !== group)
        judge.refuse(apiGroup, { is: 'notOneOf', value: text(apiGroup), allowed: [group] })
      break
    default:
      judge.refuse(kind, { is: 'notOneOf', value: text(kind), allowed: ['ServiceAccount', 'User', 'Group'] })
  }
}
