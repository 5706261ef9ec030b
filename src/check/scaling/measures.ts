// What an autoscaler measures and at what it holds it, as its object says.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'

export interface Measured {
  readonly name: string
  /** `70%` of what is requested, or an amount: `500m`. */
  readonly target: string
  readonly path: readonly (string | number)[]
}

const fieldOf: ReadonlyMap<string, string> = new Map([
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
  ['Pods', 'pods'],
  ['Object', 'object'],
  ['External', 'external'],
])

export function measuresOf({ manifest }: EstateObject): readonly Measured[] {
  return fieldsIn(fieldsAt(manifest, 'spec').metrics).flatMap((metric, index) => {
    const field = fieldOf.get(String(metric.type))
    if (field === undefined) return []
    const of = fieldsAt(metric, field)
    const { averageUtilization, averageValue, value } = fieldsAt(of, 'target')
    const name = of.name ?? fieldsAt(of, 'metric').name
    const target = averageUtilization === undefined ? String(averageValue ?? value) : `${averageUtilization}%`
    return { name: String(name), target, path: ['spec', 'metrics', index] }
  })
}
