// A promise that components keep apart in the network: none stands in a segment in which another of them stands, nor in
// one that belongs to somebody else. Of a ledger with several operators, what each operates keeps apart.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment, Organisation, Segment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import { segmentsOf } from './segments-of.ts'

type Rules = {
  apart: {
    component: string
    segments: readonly string[] | undefined
    shared: readonly { segment: string; with: string }[]
    /** Segments that are another's. */
    others: readonly { segment: string; of: string }[]
  }
}

export const ownSegments = definePromise<Rules>()({
  kind: 'ownSegments',
  asks: 'Does each of these stand in a segment that no other of them stands in?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const here = where ? promise.of.flatMap((one) => componentIn(where, one) ?? []) : []
    const parties = where ? here.flatMap((one) => partiesOf(one, where)) : []
    yield {
      id: [place, 'segments'],
      environment,
      cluster,
      says: `a segment of its own for each of ${here.map(({ name }) => name).join(', ')}`,
      source: { stated: promise.stated },
      parts: where ? parties.map((one) => apartPart(one, parties, where)) : [],
    }
  },

  says: {
    apart: ({ component, segments, shared, others }) => {
      if (!segments) return `nobody says in which segment ${component} stands`
      if (shared.length + others.length === 0)
        return `${component} stands in ${segments.join(', ')}, and no other of them does`
      const all = [
        ...shared.map(({ segment, with: other }) => `${segment}, as ${other}`),
        ...others.map(({ segment, of }) => `${segment}, which is ${of}'s`),
      ]
      return `${component} stands in ${all.join('; ')}`
    },
  },
})

interface Party {
  readonly name: string
  readonly operator?: Organisation
  readonly segments: readonly Segment[] | undefined
}

function partiesOf(component: Component, environment: Environment): readonly Party[] {
  const { name } = component
  const segments = segmentsOf(component, environment)
  const members = (traitsOf(component).groups ?? []).flatMap((group) => group.members)
  const operators = new Map(members.flatMap(({ operator }) => (operator ? [[operator.name, operator] as const] : [])))
  if (operators.size < 2) return [{ name, segments }]
  return [...operators.values()].map((operator) => {
    const own = members.filter((member) => member.operator?.name === operator.name)
    const all = own.map((member) => (member.in ? [member.in] : segments))
    const isSaid = all.every((each) => each !== undefined)
    return {
      name: `${name} of ${operator.name}`,
      operator,
      segments: isSaid ? [...new Set(all.flatMap((each) => each ?? []))] : undefined,
    }
  })
}

function apartPart({ name, operator, segments }: Party, all: readonly Party[], environment: Environment) {
  const shared = (segments ?? []).flatMap((segment) =>
    all.flatMap((other) =>
      other.name !== name && other.segments?.includes(segment) ? [{ segment: segment.name, with: other.name }] : [],
    ),
  )
  const others = (segments ?? []).flatMap(({ name, for: owner }) =>
    operator && owner && owner.name !== operator.name ? [{ segment: name, of: owner.name }] : [],
  )
  return part(
    'apart',
    segments === undefined ? undefined : shared.length + others.length === 0,
    { component: name, segments: segments?.map((segment) => segment.name), shared, others },
    {
      cause: `shared-segment/${environment.name}/${shared[0]?.segment ?? others[0]?.segment ?? name}`,
      waitsFor: `the segment of ${name}`,
      hint: `a segment for ${name} alone`,
      stated: segments?.map(({ stated }) => stated) ?? [],
    },
  )
}
