// Journeys as flows: each step is a call that is among the relationships.

import type { Journey, Platform, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type Flow, idOf, type Relationship } from './architecture.ts'

export function flowsOf(platform: Platform, relationships: readonly Relationship[]): readonly Flow[] {
  const [only] = environmentsOf(platform)
  return platform.promises.flatMap((promise): readonly Flow[] => {
    if (promise.is !== 'promise' || promise.kind !== 'carries') return []
    const environment = promise.in ?? only
    return environment ? flowOf(promise.journey, environment.name, relationships) : []
  })
}

function flowOf(
  { name, path }: Extract<PlatformPromise, { kind: 'carries' }>['journey'] & Journey,
  environment: string,
  relationships: readonly Relationship[],
): readonly Flow[] {
  const stops = path.map((step) => idOf.component(environment, (step.is === 'port' ? step.component : step).name))
  const steps = stops.slice(1).flatMap((to, index) => {
    const from = stops[index] ?? ''
    const call = relationships.find((each) => isCall(each, from, to))
    return call ? [{ call: call['unique-id'], says: `${from} calls ${to}` }] : []
  })
  if (steps.length === 0) return []
  return [
    {
      'unique-id': `${environment}/journey/${name}`,
      name,
      description: `what people need, in ${environment}`,
      transitions: steps.map(({ call, says }, index) => ({
        'relationship-unique-id': call,
        'sequence-number': index + 1,
        description: says,
      })),
    },
  ]
}

function isCall({ 'relationship-type': type }: Relationship, from: string, to: string): boolean {
  if ('interacts' in type) return type.interacts.actor === from && type.interacts.nodes.includes(to)
  return 'connects' in type && type.connects.source.node === from && type.connects.destination.node === to
}
