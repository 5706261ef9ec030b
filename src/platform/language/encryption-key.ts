import { make, type NounSpec } from '../make.ts'
import type { EncryptionKey } from '../model.ts'
import { cadence, dnsLabel, either, noun, oneOf, stated } from '../schema.ts'

export type EncryptionKeyOptions = Omit<EncryptionKey, 'is' | 'name'>

export const encryptionKeySpec: NounSpec<EncryptionKeyOptions, EncryptionKey> = {
  is: 'encryptionKey',
  word: 'encryptionKey',
  named: dnsLabel,
  fields: { in: either(noun('hsm', 'secretStore'), oneOf('kms')), rotates: cadence, stated },
  build: (name, options) => ({ is: 'encryptionKey', name, ...options }),
}

/** What data is encrypted with: where it is kept, and how often another takes its place. `encryptionKey('rows', { in: 'kms', rotates: 'quarter' })` */
export function encryptionKey(name: string, options: EncryptionKeyOptions = {}): EncryptionKey {
  return make(encryptionKeySpec, name, options)
}
