// Calls out of private segments leave by a NAT gateway. One stands in one zone, unless it is said to stand in all: when that
// zone goes, what stands in the others calls nobody outside any more
// (docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html, nat-gateways-regional.html).

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Segment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { segmentsOf } from './segments-of.ts'

type Rules = {
  zones: {
    gateway: string
    own: readonly string[]
    regional: boolean
    segments: readonly string[]
    zones: readonly string[] | undefined
  }
}

export const wayOut = defineQuestion<Rules>({
  id: 'way-out',
  asks: 'Is there a way out of private segments once a zone is lost?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : []) {
      const gateways = componentsOf(environment).filter((component) => traitsOf(component).translates)
      for (const gateway of gateways) yield findingOf(gateway, gateways, environment)
    }
  },

  says: {
    zones: ({ gateway, own, regional, segments, zones }, truth) => {
      if (regional) return `${gateway} stands in every zone`
      const where = own.length === 0 ? 'one zone' : own.join(', ')
      const served = segments.length === 0 ? 'what it serves' : segments.join(', ')
      if (zones === undefined)
        return `${gateway} stands in ${where}, and nobody says in which zones ${served} has subnets: but for one, each of them hangs on another`
      return truth === true
        ? `${gateway} stands in ${where}, and ${served} has subnets in no other zone`
        : `${gateway} stands in ${where}, and ${served} in ${zones.join(', ')}: when that zone is lost, the others call nobody outside`
    },
  },
})

function findingOf(gateway: Component, all: readonly Component[], environment: Environment): Finding<Rules> {
  const { translates, stated } = traitsOf(gateway)
  // What each of several has in a zone of its own, they have together.
  const own = [...new Set(all.flatMap((one) => traitsOf(one).translates?.zones ?? []))].sort()
  const regional = translates?.regional === true
  const segments = translates?.of ?? privateSegments(environment)
  const zones =
    segments.length > 0 && segments.every((segment) => segment.zones !== undefined)
      ? [...new Set(segments.flatMap((segment) => segment.zones ?? []))].sort()
      : undefined
  const isCovered = zones && (own.length === 0 ? zones.length <= 1 : zones.every((zone) => own.includes(zone)))
  return {
    id: [environment.name, gateway.name],
    environment: environment.name,
    cluster: environment.on.name,
    says: `${environment.name} calls what is outside, whichever zone is lost`,
    source: { stated },
    parts: [
      part(
        'zones',
        regional ? true : isCovered,
        { gateway: gateway.name, own, regional, segments: segments.map(({ name }) => name), zones },
        {
          cause: `one-way-out/${environment.name}`,
          waitsFor: `zones of ${segments.map(({ name }) => name).join(', ') || 'the private segments'}`,
          hint: 'one in each zone (zones), with routes to the one of the same zone; or a regional one',
          stated: [stated, ...segments.map((segment) => segment.stated)],
        },
      ),
    ],
  }
}

function privateSegments(environment: Environment): readonly Segment[] {
  const all = componentsOf(environment).flatMap((component) => segmentsOf(component, environment) ?? [])
  return [...new Set(all)].filter(({ tier }) => tier === 'private').toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
