// What stands in a cluster though nobody applies it: Kubernetes itself and the cluster's provider put it there.

export interface BuiltIn {
  /** `made`: in every cluster; `maybe`: providers, distributions and add-ons bring such things, and files rarely show them. */
  readonly is: 'made' | 'maybe'
  readonly who: string
  readonly keys?: readonly string[]
}

/** What supplies an object without any file; undefined where nothing of Kubernetes does. */
export function builtIn(kind: string, namespace: string, name: string): BuiltIn | undefined {
  const exact = everywhere.get(`${kind}/${name}`) ?? standing.get(`${kind}/${namespace}/${name}`)
  if (exact) return exact
  if (name.startsWith('system:') && roleKinds.has(kind))
    return { is: 'maybe', who: 'system: names are kept for Kubernetes' }
  if (systemNamespaces.has(namespace)) return { is: 'maybe', who: `the cluster brings what stands in ${namespace}` }
  return brought.get(kind)
}

const roleKinds: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'])
const systemNamespaces: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease'])

/** In every namespace. */
const everywhere: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  // k8s.io/kubernetes@v1.36.3/pkg/controller/certificates/rootcacertpublisher/publisher.go:42
  ['ConfigMap/kube-root-ca.crt', { is: 'made', who: 'Kubernetes puts it into every namespace', keys: ['ca.crt'] }],
  // k8s.io/kubernetes@v1.36.3/pkg/controller/serviceaccount/serviceaccounts_controller.go:59
  ['ServiceAccount/default', { is: 'made', who: 'Kubernetes puts it into every namespace' }],
  ['ConfigMap/istio-ca-root-cert', { is: 'maybe', who: 'Istio puts it into every namespace', keys: ['root-cert.pem'] }],
  [
    'ConfigMap/openshift-service-ca.crt',
    { is: 'maybe', who: 'OpenShift puts it into every namespace', keys: ['service-ca.crt'] },
  ],
])

const fresh: BuiltIn = { is: 'made', who: 'every cluster begins with it' }

// Roles that the API server makes anew whenever it starts, the same in 1.29, 1.33 and 1.36 (bootstrappolicy/policy.go:320).
const roles =
  'aggregate-to-admin aggregate-to-edit aggregate-to-view auth-delegator basic-user discovery kube-aggregator kube-controller-manager kube-dns kube-scheduler kubelet-api-admin monitoring node node-bootstrapper node-problem-detector node-proxier persistent-volume-provisioner public-info-viewer service-account-issuer-discovery volume-scheduler'.split(
    ' ',
  )

// k8s.io/kubernetes@v1.36.3/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go:320, namespace_policy.go:75 (roles),
// pkg/apis/scheduling/types.go:39 (priorities), pkg/controlplane/controller/kubernetesservice/controller.go:44.
const standing: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['Service/default/kubernetes', fresh],
  ['Namespace//default', fresh],
  ['Namespace//kube-system', fresh],
  ['Namespace//kube-public', fresh],
  ['Namespace//kube-node-lease', fresh],
  ['PriorityClass//system-cluster-critical', fresh],
  ['PriorityClass//system-node-critical', fresh],
  ['ClusterRole//cluster-admin', fresh],
  ['ClusterRole//admin', fresh],
  ['ClusterRole//edit', fresh],
  ['ClusterRole//view', fresh],
  ...roles.map((name) => [`ClusterRole//system:${name}`, fresh] as const),
  ['Role/kube-system/extension-apiserver-authentication-reader', fresh],
  ['ConfigMap/kube-system/extension-apiserver-authentication', fresh],
])

const byProvider: BuiltIn = { is: 'maybe', who: "the cluster's provider and its add-ons bring such classes" }

/** Kinds that clouds, distributions and add-ons bring under names of their own. */
const brought: ReadonlyMap<string, BuiltIn> = new Map(
  ['StorageClass', 'IngressClass', 'GatewayClass', 'RuntimeClass', 'VolumeSnapshotClass', 'VolumeAttributesClass'].map(
    (kind) => [kind, byProvider] as const,
  ),
)
