// Policies that are about a whole namespace, as they are declared: none is made by kindness.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'
import { sortedTexts } from '../order.ts'
import { namespaced, policy } from './policy.ts'

/** Those that an environment declares, in the order of their names. */
export function namespacePolicies({ namespace, policies = {} }: Environment): readonly Manifest[] {
  const { defaultDeny, dns, egressTo = [] } = policies
  const all = { namespace, podSelector: {} }
  return [
    ...(dns ? [policy('allow-dns', { ...all, egress: [dnsRule] })] : []),
    ...sortedTexts(new Set(egressTo)).map((name) =>
      policy(`allow-egress-to-${name}`, { ...all, egress: [{ to: [namespaced(name)] }] }),
    ),
    ...(defaultDeny ? [policy('default-deny', { ...all, egress: [], ingress: [] })] : []),
  ]
}

// The pods that answer, wherever their addresses are: CoreDNS in every distribution that is known (knowledge/cluster-dns.ts).
const dnsRule = {
  to: [{ ...namespaced('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
}
