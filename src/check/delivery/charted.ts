// Charts of Helm: what they make against what is declared, whose values each environment gets, and what people type.

import { sourceOf } from '../../estate/source.ts'
import type { Chart, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { type EnlargedParts, enlargedParts, enlargedSays } from './enlarged.ts'
import { type CommandParts, commandParts, commandWords } from './typed-commands.ts'

type ChartedParts = {
  kind: { readonly chart: string; readonly component: string; readonly makes: string; readonly needs: string }
  values: { readonly chart: string; readonly has: readonly string[]; readonly lacks: readonly string[] }
} & CommandParts &
  EnlargedParts

export const charted = defineQuestion<ChartedParts>({
  id: 'charted',
  asks: 'Do the charts, their values and the commands bring about what is declared?',

  *judge({ platform }) {
    for (const chart of platform?.charts ?? []) {
      const parts = platform ? partsOf(chart, platform) : []
      if (parts.length === 0) continue
      yield {
        id: [platform?.name ?? 'platform', chart.name],
        says: `${chart.name} brings about what is declared`,
        source: sourceOf(chart, chart.stated),
        parts,
      }
    }
  },

  says: {
    kind: ({ chart, component, makes, needs }, truth) =>
      truth === true
        ? `${chart} makes a ${needs} of ${component}`
        : `${chart} makes a ${makes} of ${component}, whose pods keep rows of their own: they need a ${needs}`,
    values: ({ chart, has, lacks }, truth) =>
      truth === true
        ? `${has.join(', ')}: each has values over those of ${chart}`
        : `nobody says which values ${lacks.join(', ')} ${lacks.length === 1 ? 'gets' : 'get'} over those of ${chart}`,
    ...commandWords,
    ...enlargedSays,
  },
})

function partsOf(chart: Chart, platform: Platform): readonly AnyPart<ChartedParts>[] {
  return [
    ...[chart, ...below(chart)].flatMap(kindParts),
    ...[chart, ...below(chart)].flatMap(enlargedParts),
    ...valueParts(chart, platform),
    ...chart.commands.flatMap((command) => [...commandParts(command, chart, platform)]),
  ]
}

function below({ charts }: Chart): readonly Chart[] {
  return charts.flatMap((one) => [one, ...below(one)])
}

// Pods of a Deployment share their claims, or have none.
function kindParts({ name, deploys, makes, stated }: Chart): readonly AnyPart<ChartedParts>[] {
  if (makes.length === 0) return []
  return deploys.flatMap((component) => {
    const { runs, keeps } = traitsOf(component)
    const needs = runs.some(({ controller }) => controller === 'StatefulSet') && keeps.length > 0
    if (!needs) return []
    const isMade = makes.includes('StatefulSet')
    const more = { cause: `chart-kind/${name}`, hint: 'a StatefulSet', stated: [stated] }
    const other = makes.find((kind) => kind === 'Deployment') ?? makes[0] ?? ''
    return [part('kind', isMade, { chart: name, component: component.name, makes: other, needs: 'StatefulSet' }, more)]
  })
}

function valueParts({ name, values, stated }: Chart, platform: Platform): readonly AnyPart<ChartedParts>[] {
  const has = [...new Set(Object.values(values).flatMap((places) => places.map((place) => place.name)))].sort()
  if (has.length === 0) return []
  // Charts are for clusters: what stands elsewhere gets none.
  const lacks = environmentsOf(platform)
    .filter(({ on, name: place }) => on.bare === undefined && !has.includes(place))
    .map((place) => place.name)
    .sort()
  return [
    part(
      'values',
      lacks.length === 0 ? true : undefined,
      { chart: name, has, lacks },
      { ...(lacks.length > 0 && { waitsFor: 'values:' }), stated: [stated] },
    ),
  ]
}
