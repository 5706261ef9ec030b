import type { Labels, Manifest, Taint } from '../kubernetes/types.ts'
import type { ProxyMode } from './service-proxies.ts'

export type DistributionName = 'k3s' | 'kubeadm'

/** What a distribution of Kubernetes puts on a cluster where nobody says otherwise. */
export interface Distribution {
  readonly name: DistributionName
  readonly brings: {
    /** All of them, as objects. */
    readonly manifests: readonly Manifest[]
    /** The same by the name that switches a part off, `coredns`, `traefik`; what cannot be switched off is under `''`. */
    readonly parts: { readonly [part: string]: readonly Manifest[] }
  }
  /** What it makes of a Service of type LoadBalancer, unless that part is switched off. */
  readonly balances?: {
    readonly part: string
    readonly make: (name: string, namespace: string, ports: readonly number[]) => Manifest
  }
  readonly storageClasses: { readonly [name: string]: BroughtClass }
  /** Whether NetworkPolicies act; undefined where that is the affair of a network the distribution does not bring. */
  readonly enforcesNetworkPolicy: boolean | undefined
  /** How its kube-proxy leads Services to pods (k8s.io/kubernetes@v1.36.3/cmd/kube-proxy/app/server_linux.go:50). */
  readonly serviceProxy: ProxyMode
  /** The flag that makes it otherwise. */
  readonly networkPolicyUnless?: string
  readonly serverLabels: Labels
  readonly serverTaints: readonly Taint[]
  /** Ports of every node that what it brings takes. */
  readonly hostPorts: readonly number[]
  /** Whether its servers are the members of etcd too, where nobody says otherwise. */
  readonly embedsEtcd: boolean
  readonly writesAuditLog: boolean
  readonly encryptsSecrets: boolean
  readonly source: string
  readonly asOf: string
}

export interface BroughtClass {
  readonly provisioner: string
  readonly bound: 'node' | 'zone' | 'cluster'
  readonly isDefault: boolean
  readonly bindsLate: boolean
  /** Whether a volume cannot outgrow the size asked for. */
  readonly keepsSize: boolean
  /** Whether volumes lie where the distribution keeps etcd, unless a device is mounted there. */
  readonly besideEtcd?: boolean
  readonly source: string
  readonly asOf: string
}
