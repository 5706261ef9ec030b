// The shapes of Kubernetes objects, as far as the engines read them. Field names are the API's own.

export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Metadata
  readonly [field: string]: unknown
}

export interface Metadata {
  readonly name?: string
  readonly generateName?: string
  readonly namespace?: string
  readonly labels?: Labels
  readonly annotations?: Labels
  readonly [field: string]: unknown
}

export type Labels = { readonly [key: string]: string }

export interface LabelSelector {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly LabelRequirement[]
}

export interface LabelRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values?: readonly string[]
}

export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly NodeRequirement[]
  readonly matchFields?: readonly NodeRequirement[]
}

export interface NodeRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'
  readonly values?: readonly string[]
}

/** Resource name → quantity, as written: `{ cpu: '500m', memory: '1Gi' }`. */
export type ResourceList = { readonly [resource: string]: string | number }

export interface Resources {
  readonly requests?: ResourceList
  readonly limits?: ResourceList
}

export interface ContainerPort {
  readonly name?: string
  readonly containerPort: number
  readonly hostPort?: number
  readonly protocol?: Protocol
}

export type Protocol = 'TCP' | 'UDP' | 'SCTP'

export interface Probe {
  readonly httpGet?: { readonly path?: string; readonly port: number | string }
  readonly tcpSocket?: { readonly port: number | string }
  readonly exec?: { readonly command: readonly string[] }
  readonly initialDelaySeconds?: number
  readonly periodSeconds?: number
  readonly timeoutSeconds?: number
  readonly failureThreshold?: number
  readonly successThreshold?: number
  readonly terminationGracePeriodSeconds?: number
}

export interface Container {
  readonly name: string
  readonly image?: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly ports?: readonly ContainerPort[]
  readonly resources?: Resources
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[]
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
  readonly startupProbe?: Probe
  readonly restartPolicy?: string
  readonly securityContext?: { readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

export interface Volume {
  readonly name: string
  readonly persistentVolumeClaim?: { readonly claimName: string; readonly readOnly?: boolean }
  readonly [field: string]: unknown
}

export interface Toleration {
  readonly key?: string
  readonly operator?: 'Exists' | 'Equal' | 'Lt' | 'Gt'
  readonly value?: string
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
  readonly tolerationSeconds?: number
}

export interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
}

export interface PodAffinityTerm {
  readonly labelSelector?: LabelSelector
  readonly namespaces?: readonly string[]
  readonly namespaceSelector?: LabelSelector
  readonly topologyKey: string
  readonly matchLabelKeys?: readonly string[]
  readonly mismatchLabelKeys?: readonly string[]
}

export interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[]
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number
    readonly podAffinityTerm: PodAffinityTerm
  }[]
}

export interface Affinity {
  readonly nodeAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution?: {
      readonly nodeSelectorTerms: readonly NodeSelectorTerm[]
    }
    readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
      readonly weight: number
      readonly preference: NodeSelectorTerm
    }[]
  }
  readonly podAffinity?: PodAffinity
  readonly podAntiAffinity?: PodAffinity
}

export interface TopologySpreadConstraint {
  readonly maxSkew: number
  readonly topologyKey: string
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway'
  readonly labelSelector?: LabelSelector
  readonly minDomains?: number
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore'
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore'
  readonly matchLabelKeys?: readonly string[]
}

export interface PodSpec {
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[]
  readonly volumes?: readonly Volume[]
  readonly nodeSelector?: Labels
  readonly nodeName?: string
  readonly affinity?: Affinity
  readonly tolerations?: readonly Toleration[]
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[]
  readonly serviceAccountName?: string
  readonly terminationGracePeriodSeconds?: number
  readonly hostNetwork?: boolean
  readonly priorityClassName?: string
  readonly restartPolicy?: string
  readonly overhead?: ResourceList
  readonly resources?: Resources
  readonly securityContext?: { readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

export interface PodTemplate {
  readonly metadata?: Metadata
  readonly spec: PodSpec
}

export interface ClaimSpec {
  readonly accessModes?: readonly string[]
  readonly storageClassName?: string
  readonly resources?: { readonly requests?: ResourceList }
  readonly volumeName?: string
  readonly [field: string]: unknown
}

export interface NetworkPolicySpec {
  readonly podSelector?: LabelSelector
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[]
  readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly PolicyPort[] }[]
  readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports?: readonly PolicyPort[] }[]
}

export interface Peer {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] }
}

export interface PolicyPort {
  readonly protocol?: Protocol
  readonly port?: number | string
  readonly endPort?: number
}

/** One object of an estate, told apart from every other: `StatefulSet/backend/ledger-db`; cluster-wide: `Node//n1`. */
export type Ref = `${string}/${string}/${string}`

export function refOf(manifest: Manifest, namespace = manifest.metadata.namespace ?? ''): Ref {
  return `${manifest.kind}/${namespace}/${manifest.metadata.name ?? ''}`
}

/** `StatefulSet/backend/ledger-db` in parts. */
export function partsOf(ref: Ref): { kind: string; namespace: string; name: string } {
  // Asked of every object many times over: without a list of parts in between.
  const first = ref.indexOf('/')
  const second = ref.indexOf('/', first + 1)
  if (first < 0 || second < 0)
    return { kind: first < 0 ? ref : ref.slice(0, first), namespace: first < 0 ? '' : ref.slice(first + 1), name: '' }
  const third = ref.indexOf('/', second + 1)
  const name = ref.slice(second + 1, third < 0 ? undefined : third)
  return { kind: ref.slice(0, first), namespace: ref.slice(first + 1, second), name }
}
