import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'

/** Whether Istio refuses what comes without a certificate of the mesh (istio.io/latest/docs/reference/config/security/peer_authentication). */
export function peerAuthentication({ namespace, mesh }: Environment): Manifest | undefined {
  if (mesh?.by !== 'istio' || mesh.mtls === undefined) return undefined
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace },
    spec: { mtls: { mode: mesh.mtls === 'strict' ? 'STRICT' : 'PERMISSIVE' } },
  }
}
