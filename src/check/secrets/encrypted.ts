// base64 is how a Secret is written down, and hides nothing: who reads the store of the cluster, or a copy of it, reads
// every value unless the API server encrypts it first.
// Source: https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/,
// https://docs.k3s.io/security/secrets-encryption (2026-11-21).

import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

export type EncryptedRules = {
  encrypted: {
    readonly cluster: string
    readonly secrets: number
    readonly distribution?: string
    readonly known?: string
  }
}

export function encrypted(secrets: number, { estate }: View): readonly AnyPart<EncryptedRules>[] {
  const { cluster, server, distribution, source } = estate
  const said = server?.encryptsSecrets
  return [
    part(
      'encrypted',
      said?.holds,
      { cluster, secrets, distribution, known: said?.source.known },
      {
        cause: `secrets-in-plain/${cluster}`,
        hint: 'server: { encryptsSecrets: true }: --encryption-provider-config, on K3s --secrets-encryption',
        at: { source: said?.source ?? source, path: ['server', 'encryptsSecrets'] },
      },
    ),
  ]
}

export const encryptedWords = {
  encrypted: (
    { cluster, secrets, distribution = '', known }: EncryptedRules['encrypted'],
    truth: boolean | undefined,
  ): Words => {
    if (truth === undefined) return { line: `nobody says whether the API server of ${cluster} encrypts Secrets` }
    const by = known === undefined ? '' : `, as ${distribution} starts it without being told otherwise`
    const line = truth
      ? `the API server of ${cluster} encrypts Secrets before it stores them${by}`
      : `the API server of ${cluster} stores Secrets as they are${by}: base64 is an encoding, and hides nothing`
    const rows: [string, string][] = [['Secrets', `${secrets}`]]
    return { line, rows: known === undefined ? rows : [...rows, ['source', known]] }
  },
}
