import type { Manifest } from '../../kubernetes/types.ts'
import type { Environment, Secret, SecretStore } from '../../platform/model.ts'
import { sortedTexts } from '../order.ts'

/** A Secret that people fill, or what an operator fetches it by; a value is in neither. */
export function secretObject(secret: Secret, { namespace }: Environment): Manifest {
  const { name, from } = secret
  const metadata = { name, namespace }
  if (!from) return { apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque' }
  if (from.by === 'sealed-secrets') return sealed(secret, metadata)
  const key = secret.path ?? `${namespace}/${name}`
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: from.name },
      target: { name },
      data: sortedTexts(secret.keys).map((property) => ({ secretKey: property, remoteRef: { key, property } })),
    },
  }
}

// What is sealed for the cluster's key is put in by whoever seals it.
function sealed({ keys }: Secret, metadata: Manifest['metadata']): Manifest {
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata,
    spec: { encryptedData: Object.fromEntries(sortedTexts(keys).map((key) => [key, ''])) },
  }
}

/** Where External Secrets asks for values, as the account of its own that a namespace has there; Sealed Secrets asks nobody. */
export function secretStoreObject(
  { name, by, at = '' }: SecretStore,
  { namespace }: Environment,
): Manifest | undefined {
  if (by === 'sealed-secrets') return undefined
  const provider =
    by === 'vault'
      ? {
          vault: {
            server: at,
            path: 'secret',
            version: 'v2',
            auth: { kubernetes: { mountPath: 'kubernetes', role: namespace } },
          },
        }
      : { aws: { service: 'SecretsManager', region: at } }
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name, namespace },
    spec: { provider },
  }
}
