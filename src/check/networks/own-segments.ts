// A promise that components keep apart in the network: none stands in a segment in which another of them stands, nor in
// one that belongs to somebody else.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import { segmentsOf } from './segments-of.ts'

type Rules = {
  apart: {
    component: string
    segments: readonly string[] | undefined
    shared: readonly { segment: string; with: string }[]
  }
}

export const ownSegments = definePromise<Rules>()({
  kind: 'ownSegments',
  asks: 'Does each of these stand in a segment that no other of them stands in?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const here = where ? promise.of.flatMap((one) => componentIn(where, one) ?? []) : []
    yield {
      id: [place, 'segments'],
      environment,
      cluster,
      says: `a segment of its own for each of ${here.map(({ name }) => name).join(', ')}`,
      source: { stated: promise.stated },
      parts: where ? here.map((one) => apartPart(one, here, where)) : [],
    }
  },

  says: {
    apart: ({ component, segments, shared }) => {
      if (!segments) return `nobody says in which segment ${component} stands`
      if (shared.length === 0) return `${component} stands in ${segments.join(', ')}, and no other of them does`
      return `${component} stands in ${shared.map(({ segment, with: other }) => `${segment}, as ${other}`).join('; ')}`
    },
  },
})

function apartPart(component: Component, all: readonly Component[], environment: Environment) {
  const segments = segmentsOf(component, environment)
  const shared = (segments ?? []).flatMap((segment) =>
    all.flatMap((other) =>
      other !== component && segmentsOf(other, environment)?.includes(segment)
        ? [{ segment: segment.name, with: other.name }]
        : [],
    ),
  )
  return part(
    'apart',
    segments === undefined ? undefined : shared.length === 0,
    { component: component.name, segments: segments?.map(({ name }) => name), shared },
    {
      cause: `shared-segment/${environment.name}/${shared[0]?.segment ?? component.name}`,
      waitsFor: `the segment of ${component.name}`,
      hint: `a segment for ${component.name} alone`,
      stated: segments?.map(({ stated }) => stated) ?? [],
    },
  )
}
