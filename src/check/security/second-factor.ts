// A promise that whoever signs in shows a second proof: what asks for it is an identity provider, and it asks where it is
// told to.

import type { Environment, Identifying, MfaMethod } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'
import { providersIn } from './providers.ts'

type Rules = {
  nobody: { readonly place: string }
  asks: { readonly provider: string; readonly place: string; readonly methods: readonly string[] }
  methods: { readonly provider: string; readonly missing: readonly string[]; readonly more: readonly string[] }
}

export const secondFactor = definePromise<Rules>()({
  kind: 'secondFactor',
  asks: 'Is everybody who signs in asked for a second proof?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    yield {
      id: [place],
      environment,
      cluster,
      says: `whoever signs in to ${place} shows a second proof of who they are`,
      source: { stated: promise.stated },
      parts: where ? partsOf(where, promise.methods, world) : [],
    }
  },

  says: {
    nobody: ({ place }) => `no identity provider is declared by which people sign in to ${place}`,
    asks: ({ provider, place, methods }, truth) => {
      if (truth !== true) return `${provider} asks for no second proof in ${place}`
      return `${provider} asks for one in ${place}${methods.length === 0 ? '' : `: ${methods.join(', ')}`}`
    },
    methods: ({ provider, missing, more }, truth) => {
      if (truth === undefined) return `nobody says which proofs ${provider} takes`
      if (truth) return `${provider} takes what is promised, and nothing else`
      const lacks = missing.length === 0 ? '' : `does not take ${missing.join(', ')}`
      const adds = more.length === 0 ? '' : `takes ${more.join(', ')} too, by which whoever lacks the others comes in`
      return `${provider} ${[lacks, adds].filter(Boolean).join(', and ')}`
    },
  },
})

function partsOf(
  where: Environment,
  methods: readonly MfaMethod[] | undefined,
  world: World,
): readonly AnyPart<Rules>[] {
  const providers = providersIn(world)
  if (providers.length === 0)
    return [
      part('nobody', undefined, { place: where.name }, { waitsFor: 'identity-provider', hint: 'an identityProvider' }),
    ]
  return providers.flatMap(({ component, identifies }) => {
    const { mfa } = identifies
    const asks =
      mfa?.for.some((one) => (typeof one === 'string' ? one === where.purpose : one.name === where.name)) === true
    const provider = component.name
    const cause = `no-second-factor/${provider}/${where.name}`
    const because = { provider, place: where.name, methods: mfa?.methods ?? [] }
    if (!asks)
      return [part('asks', false, because, { cause, hint: `mfa: { for: [${where.name}] }`, stated: [mfa?.stated] })]
    const declared = asDeclared(
      `second-factor/${provider}`,
      `${provider} asks everybody for a second proof, as declared`,
      world,
    )
    const asked = part('asks', declared.truth, because, { cause, assumes: declared.assumes, stated: [mfa?.stated] })
    return methods === undefined ? [asked] : [asked, methodsPart(provider, methods, mfa)]
  })
}

function methodsPart(provider: string, wanted: readonly MfaMethod[], mfa: Identifying['mfa']): AnyPart<Rules> {
  const taken = [...(mfa?.methods ?? []), ...(mfa?.fallback ?? [])]
  const missing = wanted.filter((one) => !taken.includes(one))
  const more = taken.filter((one) => !wanted.includes(one))
  const isSaid = mfa?.methods !== undefined
  const truth = isSaid ? missing.length + more.length === 0 : undefined
  return part(
    'methods',
    truth,
    { provider, missing, more },
    {
      cause: `other-proofs/${provider}`,
      hint: `methods: [${wanted.map((one) => `'${one}'`).join(', ')}] of mfa of ${provider}, and nothing else as fallback`,
      stated: [mfa?.stated],
    },
  )
}
