// What a provider makes only in subnets of several zones: in those of one, it is refused.

import { subnetNeed } from '../../knowledge/subnets.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Segment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { segmentsOf } from './segments-of.ts'

type Rules = {
  zones: {
    what: string
    product: string
    needs: number
    segments: readonly string[]
    zones: readonly string[] | undefined
    known: string
  }
}

export const subnets = defineQuestion<Rules>({
  id: 'subnets',
  asks: 'Do the subnets have the zones without which a provider makes nothing in them?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : [])
      for (const stander of standersIn(environment)) {
        const need = subnetNeed(stander.product)
        if (need) yield findingOf(stander, need, environment)
      }
  },

  says: {
    zones: ({ what, product, needs, segments, zones }, truth) => {
      const where = segments.join(', ')
      const needed = `${product} needs subnets in ${countOf(needs, 'zone')}`
      if (zones === undefined)
        return `${needed}, and nobody says in which zones ${where} has any: as one subnet, ${what} is refused there`
      const has = `${where} has some in ${zones.join(', ')}`
      return truth === true ? `${needed}, and ${has}` : `${needed}, and ${has} alone: ${what} is refused there`
    },
  },
})

interface Stander {
  readonly what: string
  readonly product: string | undefined
  readonly segments: readonly Segment[]
}

function standersIn(environment: Environment): readonly Stander[] {
  const { on } = environment
  const cluster =
    on.in === undefined ? [] : [{ what: on.name, product: on.distribution, segments: 'is' in on.in ? [on.in] : on.in }]
  const components = componentsOf(environment).flatMap((component) => {
    const { forwards, managed } = traitsOf(component)
    const product = managed?.name ?? (forwards?.is === 'load-balancer' ? forwards.by : undefined)
    const segments = segmentsOf(component, environment)
    return segments && product !== undefined ? [{ what: component.name, product, segments }] : []
  })
  return [...cluster, ...components]
}

function findingOf(
  { what, segments }: Stander,
  { value, source }: NonNullable<ReturnType<typeof subnetNeed>>,
  environment: Environment,
): Finding<Rules> {
  const zones = segments.every(({ zones }) => zones !== undefined)
    ? [...new Set(segments.flatMap((segment) => segment.zones ?? []))].sort()
    : undefined
  const names = segments.map(({ name }) => name)
  return {
    id: [environment.name, what],
    environment: environment.name,
    cluster: environment.on.name,
    says: `${what} stands in subnets of ${countOf(value.zones, 'zone')}`,
    parts: [
      part(
        'zones',
        zones && zones.length >= value.zones,
        { what, product: value.name, needs: value.zones, segments: names, zones, known: source },
        {
          cause: `too-few-zones/${names.join('+')}`,
          waitsFor: `zones of ${names.join(', ')}`,
          hint: `a subnet of ${names.join(', ')} in ${value.zones === 1 ? 'one zone' : `each of ${value.zones} zones`}`,
          stated: segments.map(({ stated }) => stated),
        },
      ),
    ],
  }
}
