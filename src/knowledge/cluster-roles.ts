// The ClusterRoles that every API server makes for people and programs to be bound to.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go:112, 155, 320, 402 (2026-11-21).

/** One rule: what it is about, and what may be done. `*` stands for all. */
export interface ClusterRoleRule {
  readonly groups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly urls?: readonly string[]
}

const read = ['get', 'list', 'watch']
const write = ['create', 'delete', 'deletecollection', 'patch', 'update']

// Verbs, group (`core` has none), resources.
const view = `
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
const edit = `${view}
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
const admin = `${edit}
create authorization.k8s.io localsubjectaccessreviews
all rbac.authorization.k8s.io rolebindings roles`

const texts: ReadonlyMap<string, string> = new Map([
  ['admin', admin],
  ['edit', edit],
  ['view', view],
])

/** The rules of `cluster-admin`, `admin`, `edit` and `view` before anything is aggregated to them; undefined for others. */
export function usualClusterRole(name: string): readonly ClusterRoleRule[] | undefined {
  if (name === 'cluster-admin')
    return [
      { groups: ['*'], resources: ['*'], verbs: ['*'] },
      { groups: [], resources: [], verbs: ['*'], urls: ['*'] },
    ]
  return texts.get(name)?.trim().split('\n').map(readLine)
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
