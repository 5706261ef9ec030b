// Volumes that an update of their chart is to make larger. What a StatefulSet makes claims from cannot be changed: the API
// server refuses the update, and the release ends as failed. Claims are made larger by themselves, or by an operator.
// Sources: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations,
// https://github.com/kubernetes/kubernetes/issues/68737, https://cloudnative-pg.io/documentation/current/storage/
// (volume expansion), 2026-11-23

import type { Chart } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'

export type EnlargedParts = {
  enlarges: {
    readonly chart: string
    readonly component: string
    readonly by: 'operator' | 'claim' | 'unsaid' | 'template'
  }
}

export function enlargedParts(chart: Chart): readonly AnyPart<EnlargedParts>[] {
  if (chart.enlarges !== true) return []
  return deployed(chart).flatMap(({ component, makes }) => {
    const { keeps, operated, managed, runs } = traitsOf(component)
    if (keeps.length === 0 || managed !== undefined) return []
    const members = runs.find(({ controller }) => controller === 'StatefulSet')
    const claims = makes.includes('PersistentVolumeClaim')
    // One pod may have a claim that the chart makes beside it; of several each has its own, from the template.
    const isTemplate = members !== undefined && makes.includes('StatefulSet')
    if (!operated && !isTemplate && !claims && makes.length > 0) return []
    const by = operated
      ? 'operator'
      : makes.length === 0 || (isTemplate && claims && members.replicas < 2)
        ? 'unsaid'
        : isTemplate
          ? 'template'
          : 'claim'
    const truth = by === 'template' ? false : by === 'unsaid' ? undefined : true
    return [
      part(
        'enlarges',
        truth,
        { chart: chart.name, component: component.name, by },
        {
          cause: `claim-template/${component.name}`,
          hint: 'claims that are made larger themselves, or an operator',
          ...(truth === undefined && { waitsFor: `which claims ${chart.name} makes` }),
          stated: [chart.stated],
        },
      ),
    ]
  })
}

function deployed(chart: Chart): readonly { component: Chart['deploys'][number]; makes: Chart['makes'] }[] {
  return [
    ...chart.deploys.map((component) => ({ component, makes: chart.makes })),
    ...chart.charts.flatMap((below) => deployed(below)),
  ]
}

export const enlargedSays = {
  enlarges: ({ chart, component, by }: EnlargedParts['enlarges']) => {
    const wanted = `an update of ${chart} is to make volumes of ${component} larger`
    if (by === 'operator') return `${wanted}: its operator does that`
    if (by === 'claim') return `${wanted}: it changes their claims`
    return by === 'unsaid'
      ? `${wanted}, and nobody says whether its claim is made from the template of a StatefulSet, which cannot be changed`
      : `${wanted}: their claims come of the template of a StatefulSet, and the API server refuses to change that`
  },
}
