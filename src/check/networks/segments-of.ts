import type { Component } from '../../platform/component.ts'
import type { Environment, Segment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'

/** Where a component stands: in its own segments, else its pods in those of the cluster; undefined where nobody says. */
export function segmentsOf(component: Component, { on }: Environment): readonly Segment[] | undefined {
  const traits = traitsOf(component)
  if (traits.in) return traits.in
  const isInside = traits.runs.some(({ controller }) => controller !== 'outside')
  if (!isInside || on.in === undefined) return undefined
  return 'is' in on.in ? [on.in] : on.in
}
