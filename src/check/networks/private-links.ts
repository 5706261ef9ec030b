// A promise that systems outside are reached by ways that are nobody else's; a public one needs a reason.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment, NetworkLink } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'

type Rules = { link: { component: string; kind: NetworkLink['kind'] | undefined; reason: string | undefined } }

export const privateLinks = definePromise<Rules>()({
  kind: 'privateLinks',
  asks: 'Is each of these reached by a private link, or is it said why not?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    yield {
      id: [place, 'links'],
      environment,
      cluster,
      says: `a private link to ${promise.to.map(({ name }) => name).join(', ')}, or a reason`,
      source: { stated: promise.stated },
      parts: promise.to.map((one) => linkPart(asThere(one, promise.in), place)),
    }
  },

  says: {
    link: ({ component, kind, reason }) => {
      if (kind === undefined) return `nobody says by which way ${component} is reached`
      if (kind !== 'public') return `${component} is reached by ${kind === 'vpn' ? 'a VPN' : 'a dedicated line'}`
      return reason === undefined
        ? `${component} is reached by a public way, and nobody says why`
        : `${component} is reached by a public way: ${reason}`
    },
  },
})

// What stands in the place of it there may be reached by another way.
function asThere(component: Component, environment: Environment | undefined): Component {
  return (environment && componentIn(environment, component)) ?? component
}

function linkPart(component: Component, place: string) {
  const { over } = traitsOf(component)
  return part(
    'link',
    over === undefined ? undefined : over.kind !== 'public' || over.reason !== undefined,
    { component: component.name, kind: over?.kind, reason: over?.reason },
    {
      cause: `public-link/${place}/${component.name}`,
      waitsFor: `the way to ${component.name}`,
      hint: `over: link('${component.name}', { kind: 'vpn' }), or the reason of a public one`,
      stated: [over?.stated],
    },
  )
}
