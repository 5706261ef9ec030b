// A promise that components stand where the internet has no way to: each segment of theirs is private.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import { segmentsOf } from './segments-of.ts'

type Rules = {
  tier: { component: string; segments: readonly { name: string; tier?: 'public' | 'private' }[] | undefined }
}

export const privateSegments = definePromise<Rules>()({
  kind: 'privateSegments',
  asks: 'Does each of these stand in private segments alone?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const here = where ? promise.of.flatMap((one) => componentIn(where, one) ?? []).sort(byName) : []
    yield {
      id: [place, 'private'],
      environment,
      cluster,
      says: `${here.map(({ name }) => name).join(', ')} in private segments`,
      source: { stated: promise.stated },
      parts: where ? here.map((one) => tierPart(one, where)) : [],
    }
  },

  says: {
    tier: ({ component, segments }, truth) => {
      if (!segments) return `nobody says in which segment ${component} stands`
      const names = segments.map(({ name, tier = 'of no tier that anybody says' }) => `${name} (${tier})`).join(', ')
      return truth === false
        ? `${component} stands in ${names}: what is there may have a public address`
        : `${component} stands in ${names}`
    },
  },
})

function tierPart(component: Component, environment: Environment) {
  const segments = segmentsOf(component, environment)
  const isPublic = segments?.some(({ tier }) => tier === 'public')
  const isPrivate = segments?.every(({ tier }) => tier === 'private')
  const [named] = segments?.filter(({ tier }) => tier !== 'private') ?? []
  return part(
    'tier',
    isPublic ? false : isPrivate ? true : undefined,
    { component: component.name, segments: segments?.map(({ name, tier }) => ({ name, ...(tier && { tier }) })) },
    {
      cause: `public-segment/${environment.name}/${named?.name ?? component.name}`,
      waitsFor: `the segment of ${component.name}, and its tier`,
      hint: `a segment of tier 'private' for ${component.name}`,
      stated: segments?.map(({ stated }) => stated) ?? [],
    },
  )
}

function byName(a: Component, b: Component): number {
  return byCodePoint(a.name, b.name)
}
