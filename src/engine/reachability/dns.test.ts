import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NetworkPolicySpec } from '../../kubernetes/types.ts'
import { dnsOf } from './dns.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'

const coredns = podClass('kube-system', 'coredns', {
  labels: { 'k8s-app': 'kube-dns' },
  spec: {
    containers: [
      {
        name: 'coredns',
        ports: [
          { name: 'dns', containerPort: 1053, protocol: 'UDP' },
          { name: 'dns-tcp', containerPort: 1053 },
        ],
      },
    ],
  },
})
const service = objectOf({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  spec: {
    selector: { 'k8s-app': 'kube-dns' },
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
      { name: 'dns-tcp', port: 53, targetPort: 'dns-tcp' },
      { name: 'metrics', port: 9153 },
    ],
  },
})
const system = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }
const out = (rule: NonNullable<NetworkPolicySpec['egress']>[number]): NetworkPolicySpec => ({
  policyTypes: ['Egress'],
  egress: [rule],
})

// The policy acts behind the Service, so the pods' own port 1053 counts and not 53.
const rows: [name: string, egress: NetworkPolicySpec | undefined, udp: boolean, tcp: boolean][] = [
  ['nothing isolates', undefined, true, true],
  ['both transports', out({ to: [system], ports: [{ port: 1053, protocol: 'UDP' }, { port: 1053 }] }), true, true],
  ['one transport', out({ to: [system], ports: [{ port: 1053, protocol: 'UDP' }] }), true, false],
  ['the Service’s port is not the pods’', out({ to: [system], ports: [{ port: 53, protocol: 'UDP' }] }), false, false],
  [
    'a label that kube-system has not',
    out({ to: [{ namespaceSelector: { matchLabels: { name: 'kube-system' } } }] }),
    false,
    false,
  ],
]

for (const [name, egress, udp, tcp] of rows) {
  test(`dns: ${name}`, () => {
    const objects = [...gridNamespaces, service, ...(egress ? [policyObject('x', 'out', egress)] : [])]
    const { asks, ...dns } = dnsOf(reachability(sampleEstate(objects), [...gridPods, coredns]), 'Deployment/x/a')
    assert.equal(dns.service, 'Service/kube-system/kube-dns')
    assert.deepEqual(
      asks.map(({ protocol, port, connection: { open } }) => [protocol, port, open]),
      [
        ['UDP', 1053, udp],
        ['TCP', 1053, tcp],
      ],
    )
  })
}

test('dns: nobody shows what answers', () => {
  assert.deepEqual(dnsOf(reachability(sampleEstate(gridNamespaces), gridPods), 'Deployment/x/a'), {
    service: undefined,
    asks: [],
  })
})
