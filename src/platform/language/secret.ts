import { make, type NounSpec } from '../make.ts'
import type { Cadence, Secret, SecretStore } from '../model.ts'
import { cadence, dnsName, duration, list, need, noun, oneOf, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface SecretStoreOptions {
  /** HashiCorp Vault, AWS Secrets Manager, or Sealed Secrets, whose key lies in the cluster. */
  readonly by: SecretStore['by']
  /** Its address, `https://vault.example:8200`; of AWS the region; Sealed Secrets has none. */
  readonly at?: string
  /** Of Sealed Secrets: how often a new key seals what is sealed from then on; its own default is 30 days. */
  readonly renewsKey?: Cadence
  /** Of Sealed Secrets: how often the keys that open what is sealed are copied to where the cluster cannot take them along. */
  readonly copiesKey?: Cadence
  readonly stated?: Stated
}

export const secretStoreSpec: NounSpec<SecretStoreOptions, SecretStore> = {
  is: 'secretStore',
  word: 'secretStore',
  named: dnsName,
  fields: {
    by: need(oneOf('vault', 'aws', 'sealed-secrets'), 'what keeps it'),
    at: text,
    renewsKey: cadence,
    copiesKey: cadence,
    stated,
  },
  rules(_, { by, at, renewsKey, copiesKey }, say) {
    const isSealed = by === 'sealed-secrets'
    if (isSealed && at !== undefined)
      say({ path: 'at', found: `'${at}'`, allowed: 'nothing: what is sealed is opened in the cluster itself' })
    if (!isSealed && at === undefined) say({ path: 'at', found: 'nothing', allowed: 'a text (where it is asked)' })
    if (!isSealed && renewsKey !== undefined)
      say({ path: 'renewsKey', found: `a key of ${by}`, allowed: "nothing, or by: 'sealed-secrets'" })
    if (!isSealed && copiesKey !== undefined)
      say({ path: 'copiesKey', found: `a key of ${by}`, allowed: "nothing, or by: 'sealed-secrets'" })
  },
  build: (name, options) => ({ is: 'secretStore', name, ...options }),
}

/** Where values are kept outside the cluster. `secretStore('vault', { by: 'vault', at: 'https://vault.example:8200' })` */
export function secretStore(name: string, options: SecretStoreOptions): SecretStore {
  return make(secretStoreSpec, name, options)
}

export interface SecretOptions {
  /** The keys that it has; needed where they are fetched. */
  readonly keys?: readonly string[]
  /** Where its value is kept; default: in the cluster alone, put there by hand. */
  readonly from?: SecretStore
  /** Its path there; default: `<namespace>/<name>`. */
  readonly path?: string
  /** How often its value is replaced: `'quarter'`. */
  readonly rotates?: Secret['rotates']
  /** How long its value is good for: `'90d'`. */
  readonly lives?: Secret['lives']
  readonly stated?: Stated
}

export const secretSpec: NounSpec<SecretOptions, Secret> = {
  is: 'secret',
  word: 'secret',
  named: dnsName,
  fields: { keys: list(text, 1), from: noun('secretStore'), path: text, rotates: cadence, lives: duration, stated },
  rules(_, { keys, from, path }, say) {
    if (from !== undefined && keys === undefined)
      say({ path: 'keys', found: 'nothing', allowed: "what is fetched, such as ['password']" })
    if (path !== undefined && from === undefined)
      say({ path: 'path', found: `'${path}'`, allowed: 'nothing, or from: the store in which it is the path' })
  },
  build: (name, options) => ({ is: 'secret', name, keys: [], ...options }),
}

/** A Secret by name: what it holds, and where its value is kept; the value is never said. `secret('ledger-db', { keys: ['password'], from: vault })` */
export function secret(name: string, options: SecretOptions): Secret {
  return make(secretSpec, name, options)
}
