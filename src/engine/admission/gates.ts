// Fields behind a feature gate that is closed by default. A server that knows the field takes it and drops it before it looks at
// any rule, without a word: what the field asks for never happens.
// Source: k8s.io/kubernetes@v1.28.0 to v1.36.3, pkg/features/kube_features.go; what is dropped: pkg/api/pod/util.go,
// pkg/api/persistentvolume*/util.go and strategy.go of each kind in pkg/registry. Read on 2026-11-22.
import { type Place, text } from './place.ts'

export interface Gated {
  /** The type that has it. */
  readonly of: string
  readonly field: string
  readonly gate: string
  /** 29 where the gate is open by default from 1.29 on; absent where it is closed in all that are known. */
  readonly opens?: number
  /** First minor that drops it, where older ones refuse it. */
  readonly from?: number
  /** Where it is not dropped after all. */
  readonly keeps?: (place: Place) => boolean
}

// type, field, gate, the minor from which on it is open (- for none yet), the value that is as good as none
const rows = `
Container resizePolicy InPlacePodVerticalScaling 33 -
Container restartPolicyRules ContainerRestartRules 35 -
EnvVarSource fileKeyRef EnvFiles 35 -
HPAScalingRules tolerance HPAConfigurableTolerance 35 -
JobSpec backoffLimitPerIndex JobBackoffLimitPerIndex 29 -
JobSpec managedBy JobManagedBy 32 kubernetes.io/job-controller
JobSpec maxFailedIndexes JobBackoffLimitPerIndex 29 -
JobSpec podReplacementPolicy JobPodReplacementPolicy 29 TerminatingOrFailed
JobSpec successPolicy JobSuccessPolicy 31 -
Lifecycle stopSignal ContainerStopSignals - -
LifecycleHandler sleep PodLifecycleSleepAction 30 -
PersistentVolumeClaimSpec volumeAttributesClassName VolumeAttributesClass 34 -
PersistentVolumeSpec volumeAttributesClassName VolumeAttributesClass 34 -
PodAffinityTerm matchLabelKeys MatchLabelKeysInPodAffinity 31 -
PodAffinityTerm mismatchLabelKeys MatchLabelKeysInPodAffinity 31 -
PodSecurityContext seLinuxChangePolicy SELinuxChangePolicy 33 Recursive
PodSecurityContext supplementalGroupsPolicy SupplementalGroupsPolicy 33 Merge
PodSpec hostUsers UserNamespacesSupport 33 true
PodSpec hostnameOverride HostnameOverride 35 -
PodSpec resourceClaims DynamicResourceAllocation 34 -
PodSpec resources PodLevelResources 34 -
PodSpec schedulingGroup GenericWorkload - -
PodSpec workloadRef GenericWorkload - -
ResourceRequirements claims DynamicResourceAllocation 34 -
RollingUpdateStatefulSetStrategy maxUnavailable MaxUnavailableStatefulSet - 1
SecurityContext procMount ProcMountType 33 Default
ServiceSpec trafficDistribution ServiceTrafficDistribution 31 -
Volume image ImageVolume 35 -
VolumeMount recursiveReadOnly RecursiveReadOnlyMounts 31 Disabled
VolumeProjection clusterTrustBundle ClusterTrustBundleProjection - -
VolumeProjection podCertificate PodCertificateRequest - -
`

const harmless = new Map<string, string>()
const table: readonly Gated[] = [
  ...rows.trim().split('\n').map(readRow),
  // An init container that is to run beside the others is one that has to end: the pod waits for it for ever.
  {
    of: 'Container',
    field: 'restartPolicy',
    gate: 'SidecarContainers',
    opens: 29,
    keeps: (place) => listOf(place) !== 'initContainers',
  },
  {
    of: 'Container',
    field: 'restartPolicy',
    gate: 'ContainerRestartRules',
    from: 34,
    opens: 35,
    keeps: (place) => listOf(place) === 'initContainers' && text(place) === 'Always',
  },
]

function readRow(row: string): Gated {
  const [of = '', field = '', gate = '', opens = '-', asNone = '-'] = row.split(' ')
  if (asNone !== '-') harmless.set(`${of}.${field}`, asNone)
  return { of, field, gate, ...(opens !== '-' && { opens: Number(opens) }) }
}

/** The fields that a minor may drop. */
export function gatedIn(minor: number): readonly Gated[] {
  return table.filter(({ opens = Number.POSITIVE_INFINITY, from = 0 }) => from <= minor && minor < opens)
}

/** Why a minor drops the field that stands here; undefined where it keeps it. */
export function gateOf(of: string, place: Place, minor: number): Gated | undefined {
  return gatedIn(minor).find(
    ({ of: type, field, keeps }) => type === of && field === place.step && keeps?.(place) !== true,
  )
}

/** Whether the field asks for what happens without it. */
export function isHarmless(of: string, { step, value }: Place): boolean {
  const asNone = harmless.get(`${of}.${step}`)
  return (asNone !== undefined && String(value) === asNone) || (Array.isArray(value) && value.length === 0)
}

// A container's place is `initContainers[0]`, its field's one step below.
function listOf({ within }: Place): string | number | undefined {
  return within?.within?.step
}
