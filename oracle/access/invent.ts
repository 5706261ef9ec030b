// Roles, bindings and accounts of a few namespaces, and what is asked under them; few words, so that they meet.

import type { Json, JsonObject } from '../json.ts'
import type { Random } from '../random.ts'

const namespaces = ['shop', 'books', 'kube-system']
const names = ['a', 'b', 'c']
const accounts = namespaces.flatMap((namespace) => names.map((name) => ({ namespace, name })))
const group = 'rbac.authorization.k8s.io'
const apiVersion = `${group}/v1`

/** A cluster's roles with what is asked of its accounts. */
export function inventAccess(random: Random): JsonObject {
  const clusterRoles = random.list(random.int(1, 6), () => 0).map((_, at) => inventClusterRole(random, `r${at}`))
  const roles = random.list(random.int(0, 4), () => 0).map((_, at) => inventRole(random, `r${at % 2}`))
  const bindings = random
    .list(random.int(2, 8), () => 0)
    .map((_, at) => inventBinding(random, `b${at}`, [...clusterRoles, ...roles]))
  const shown = accounts.filter(() => random.chance(0.6))
  const rules = [...clusterRoles, ...roles].flatMap((role) => role.rules as readonly JsonObject[])
  return {
    objects: [
      ...shown.map((metadata) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata })),
      ...distinct(clusterRoles),
      ...distinct(roles),
      ...distinct(bindings),
    ],
    running: accounts.filter(() => random.chance(0.3)).map(({ namespace, name }) => inventPod(random, namespace, name)),
    requests: random.list(24, () => inventRequest(random, rules)),
  }
}

// Of one name in one namespace there is one.
function distinct(objects: readonly JsonObject[]): readonly JsonObject[] {
  const named = objects.map((object) => {
    const { name, namespace = '' } = object.metadata as { readonly name: string; readonly namespace?: string }
    return [`${object.kind} ${namespace} ${name}`, object] as const
  })
  return [...new Map(named).values()]
}

function inventPod(random: Random, namespace: string, name: string): JsonObject {
  return { account: `${namespace}/${name}`, name: random.chance(0.5) ? `${name}-0` : '' }
}

function inventRole(random: Random, name: string): JsonObject {
  const metadata = { name, namespace: random.pick(namespaces) }
  return { apiVersion, kind: 'Role', metadata, rules: random.list(random.int(0, 3), () => inventRule(random, false)) }
}

function inventClusterRole(random: Random, name: string): JsonObject {
  const own = random.chance(0.96) ? name : random.pick(['view', 'edit', 'system:aggregate-to-edit'])
  const isAggregated = random.chance(0.4)
  // What it takes stands behind what it is taken by: seldom does one take from itself, or two from each other.
  const rank = isAggregated && random.chance(0.95) ? random.int(1, labelKeys.length - 1) : undefined
  const keys = labelKeys.slice(0, rank).filter(() => random.chance(0.3))
  const labels = Object.fromEntries(keys.map((key) => [key, 'true']))
  const rules = random.list(random.int(0, 3), () => inventRule(random, true))
  const aggregationRule = {
    clusterRoleSelectors: random.list(random.int(1, 2), () => inventSelector(random, labelKeys.slice(rank ?? 0))),
  }
  const metadata = { name: own, labels }
  return { apiVersion, kind: 'ClusterRole', metadata, rules, ...(isAggregated && { aggregationRule }) }
}

const labelKeys = ['x', 'admin', 'y', 'edit', 'view', 'z'].map((word) =>
  word.length === 1 ? word : `${group}/aggregate-to-${word}`,
)

function inventSelector(random: Random, keys: readonly string[]): JsonObject {
  const key = random.pick(keys)
  return random.weighted<JsonObject>([
    [8, { matchLabels: { [key]: 'true' } }],
    [2, { matchExpressions: [{ key, operator: 'Exists' }] }],
    [1, { matchExpressions: [{ key, operator: 'In', values: ['true', 'false'] }] }],
    [
      1,
      { matchLabels: { [key]: 'true' }, matchExpressions: [{ key: random.pick(labelKeys), operator: 'DoesNotExist' }] },
    ],
    // These take what the server makes itself.
    [0.15, { matchExpressions: [{ key, operator: 'NotIn', values: ['true'] }] }],
    [0.1, {}],
  ])
}

const verbs = ['get', 'list', 'create', 'create', 'update', 'delete', 'impersonate', 'escalate']
const groups = ['', '', '', 'apps', 'batch', 'example.com']
const resources = [
  ...['pods', 'pods/exec', 'pods/attach', 'pods/log', 'secrets', 'serviceaccounts', 'serviceaccounts/token', 'nodes'],
  ...['deployments', 'deployments/scale', 'statefulsets', 'cronjobs', 'replicationcontrollers', 'leases', 'ingresses'],
]
const urls = ['/metrics', '/healthz', '/healthz/etcd', '/api', '/api/v1', '/']
const objectNames = ['a', 'b', 'c', 'a-0', 'b-0', 'c-0', '']

function inventRule(random: Random, isOfCluster: boolean): JsonObject {
  const some = <T>(from: readonly T[]) => random.list(random.int(1, 3), () => random.pick(from))
  const ruleVerbs = random.chance(0.12) ? ['*'] : some(verbs)
  if (isOfCluster && random.chance(0.2)) return { verbs: ruleVerbs, nonResourceURLs: some(urlPatterns) }
  return {
    verbs: ruleVerbs,
    apiGroups: random.chance(0.15) ? ['*'] : some(groups),
    resources: random.chance(0.1) ? ['*'] : some(random.chance(0.2) ? patterns : resources),
    ...(random.chance(0.25) && { resourceNames: some(objectNames) }),
  }
}

const patterns = ['*/exec', '*/token', '*/scale', '*/*', 'pods/*', '*/']
const urlPatterns = [...urls, '*', '/healthz/*', '/api*', '/healthz**', '/*']

/** To one of the roles; seldom to one that the server makes, or that is not there. */
function inventBinding(random: Random, name: string, roles: readonly JsonObject[]): JsonObject {
  const { kind: of, metadata } = random.pick(roles) as { kind: string; metadata: { name: string; namespace?: string } }
  const isUsual = random.chance(0.1)
  const [kind, role] = isUsual ? ['ClusterRole', random.pick(usual)] : [of, metadata.name]
  const isOfCluster = kind === 'ClusterRole' && random.chance(0.45)
  const namespace = random.chance(0.05) ? undefined : metadata.namespace
  return {
    apiVersion,
    kind: isOfCluster ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: isOfCluster ? { name } : { name, namespace: namespace ?? random.pick(namespaces) },
    subjects: random.list(random.int(0, 4), () => inventSubject(random)),
    roleRef: { apiGroup: group, kind, name: role },
  }
}

const usual = ['view', 'edit', 'admin', 'cluster-admin', 'system:aggregate-to-admin', 'system:node', 'nobody-shows-it']

function inventSubject(random: Random): JsonObject {
  const { namespace, name } = random.pick(accounts)
  const user = `system:serviceaccount:${namespace}:${name}`
  return random.weighted<JsonObject>([
    [8, { kind: 'ServiceAccount', name, namespace }],
    [1, { kind: 'ServiceAccount', name }],
    [0.5, { kind: 'ServiceAccount', name, namespace: '' }],
    [1.5, { kind: 'User', apiGroup: group, name: user }],
    [1, { kind: 'User', apiGroup: group, name }],
    [1, { kind: 'User', apiGroup: group, name: `${user}:more` }],
    [1.5, { kind: 'Group', apiGroup: group, name: `system:serviceaccounts:${namespace}` }],
    [0.5, { kind: 'Group', apiGroup: group, name: 'system:serviceaccounts' }],
    [0.3, { kind: 'Group', apiGroup: group, name: 'system:authenticated' }],
    [0.5, { kind: 'Group', apiGroup: group, name: random.pick(['system:unauthenticated', 'system:masters', user]) }],
  ])
}

// Most ask what one of the rules is about.
function inventRequest(random: Random, rules: readonly JsonObject[]): JsonObject {
  const { namespace, name } = random.pick(accounts)
  const rule = rules.length > 0 && random.chance(0.7) ? random.pick(rules) : {}
  const asking = { account: `${namespace}/${name}`, verb: oneOf(random, rule.verbs, [...verbs, 'watch', 'patch']) }
  if (rule.nonResourceURLs !== undefined || random.chance(0.1))
    return { ...asking, url: oneOf(random, rule.nonResourceURLs, [...urls, '/healthz/', '/apis']) }
  return {
    ...asking,
    group: oneOf(random, rule.apiGroups, [...groups, 'coordination.k8s.io', 'networking.k8s.io']),
    resource: oneOf(random, rule.resources, resources),
    namespace: random.chance(0.85) ? (random.chance(0.6) ? namespace : random.pick(namespaces)) : '',
    ...(random.chance(0.5) && { name: oneOf(random, rule.resourceNames, objectNames) }),
  }
}

/** One of a rule's, where it is no pattern; else another. */
function oneOf(random: Random, of: Json | undefined, others: readonly string[]): string {
  const one = Array.isArray(of) && of.length > 0 ? `${random.pick(of)}` : '*'
  return one.includes('*') || random.chance(0.1) ? random.pick(others) : one
}
