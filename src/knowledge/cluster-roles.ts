// The ClusterRoles that every API server makes for people and programs to be bound to.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go:112, 155, 320, 402 (2026-11-21).

/** One rule: what it is about, and what may be done. `*` stands for all. */
export interface ClusterRoleRule {
  readonly groups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly urls?: readonly string[]
}

export interface UsualClusterRole {
  readonly labels: { readonly [key: string]: string }
  /** Its own; none where it has those of others. */
  readonly rules: readonly ClusterRoleRule[]
  /** It has the rules of all ClusterRoles with this label. */
  readonly takes?: { readonly [key: string]: string }
}

/** On every ClusterRole that an API server makes itself, whether it is known here or not. */
export const madeByServer = { 'kubernetes.io/bootstrapping': 'rbac-defaults' } as const

const read = ['get', 'list', 'watch']
const write = ['create', 'delete', 'deletecollection', 'patch', 'update']

// Verbs, group (`core` has none), resources.
const toView = `
read core bindings configmaps endpoints events limitranges namespaces namespaces/status persistentvolumeclaims persistentvolumeclaims/status pods pods/log pods/status replicationcontrollers replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status serviceaccounts services services/status
read events.k8s.io events
read discovery.k8s.io endpointslices
read apps controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status
read autoscaling horizontalpodautoscalers horizontalpodautoscalers/status
read batch cronjobs cronjobs/status jobs jobs/status
read extensions daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale
read policy poddisruptionbudgets poddisruptionbudgets/status
read networking.k8s.io ingresses ingresses/status networkpolicies
read resource.k8s.io resourceclaims resourceclaims/status resourceclaimtemplates`
const toEdit = `
read core pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy
impersonate core serviceaccounts
write core configmaps events persistentvolumeclaims pods pods/attach pods/exec pods/portforward pods/proxy replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy
create core pods/eviction serviceaccounts/token
write events.k8s.io events
write apps daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale
write autoscaling horizontalpodautoscalers
write batch cronjobs jobs
write extensions daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale
write policy poddisruptionbudgets
write networking.k8s.io ingresses networkpolicies
write resource.k8s.io resourceclaims resourceclaimtemplates
all coordination.k8s.io leases`
const toAdmin = `
create authorization.k8s.io localsubjectaccessreviews
all rbac.authorization.k8s.io rolebindings roles`

const everything: readonly ClusterRoleRule[] = [
  { groups: ['*'], resources: ['*'], verbs: ['*'] },
  { groups: [], resources: [], verbs: ['*'], urls: ['*'] },
]

const aggregatedTo = (role: string) => ({ [`rbac.authorization.k8s.io/aggregate-to-${role}`]: 'true' })

const roles: readonly (readonly [name: string, () => Omit<UsualClusterRole, 'labels'>, labels?: object])[] = [
  ['cluster-admin', () => ({ rules: everything })],
  ['admin', () => ({ rules: [], takes: aggregatedTo('admin') })],
  ['edit', () => ({ rules: [], takes: aggregatedTo('edit') }), aggregatedTo('admin')],
  ['view', () => ({ rules: [], takes: aggregatedTo('view') }), aggregatedTo('edit')],
  ['system:aggregate-to-admin', () => ({ rules: rulesIn(toAdmin) }), aggregatedTo('admin')],
  ['system:aggregate-to-edit', () => ({ rules: rulesIn(toEdit) }), aggregatedTo('edit')],
  ['system:aggregate-to-view', () => ({ rules: rulesIn(toView) }), aggregatedTo('view')],
]

/** `cluster-admin`, `admin`, `edit` and `view`, by name, with what is aggregated to the last three. */
export function usualClusterRoles(): ReadonlyMap<string, UsualClusterRole> {
  return new Map(roles.map(([name, role, labels]) => [name, { ...role(), labels: { ...madeByServer, ...labels } }]))
}

function rulesIn(text: string): readonly ClusterRoleRule[] {
  return text.trim().split('\n').map(readLine)
}

function readLine(line: string): ClusterRoleRule {
  const [verbs = '', group = '', ...resources] = line.split(' ')
  return { groups: [group === 'core' ? '' : group], resources, verbs: verbsOf(verbs) }
}

function verbsOf(word: string): readonly string[] {
  if (word === 'read') return read
  if (word === 'write') return write
  return word === 'all' ? [...read, ...write] : [word]
}
