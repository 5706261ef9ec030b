// Users, rights and names: who runs as what, may do what, and is called how.

import { secret, secretStore } from 'seaworthy'
import { type Correction, change, components, corrected, held, listed, manifests } from '../../findings/changing.ts'

/** The user and group that the image serves as, so that it neither starts as root nor has to change owners. */
export const startsAsTheUserOfItsImage = components(['postgres'], (options) => ({
  ...options,
  security: { ...held(options.security), user: 70, volumeGroup: 70 },
}))

/** Parts are shown as parts: the whole object is the derived one. */
export const marksExcerpts = manifests('shown', 'Deployment', undefined, (manifest) => manifest, { whole: false })

/** What kubectl exec asks for, and nothing else: looking pods up, and a stream into one. */
export const mayOnlyExec = manifests('written', 'Role', 'postgres-backup-role', (manifest) => ({
  ...manifest,
  rules: [
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['get', 'create'] },
  ],
}))

function server(options: object): Correction {
  return change('cluster', ['gx-protocol-cluster'], (given) => ({
    ...given,
    server: { ...held(given.server), ...options },
  }))
}

/** Flags and policy of the API server, in the declaration of the cluster. */
export const writesAnAuditLog = server({ audit: 'Metadata' })

/** One place for values, outside the cluster, and encryption where copies of them lie inside. */
export const keepsSecretsInVault: Correction = (gx) => {
  const vault = secretStore('vault', { by: 'vault', at: 'https://vault.example:8200' })
  const fetched = ['postgres-secrets', 'redis-secrets'].map((name) => secret(name, { keys: ['password'], from: vault }))
  return corrected(gx, [
    change('environment', ['mainnet', 'testnet'], (options) => ({ ...options, secrets: fetched })),
    server({ encryptsSecrets: true }),
  ])
}

/** One value for one environment. */
export const callsMainnetMainnet = change('environment', ['mainnet'], (options) => ({
  ...options,
  labels: { ...held(options.labels), environment: 'mainnet' },
}))

/** One name, declared once. */
export const callsTheAuditTableOneName = components(['svc-identity', 'svc-wallet', 'svc-tokenomics'], (options) => ({
  ...options,
  writes: listed(options.writes).filter(({ name }) => name !== 'AuditLog'),
}))

/** Another entry than the one whose project has ended. */
export const entersByWhatIsMaintained = components(['nginx-ingress'], ({ software: _, ...options }) => ({
  ...options,
  software: { name: 'Traefik' },
}))

/** Tag and digest, as the registry gives it: zeros stand for it here. */
export const namesTheDigest = components(['postgres'], (options) => ({
  ...options,
  image: `${options.image}@sha256:${'0'.repeat(64)}`,
}))
