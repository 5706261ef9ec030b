// How what stands behind a Service is picked, by the mode of kube-proxy. Every mode picks once for each connection.

export type ProxyMode = 'iptables' | 'ipvs' | 'nftables'

interface ServiceProxy {
  /** How the next one is picked where nobody chooses otherwise. */
  readonly picks: 'round-robin' | 'random'
  readonly source: string
  readonly asOf: string
}

const modes = 'https://kubernetes.io/docs/reference/networking/virtual-ips/'
const asOf = '2026-11-21'

export const serviceProxies: { readonly [mode in ProxyMode]: ServiceProxy } = {
  // Rules with a probability of 1/n, 1/(n-1), … (k8s.io/kubernetes@v1.36.3 pkg/proxy/iptables/proxier.go:1484).
  iptables: { picks: 'random', source: `${modes}#proxy-mode-iptables`, asOf },
  // A map over a random number (pkg/proxy/nftables/proxier.go:1793).
  nftables: { picks: 'random', source: `${modes}#proxy-mode-nftables`, asOf },
  // The scheduler is rr unless --ipvs-scheduler says otherwise (pkg/proxy/ipvs/proxier.go:91); deprecated since 1.35.
  ipvs: { picks: 'round-robin', source: `${modes}#proxy-mode-ipvs`, asOf },
}
