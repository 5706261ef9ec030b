// Promises on how Secrets are kept.

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsIn, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { type EncryptedRules, encrypted, encryptedWords } from './encrypted.ts'
import { type KeptSecret, keptSecrets } from './kept-secrets.ts'

type SecretsPromise = Extract<PlatformPromise, { kind: 'secrets' }>

type Rules = EncryptedRules & {
  none: { readonly place: string }
  outside: { readonly secret: string; readonly by: string }
  inside: { readonly secret: string; readonly stated?: string }
  written: { readonly of: string; readonly what: readonly string[] }
  named: { readonly secrets: number }
  twice: { readonly secret: string; readonly also: readonly string[] }
  apart: { readonly secret: string; readonly namesakes: readonly string[] }
}

export const secrets = definePromise<Rules>()({
  kind: 'secrets',
  asks: 'Are Secrets kept as it is said?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    if (!view) return
    yield {
      id: [place, promise.are],
      environment,
      cluster,
      says: sayings[promise.are](place),
      source: { stated: promise.stated },
      parts: partsFor(promise, environment, view, world.platform !== undefined),
    }
  },

  says: {
    ...encryptedWords,
    none: ({ place }, truth) => (truth === true ? `${place} has no Secrets` : `nobody says which Secrets ${place} has`),
    outside: ({ secret, by }) => `${secret} is kept outside: ${by} brings it`,
    inside: ({ secret }) => `${secret} is kept in the cluster alone, put there by hand: nothing fetches or opens it`,
    written: ({ of, what }) => `${of} shows a value in a manifest: ${what.join(', ')}`,
    named: ({ secrets: count }) =>
      `no manifest shows a value; ${countOf(count, 'Secret is named', 'Secrets are named')}`,
    twice: ({ secret, also }) => `a value of ${secret} is used in another namespace too: ${also.join(', ')}`,
    apart: ({ secret, namesakes }) =>
      namesakes.length === 0
        ? `no other namespace has a Secret with the values of ${secret}`
        : `${namesakes.join(', ')} has the name of ${secret}, and nobody shows whether it has its values too`,
  },
})

const sayings: { readonly [are in SecretsPromise['are']]: (place: string) => string } = {
  encrypted: (place) => `Secrets of ${place} are encrypted where they are stored`,
  keptOutside: (place) => `Secrets of ${place} are kept sealed, or in a store outside the cluster`,
  byReference: (place) => `what runs in ${place} names its Secrets, and shows no value`,
  perNamespace: (place) => `no Secret of ${place} has a value that another namespace uses`,
}

function partsFor(
  { are }: SecretsPromise,
  environment: string | undefined,
  view: View,
  isDeclared: boolean,
): readonly AnyPart<Rules>[] {
  const { estate } = view
  const namespace = estate.environments.find(({ name }) => name === environment)?.namespace
  const isHere = (one: string) => namespace === undefined || one === namespace
  const all = keptSecrets(view)
  const here = all.filter(({ ref }) => isHere(partsOf(ref).namespace))
  if (are === 'byReference') return writtenParts(view, isHere, here.length)
  if (here.length === 0) return noneParts(are, environment ?? estate.cluster, view, isDeclared)
  if (are === 'encrypted') return encrypted(here.length, view)
  if (are === 'perNamespace') return here.map((one) => apartPart(one, all, view))
  return here.map((one) => outsidePart(one, view))
}

// Manifests that name no Secret have none. A platform that declares none says nothing of them: clusters without any are
// rare, and what the API server does with them is asked all the same.
function noneParts(
  are: SecretsPromise['are'],
  place: string,
  view: View,
  isDeclared: boolean,
): readonly AnyPart<Rules>[] {
  if (!isDeclared) return [part('none', true, { place })]
  const encrypts = view.estate.server?.encryptsSecrets
  if (are === 'encrypted' && encrypts?.holds !== false) return encrypted(0, view)
  return [part('none', undefined, { place }, { waitsFor: `secrets/${place}`, hint: "secrets: [secret('…', …)]" })]
}

function say({ ref }: Pick<KeptSecret, 'ref'>): string {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}

function outsidePart(one: KeptSecret, { denied }: View): AnyPart<Rules> {
  const at = { source: one.source }
  if (one.by !== undefined) {
    const assumes = one.assumption ? [one.assumption] : []
    const truth = !assumes.some(({ id }) => denied.has(id))
    return part('outside', truth, { secret: say(one), by: sayMaker(one.by) }, { at, assumes })
  }
  const hint = 'from: a secretStore; or a SealedSecret beside the manifests'
  return part('inside', false, { secret: say(one) }, { at, hint, cause: `kept-inside/${one.ref}` })
}

function sayMaker(ref: KeptSecret['ref']): string {
  const { kind, name } = partsOf(ref)
  return `${kind} ${name}`
}

const telling = /(?:password|passwd|secret|token|api_?key|private_?key|credentials?)$/i

// A variable that says where the value lies is no value.
function isValue(name: string, value: unknown): boolean {
  return telling.test(name) && typeof value === 'string' && value !== '' && !/^\/|\$\(/.test(value)
}

function writtenParts(view: View, isHere: (namespace: string) => boolean, count: number): readonly AnyPart<Rules>[] {
  const found: AnyPart<Rules>[] = []
  for (const { ref, manifest, source } of view.estate.objects) {
    const { namespace, name } = partsOf(ref)
    if (manifest.kind !== 'Secret' || !isHere(namespace) || source.made) continue
    const what = [...Object.keys(fieldsOf(manifest.data)), ...Object.keys(fieldsOf(manifest.stringData))].sort()
    if (what.length > 0) found.push(writtenPart(`Secret ${name}`, what, `${ref}`, { source }))
  }
  for (const pod of view.pods) {
    if (!isHere(pod.namespace)) continue
    const what = ['initContainers', 'containers'].flatMap((list) =>
      fieldsIn((pod.spec as unknown as { readonly [field: string]: unknown })[list]).flatMap(({ env }) =>
        fieldsIn(env).flatMap(({ name, value }) => (isValue(textOf(name) ?? '', value) ? [textOf(name) ?? ''] : [])),
      ),
    )
    if (what.length > 0)
      found.push(writtenPart(pod.name, [...new Set(what)].sort(), pod.workload, { source: pod.source }))
  }
  return found.length > 0 ? found : [part('named', true, { secrets: count })]
}

function writtenPart(of: string, what: readonly string[], ref: string, at: Pick<KeptSecret, 'source'>): AnyPart<Rules> {
  return part(
    'written',
    false,
    { of, what },
    { at, cause: `written-value/${ref}`, hint: 'a reference to a Secret that is fetched, opened, or filled by hand' },
  )
}

function apartPart(one: KeptSecret, all: readonly KeptSecret[], view: View): AnyPart<Rules> {
  const { namespace, name } = partsOf(one.ref)
  const others = all.filter(({ ref }) => partsOf(ref).namespace !== namespace)
  const values = new Set([...one.values, ...heldBy(one)])
  const also = others.filter((other) => [...other.values, ...heldBy(other)].some((value) => values.has(value)))
  const at = { source: one.source }
  if (also.length > 0) {
    const more = { at, cause: `shared-value/${[one, ...also].map(({ ref }) => ref).sort()[0]}` }
    return part('twice', false, { secret: say(one), also: also.map(say) }, { ...more, hint: 'a value of its own' })
  }
  const namesakes = values.size > 0 ? [] : others.filter(({ ref }) => partsOf(ref).name === name)
  const assumption: Assumption = {
    id: `own-values/${view.estate.cluster}/${name}`,
    says: `Secrets that are called ${name} have other values in each namespace`,
    kind: 'outside',
  }
  const assumes = namesakes.length > 0 ? [assumption] : []
  const truth = !assumes.some(({ id }) => view.denied.has(id))
  return part('apart', truth, { secret: say(one), namesakes: namesakes.map(say) }, { at, assumes })
}

/** Values that a manifest shows, so that equal ones are found; they are never said. */
function heldBy({ object }: KeptSecret): readonly string[] {
  const { data, stringData } = fieldsOf(object?.manifest)
  const plain = Object.values(fieldsOf(stringData)).map((value) => Buffer.from(`${value}`).toString('base64'))
  return [...Object.values(fieldsOf(data)).map(String), ...plain].map((value) => `value ${value}`)
}
