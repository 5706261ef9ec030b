// Who may do what, and how they prove who they are: what people may do is of use only where somebody asks who they are.

import { sourceOf } from '../../estate/source.ts'
import type { Access, Identifying } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { providersIn } from './providers.ts'

type Parts = {
  may: { readonly access: string; readonly may: readonly string[] }
  over: { readonly access: string; readonly contexts: number }
  tenant: { readonly access: string }
  proves: { readonly access: string; readonly providers: readonly string[] }
  lives: { readonly provider: string; readonly access?: string; readonly refresh?: string }
  signs: { readonly provider: string; readonly signs: string }
  protocol: { readonly provider: string; readonly protocols: readonly string[] }
}

export const signsIn = defineQuestion<Parts>({
  id: 'signs-in',
  asks: 'Is it said who may do what, and how they prove who they are?',

  *judge(world) {
    const place = world.platform?.name ?? 'platform'
    for (const access of (world.platform?.access ?? []).toSorted((a, b) => byCodePoint(a.name, b.name)))
      yield {
        id: [place, 'access', access.name],
        says: `it is said what ${access.name} may do, and how they prove who they are`,
        source: sourceOf(access, access.stated),
        parts: accessParts(access, world),
      }
    for (const { component, identifies } of providersIn(world))
      yield {
        id: [place, 'provider', component.name],
        says: `what ${component.name} hands out proves who somebody is, for as long as it is meant to`,
        source: sourceOf(component, identifies.stated),
        parts: providerParts(component.name, identifies),
      }
  },

  says: {
    may: ({ access, may }, truth) =>
      truth === true ? `${access} may do this: ${may.join(', ')}` : `nobody says what ${access} may do`,
    over: ({ access, contexts }, truth) =>
      truth === true
        ? `${access} may do so in the context of each, of which there are ${contexts}`
        : `${access} may do so in the context of each, and no context is declared`,
    tenant: ({ access }, truth) =>
      truth === true
        ? `${access} may do so with what is of their own tenant`
        : `${access} may do so with what is of their own tenant, and the platform is not said to have tenants`,
    proves: ({ access, providers }, truth) =>
      truth === true ? `${access} sign in by ${providers.join(', ')}` : `nobody says how ${access} prove who they are`,
    lives: ({ provider, access, refresh }, truth) => {
      if (truth === undefined) return `nobody says how long what ${provider} hands out is good for`
      return truth
        ? `what ${provider} hands out is good for ${access}, and is had anew for ${refresh}`
        : `what ${provider} hands out is good for ${access}, and may be had anew for ${refresh} only, which is sooner over`
    },
    signs: ({ provider, signs }, truth) =>
      truth === true
        ? `${provider} signs with ${signs}`
        : `${provider} signs nothing: anybody writes what it hands out`,
    protocol: ({ provider, protocols }, truth) =>
      truth === true
        ? `${provider} speaks ${protocols.join(', ')}`
        : `nobody says how others ask ${provider} who somebody is`,
  },
})

function accessParts(access: Access, world: World): readonly AnyPart<Parts>[] {
  const { name, may, over, by, stated } = access
  const contexts = world.platform?.contexts.length ?? 0
  const providers = providersIn(world).map(({ component }) => component.name)
  const isSaid = may.length > 0
  const more = { stated: [stated] }
  return [
    part(
      'may',
      isSaid || undefined,
      { access: name, may },
      isSaid ? more : { ...more, waitsFor: `may/${name}`, hint: `may: ['read'] of ${name}` },
    ),
    ...(over === 'own-context'
      ? [
          part(
            'over',
            contexts > 0,
            { access: name, contexts },
            { ...more, cause: `no-contexts/${name}`, hint: 'contexts: [context(…)] of the platform' },
          ),
        ]
      : []),
    ...(over === 'own-tenant' ? [tenantPart(access, world)] : []),
    ...(by === 'people' ? [provesPart(name, providers)] : []),
  ]
}

function tenantPart({ name, stated }: Access, { platform }: World): AnyPart<Parts> {
  const more = {
    cause: `no-tenants/${name}`,
    hint: "tenancy: { tenant: 'customer' } of the platform",
    stated: [stated],
  }
  return part('tenant', platform?.tenancy !== undefined, { access: name }, more)
}

function provesPart(access: string, providers: readonly string[]): AnyPart<Parts> {
  const isSaid = providers.length > 0
  const more = isSaid ? {} : { waitsFor: 'identity-provider', hint: 'an identityProvider' }
  return part('proves', isSaid || undefined, { access, providers }, more)
}

function sayTokens(provider: string): string {
  return `tokens: { access: '15m', refresh: '8h' } of ${provider}`
}

function providerParts(provider: string, { protocols, tokens, stated }: Identifying): readonly AnyPart<Parts>[] {
  const isSpoken = protocols.length > 0
  const protocol = part(
    'protocol',
    isSpoken || undefined,
    { provider, protocols },
    {
      ...(!isSpoken && { waitsFor: `protocol/${provider}`, hint: `protocols: ['oidc'] of ${provider}` }),
      stated: [stated],
    },
  )
  if (tokens === undefined)
    return [
      protocol,
      part('lives', undefined, { provider }, { waitsFor: `tokens/${provider}`, hint: sayTokens(provider) }),
    ]
  const { signs, access, refresh, stated: at } = tokens
  const more = { stated: [at] }
  const [short, long] = [access, refresh].map((one) => (one === undefined ? undefined : secondsOf(one)))
  const lives = short === undefined || long === undefined ? undefined : long >= short
  return [
    protocol,
    part(
      'lives',
      lives,
      { provider, access, refresh },
      {
        ...more,
        ...(lives === undefined ? { waitsFor: `tokens/${provider}` } : { cause: `tokens/${provider}` }),
        hint: lives === false ? `refresh of the tokens of ${provider}: no less than ${access}` : sayTokens(provider),
      },
    ),
    ...(signs === undefined
      ? []
      : [
          part(
            'signs',
            signs.toLowerCase() !== 'none',
            { provider, signs },
            { ...more, cause: `unsigned/${provider}`, hint: `signs: 'RS256' of the tokens of ${provider}` },
          ),
        ]),
  ]
}
