// Who keeps the keys that stores are encrypted with. A key that lies beside what it opens protects nothing, and one that
// nobody finds opens nothing: OWASP, Cryptographic Storage Cheat Sheet, "Separation of Keys and Data" and "Key Management"
// (cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html, 2026-11-22).

import type { Component } from '../../platform/component.ts'
import type { EncryptionKey } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'

export type EncryptionKeys = {
  key: { readonly stores: readonly string[]; readonly key?: string; readonly in?: string }
}

/** One for each key, and one for all stores of which nobody says any. A provider that encrypts has the key of its own. */
export function keyParts(stores: readonly Component[]): readonly AnyPart<EncryptionKeys>[] {
  const asked = stores.filter((store) => traitsOf(store).encrypted?.by !== 'provider' || keyOf(store) !== undefined)
  const byKey = Map.groupBy(asked, (store) => keyOf(store)?.name ?? '')
  return [...byKey].toSorted(([a], [b]) => byCodePoint(a, b)).map(([, group]) => keyPart(group))
}

function keyPart(group: readonly Component[]): AnyPart<EncryptionKeys> {
  const stores = [...new Set(group.map(({ name }) => name))].sort(byCodePoint)
  const key = group.map(keyOf).find((one) => one !== undefined)
  const kept = typeof key?.in === 'object' ? key.in.name : key?.in
  const because = { stores, ...(key && { key: key.name }), ...(kept !== undefined && { in: kept }) }
  const name = key?.name ?? 'rows'
  const more = { waitsFor: `key/${key?.name ?? stores.join()}`, hint: `key: encryptionKey('${name}', { in: 'kms' })` }
  return part('key', kept !== undefined || undefined, because, {
    ...(kept === undefined && more),
    stated: [key?.stated],
  })
}

function keyOf(store: Component): EncryptionKey | undefined {
  return traitsOf(store).encrypted?.key
}

export const encryptionKeyWords = {
  key: ({ stores, key, in: kept }: EncryptionKeys['key']) => {
    const what = `${stores.join(' and ')} ${stores.length === 1 ? 'is' : 'are'}`
    if (key === undefined) return `nobody says which key ${what} encrypted with, nor where it is kept`
    return kept === undefined
      ? `nobody says where ${key} is kept, the key that ${what} encrypted with`
      : `${key}, the key that ${what} encrypted with, is kept in ${kept === 'kms' ? 'the key management of the provider' : kept}`
  },
}
