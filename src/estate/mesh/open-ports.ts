// Callers from outside show no certificate of the mesh: where its pods are strict, the ports that an address outside leads
// to take them all the same (istio.io/latest/docs/reference/config/security/peer_authentication, portLevelMtls).

import type { Manifest } from '../../kubernetes/types.ts'
import { selectorOf } from '../lower/labels.ts'
import { metadataOf } from '../lower/metadata.ts'
import { endpointsOf, type Placed } from '../lower/placed.ts'
import { portsOf } from '../lower/service.ts'
import { sortedBy } from '../order.ts'

export function openPorts(placed: Placed): Manifest | undefined {
  const { mesh } = placed.environment
  if (mesh?.by !== 'istio' || mesh.mtls !== 'strict') return undefined
  const led = endpointsOf(placed).filter(({ type }) => type === 'LoadBalancer')
  const ports = new Set(led.flatMap((endpoint) => portsOf(placed.workload, endpoint)).map(({ port }) => port))
  if (ports.size === 0) return undefined
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: metadataOf(placed),
    spec: {
      selector: { matchLabels: selectorOf(placed) },
      portLevelMtls: Object.fromEntries(
        sortedBy(ports, (port) => `${port}`).map((port) => [port, { mode: 'PERMISSIVE' }]),
      ),
    },
  }
}
