// From which minor of Kubernetes to which a version of an API is served.
// Source: k8s.io/api@v0.36.3 zz_generated.prerelease-lifecycle.go of each group; for what is no longer in it,
// https://kubernetes.io/docs/reference/using-api/deprecation-guide/ (2026-11-21).

export interface ApiLife {
  /** First minor that knows it, 34 for 1.34. */
  readonly from: number
  /** First minor that serves it no more. */
  readonly removed?: number
  /** Served only where somebody turns it on: betas that came with 1.24 or later. */
  readonly isOffByDefault: boolean
  /** What to write instead: `policy/v1`; absent where nothing took its place. */
  readonly instead?: string
}

/** The life of one version of one kind; undefined for what this table does not name. */
export function apiLife(apiVersion: string, kind: string): ApiLife | undefined {
  return lives().get(`${apiVersion}/${kind}`)
}

// version, first minor, first minor without it (- where none is told), what to write instead (- for nothing), kinds
const text = `
admissionregistration.k8s.io/v1beta1 9 22 admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
admissionregistration.k8s.io/v1beta1 28 34 admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1beta1 34 40 admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1 30 - - ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1 36 - - MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
apiextensions.k8s.io/v1beta1 7 22 apiextensions.k8s.io/v1 CustomResourceDefinition
apiregistration.k8s.io/v1beta1 7 22 apiregistration.k8s.io/v1 APIService
apps/v1beta1 5 16 apps/v1 ControllerRevision Deployment StatefulSet
apps/v1beta2 8 16 apps/v1 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
autoscaling/v1 2 - - HorizontalPodAutoscaler
autoscaling/v2 23 - - HorizontalPodAutoscaler
autoscaling/v2beta1 8 25 autoscaling/v2 HorizontalPodAutoscaler
autoscaling/v2beta2 12 26 autoscaling/v2 HorizontalPodAutoscaler
batch/v1beta1 8 25 batch/v1 CronJob
certificates.k8s.io/v1beta1 12 22 certificates.k8s.io/v1 CertificateSigningRequest
coordination.k8s.io/v1beta1 12 22 coordination.k8s.io/v1 Lease
discovery.k8s.io/v1beta1 16 25 discovery.k8s.io/v1 EndpointSlice
events.k8s.io/v1beta1 8 25 events.k8s.io/v1 Event
extensions/v1beta1 1 16 apps/v1 DaemonSet Deployment ReplicaSet
extensions/v1beta1 3 16 networking.k8s.io/v1 NetworkPolicy
extensions/v1beta1 1 22 networking.k8s.io/v1 Ingress
extensions/v1beta1 2 16 - PodSecurityPolicy
flowcontrol.apiserver.k8s.io/v1beta1 20 26 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta2 23 29 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta3 26 32 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1 29 - - FlowSchema PriorityLevelConfiguration
networking.k8s.io/v1beta1 14 22 networking.k8s.io/v1 Ingress
networking.k8s.io/v1beta1 18 22 networking.k8s.io/v1 IngressClass
networking.k8s.io/v1beta1 31 37 networking.k8s.io/v1 IPAddress ServiceCIDR
networking.k8s.io/v1 33 - - IPAddress ServiceCIDR
node.k8s.io/v1beta1 13 25 node.k8s.io/v1 RuntimeClass
policy/v1beta1 5 25 policy/v1 PodDisruptionBudget
policy/v1beta1 10 25 - PodSecurityPolicy
rbac.authorization.k8s.io/v1beta1 6 22 rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
resource.k8s.io/v1beta1 32 38 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
resource.k8s.io/v1beta2 33 39 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
resource.k8s.io/v1 34 - - DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
scheduling.k8s.io/v1beta1 11 22 scheduling.k8s.io/v1 PriorityClass
storage.k8s.io/v1beta1 14 22 storage.k8s.io/v1 CSIDriver CSINode
storage.k8s.io/v1beta1 21 27 storage.k8s.io/v1 CSIStorageCapacity
storage.k8s.io/v1beta1 4 22 storage.k8s.io/v1 StorageClass
storage.k8s.io/v1beta1 10 22 storage.k8s.io/v1 VolumeAttachment
storage.k8s.io/v1beta1 31 37 storage.k8s.io/v1 VolumeAttributesClass
storage.k8s.io/v1 34 - - VolumeAttributesClass
`

let read: ReadonlyMap<string, ApiLife> | undefined

function lives(): ReadonlyMap<string, ApiLife> {
  read ??= new Map(text.trim().split('\n').flatMap(readLine))
  return read
}

function readLine(line: string): [string, ApiLife][] {
  const [version = '', from, removed, instead = '-', ...kinds] = line.split(' ')
  const life: ApiLife = {
    from: Number(from),
    isOffByDefault: version.includes('beta') && Number(from) >= 24,
    ...(removed !== '-' && { removed: Number(removed) }),
    ...(instead !== '-' && { instead }),
  }
  return kinds.map((kind) => [`${version}/${kind}`, life])
}
