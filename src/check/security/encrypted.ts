// A promise that what stores keep is encrypted where it lies: some layer does it, with a cipher of its own.

import { ownEncryption } from '../../knowledge/own-encryption.ts'
import type { Component } from '../../platform/component.ts'
import { componentIn, componentsOf } from '../../platform/derive.ts'
import type { Cipher, Encrypted, Environment, PlatformPromise } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { type EncryptionKeys, encryptionKeyWords, keyParts } from './encryption-keys.ts'
import { placeName, placesIn } from './places.ts'

type EncryptedPromise = Extract<PlatformPromise, { kind: 'encrypted' }>

interface Layered {
  readonly store: string
  readonly place: string
  readonly by?: Encrypted['by']
  readonly cipher?: Cipher
  readonly wanted?: Cipher
  readonly wantedBy?: Encrypted['by']
}

type Rules = EncryptionKeys & {
  layer: Layered
  unable: { readonly store: string; readonly says: string; readonly source: string }
  copy: { readonly copy: string; readonly place: string; readonly by?: string; readonly wantedBy?: string }
  none: { readonly place: string }
}

export const encrypted = definePromise<Rules>()({
  kind: 'encrypted',
  asks: 'Is what is kept encrypted where it lies?',

  *judge(promise, world) {
    const place = placeName(promise, world)
    const places = placesIn(promise, world)
    const layers = places.flatMap((where) => partsIn(where, promise, world))
    const parts = [...layers, ...keyParts(places.flatMap((where) => storesIn(where, promise)))]
    const of = (promise.of ?? []).map(({ name }) => name)
    const what = promise.what === 'atRest' ? `${of.join(', ')} ${of.length > 1 ? 'are' : 'is'}` : 'every copy is'
    const by = promise.by === undefined ? '' : ` by the ${layerWords[promise.by]}`
    yield {
      id: [place, promise.what],
      environment: promise.in?.name,
      says: `${what} encrypted${by}${promise.cipher === undefined ? '' : ` with ${promise.cipher}`}`,
      source: { stated: promise.stated },
      parts: parts.length > 0 ? parts : [part('none', undefined, { place })],
    }
  },

  says: {
    layer: ({ store, place, by, cipher, wanted, wantedBy }, truth) => {
      if (by === undefined) return `nobody says which layer encrypts what ${store} keeps in ${place}`
      const does = `the ${layerWords[by]} of ${store} encrypts what it keeps in ${place}`
      if (truth === true) return `${does}${cipher === undefined ? '' : ` with ${cipher}`}`
      if (wantedBy !== undefined && wantedBy !== by) return `${does}, and not the ${layerWords[wantedBy]}`
      return truth === false
        ? `${does} with ${cipher}, and not with ${wanted}`
        : `${does}, and nobody says ${cipher === undefined ? 'with which cipher' : `in which mode of ${cipher}`}`
    },
    unable: ({ says, source }) => ({ line: says, rows: [['source', source]] }),
    copy: ({ copy, place, by, wantedBy }, truth) => {
      if (by === undefined) return `nobody says who encrypts the copy ${copy} of ${place}`
      return truth === true
        ? `the copy ${copy} of ${place} is encrypted by the ${by}`
        : `the copy ${copy} of ${place} is encrypted by the ${by}, and not by the ${wantedBy}`
    },
    ...encryptionKeyWords,
    none: ({ place }) => `nothing of ${place} is copied or kept that this is about`,
  },
})

const layerWords: { readonly [by in Encrypted['by']]: string } = {
  client: 'client',
  disk: 'disk',
  filesystem: 'file system',
  provider: 'provider',
  store: 'software',
}

function partsIn(where: Environment, promise: EncryptedPromise, world: World): readonly AnyPart<Rules>[] {
  if (promise.what === 'backups') return copiesIn(where, promise).map((copy) => copyPart(copy, where, promise, world))
  return storesIn(where, promise).flatMap((store) => storeParts(store, where, promise, world))
}

function storesIn(where: Environment, { what, of = [] }: EncryptedPromise): readonly Component[] {
  return what === 'atRest' ? of.flatMap((store) => componentIn(where, store) ?? []) : []
}

function storeParts(
  store: Component,
  where: Environment,
  { cipher: wanted, by: wantedBy }: EncryptedPromise,
  world: World,
): readonly AnyPart<Rules>[] {
  const { encrypted } = traitsOf(store)
  const cause = `not-encrypted/${where.name}/${store.name}`
  const at = { store: store.name, place: where.name, wanted, wantedBy }
  const hint = `encrypted: { by: 'disk', cipher: '${wanted ?? 'AES-256-XTS'}' }`
  if (encrypted === undefined)
    return [part('layer', undefined, at, { waitsFor: `encryption/${where.name}/${store.name}`, hint })]
  const { by, cipher, stated } = encrypted
  const knows = by === 'store' ? ownEncryption(store.noun) : undefined
  if (knows?.does === false)
    return [
      part(
        'unable',
        false,
        { store: store.name, says: knows.says, source: knows.source },
        { cause, hint, stated: [stated] },
      ),
    ]
  const fits = wantedBy !== undefined && wantedBy !== by ? false : cipherFits(cipher, wanted)
  const because = { ...at, by, cipher }
  if (fits !== true) return [part('layer', fits, because, { cause, stated: [stated] })]
  const declared = asDeclared(
    `encrypts/${where.name}/${store.name}`,
    `the ${layerWords[by]} encrypts what ${store.name} keeps, as declared`,
    world,
  )
  return [part('layer', declared.truth, because, { cause, assumes: declared.assumes, stated: [stated] })]
}

/** `AES-256` is any mode of it; a cipher that leaves its mode open may be the one that is wanted. */
function cipherFits(cipher: Cipher | undefined, wanted: Cipher | undefined): boolean | undefined {
  if (wanted === undefined || cipher === wanted) return true
  if (cipher === undefined || wanted.startsWith(`${cipher}-`)) return undefined
  return cipher.startsWith(`${wanted}-`)
}

interface Copy {
  readonly name: string
  readonly encrypted?: 'client' | 'server'
}

function copiesIn(where: Environment, { of }: EncryptedPromise): readonly Copy[] {
  const stores = componentsOf(where).filter(({ name }) => of === undefined || of.some((one) => one.name === name))
  return stores.flatMap((store): readonly Copy[] => traitsOf(store).backsUp)
}

function copyPart(
  { name, encrypted: by }: Copy,
  where: Environment,
  { by: wantedBy }: EncryptedPromise,
  world: World,
): AnyPart<Rules> {
  const because = { copy: name, place: where.name, by, wantedBy }
  const cause = `copy-not-encrypted/${where.name}/${name}`
  if (by === undefined)
    return part('copy', undefined, because, {
      waitsFor: `encryption/${where.name}/${name}`,
      hint: "encrypted: 'client'",
    })
  if (wantedBy === 'client' && by !== 'client')
    return part('copy', false, because, { cause, hint: "encrypted: 'client'" })
  const declared = asDeclared(
    `encrypts/${where.name}/${name}`,
    `the copy ${name} is encrypted by the ${by}, as declared`,
    world,
  )
  return part('copy', declared.truth, because, { cause, assumes: declared.assumes })
}
