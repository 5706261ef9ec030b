// Where charts put what they deploy: the environments for which somebody types their installation.

import type { Chart, Environment, Platform } from '../../platform/model.ts'
import { helmLine } from '../delivery/helm-line.ts'

export interface ChartedPlace {
  readonly component: string
  readonly chart: Chart
  readonly environment: Environment
}

/** Components of a chart and of its dependencies, which `helm install` and `helm upgrade` bring with it (helm.sh/docs/topics/charts). */
export function chartedPlaces({ charts }: Platform): readonly ChartedPlace[] {
  return charts.flatMap((root) => {
    const placed = root.commands.flatMap(({ line, in: places = [] }) => {
      const { verb } = helmLine(line)
      return verb === 'install' || verb === 'upgrade' ? places : []
    })
    const environments = [...new Map(placed.map((one) => [one.name, one])).values()]
    return deployed(root).flatMap(({ component, chart }) =>
      environments.map((environment) => ({ component, chart, environment })),
    )
  })
}

function deployed(chart: Chart): readonly { component: string; chart: Chart }[] {
  return [
    ...chart.deploys.map(({ name }) => ({ component: name, chart })),
    ...chart.charts.flatMap((below) => deployed(below)),
  ]
}
