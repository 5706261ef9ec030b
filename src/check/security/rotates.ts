// A promise that Secrets, keys or certificates are replaced: what never changes is known to whoever has ever seen it.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { cadenceSeconds, longestCadenceSeconds } from '../../platform/cadence.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Cadence, EncryptionKey, Environment, PlatformPromise, Secret, SecretStore } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { placeName, placesIn } from './places.ts'
import { sealingIn, USUAL_RENEWAL } from './sealing.ts'

type RotatesPromise = Extract<PlatformPromise, { kind: 'rotates' }>

type Rules = {
  replaced: { readonly what: string; readonly every?: string; readonly wanted?: string; readonly sealed: boolean }
  renewed: { readonly certificate: string }
  none: { readonly what: string; readonly place: string }
}

export const rotates = definePromise<Rules>()({
  kind: 'rotates',
  asks: 'Is what is secret replaced as often as it is said?',

  *judge(promise, world) {
    const place = placeName(promise, world)
    const what = typeof promise.what === 'string' ? promise.what : promise.what.name
    const parts = piecesOf(promise, world)
    yield {
      id: [place, what],
      environment: promise.in?.name,
      says: `${what} of ${place} ${typeof promise.what === 'string' ? 'are' : 'is'} replaced${promise.every === undefined ? '' : ` every ${promise.every}`}`,
      source: { stated: promise.stated },
      parts: parts.length > 0 ? parts : [part('none', undefined, { what, place }, { waitsFor: `rotation/${what}` })],
    }
  },

  says: {
    replaced: ({ what, every, wanted, sealed }, truth) => {
      const rows: readonly [string, string][] = sealed
        ? [['sealed', 'a new sealing key seals what is sealed from then on: the value stays what it was']]
        : []
      if (every === undefined) return { line: `nobody says how often ${what} is replaced`, rows }
      const line = `${what} is replaced every ${every}`
      return { line: truth === false && wanted !== undefined ? `${line}, and not every ${wanted}` : line, rows }
    },
    renewed: ({ certificate }) => `cert-manager renews ${certificate} before it ends`,
    none: ({ what, place }) => `no ${what} of ${place} are declared, so nobody knows whether they are replaced`,
  },
})

function piecesOf(promise: RotatesPromise, world: World): readonly AnyPart<Rules>[] {
  const { what } = promise
  if (typeof what !== 'string') return [replacedPart(what, promise, world)]
  const places = placesIn(promise, world)
  if (what === 'certificates') return certificatesIn(places, world).map(renewedPart)
  const all = what === 'keys' ? places.flatMap(keysIn) : places.flatMap(({ secrets }) => secrets)
  const named = new Map<string, EncryptionKey | Secret>(all.map((one) => [one.name, one]))
  const replaced = [...named.values()].map((one) => replacedPart(one, promise, world))
  return what === 'keys'
    ? [...replaced, ...sealingIn(places, world).map((store) => sealingPart(store, promise))]
    : replaced
}

function keysIn(where: Environment): readonly EncryptionKey[] {
  return componentsOf(where).flatMap((component) => traitsOf(component).encrypted?.key ?? [])
}

function sealingPart(
  { name, renewsKey = USUAL_RENEWAL, stated }: SecretStore,
  { every }: RotatesPromise,
): AnyPart<Rules> {
  const isKept = every === undefined || !isLonger(renewsKey, every)
  const because = { what: `the sealing key of ${name}`, every: renewsKey, wanted: every, sealed: true }
  return part('replaced', isKept, because, {
    cause: `not-replaced/${name}`,
    hint: `renewsKey: '${every ?? '30d'}'`,
    stated: [stated],
  })
}

function certificatesIn(places: readonly Environment[], { views }: World): readonly EstateObject[] {
  const names = new Set(places.map(({ name }) => name))
  const objects = views.flatMap(({ estate }) => estate.objects)
  return objects.filter(({ ref, environment = '' }) => ref.startsWith('Certificate/') && names.has(environment))
}

// cert-manager renews at two thirds of what is left: https://cert-manager.io/docs/usage/certificate/#renewal (2026-11-22).
function renewedPart({ ref, source }: EstateObject): AnyPart<Rules> {
  return part('renewed', true, { certificate: partsOf(ref).name }, { at: { source } })
}

function replacedPart(one: EncryptionKey | Secret, { every }: RotatesPromise, world: World): AnyPart<Rules> {
  const { name, rotates, stated } = one
  const sealed = one.is === 'secret' && one.from?.by === 'sealed-secrets'
  const because = { what: name, every: rotates, wanted: every, sealed }
  const more = { cause: `not-replaced/${name}`, hint: `rotates: '${every ?? 'quarter'}'`, stated: [stated] }
  if (rotates === undefined) return part('replaced', undefined, because, { ...more, waitsFor: `rotation/${name}` })
  if (every !== undefined && isLonger(rotates, every)) return part('replaced', false, because, more)
  const declared = asDeclared(`rotates/${name}`, `somebody replaces ${name} every ${rotates}, as declared`, world)
  return part('replaced', declared.truth, because, { cause: more.cause, assumes: declared.assumes, stated: [stated] })
}

function isLonger(one: Cadence, other: Cadence): boolean {
  return one !== other && longestCadenceSeconds(one) > cadenceSeconds(other)
}
