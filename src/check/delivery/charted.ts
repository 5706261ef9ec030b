// Charts of Helm: what they make against what is declared, whose values each environment gets, and what people type.

import { sourceOf } from '../../estate/source.ts'
import type { Chart, Command, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'

type ChartedParts = {
  kind: { readonly chart: string; readonly component: string; readonly makes: string; readonly needs: string }
  values: { readonly chart: string; readonly has: readonly string[]; readonly lacks: readonly string[] }
  foreign: { readonly line: string; readonly file: string; readonly of: readonly string[]; readonly place: string }
  revision: { readonly line: string; readonly revision: string }
}

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
    foreign: ({ line, file, of, place }) =>
      `${line}: ${file} is for ${of.join(' and ')}, and this is typed for ${place}`,
    revision: ({ line, revision }) =>
      `${line} goes to revision ${revision} whatever runs: that is the one before only while revision ${Number(revision) + 1} runs`,
  },
})

function partsOf(chart: Chart, platform: Platform): readonly AnyPart<ChartedParts>[] {
  return [
    ...[chart, ...below(chart)].flatMap(kindParts),
    ...valueParts(chart, platform),
    ...chart.commands.flatMap((command) => [...commandParts(command, chart)]),
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
  const lacks = environmentsOf(platform)
    .map((place) => place.name)
    .filter((place) => !has.includes(place))
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

function* commandParts(
  { line, in: places = [], stated }: Command,
  { values }: Chart,
): Generator<AnyPart<ChartedParts>> {
  const { verb, files, rest } = helmLine(line)
  if (verb === undefined) return
  const [, revision] = rest
  // Without a revision, or with 0, it goes to the one before (https://helm.sh/docs/helm/helm_rollback/).
  if (verb === 'rollback' && revision !== undefined && /^[1-9]\d*$/.test(revision))
    yield part(
      'revision',
      false,
      { line, revision },
      {
        cause: `fixed-revision/${revision}`,
        hint: line.replace(new RegExp(`\\s+${revision}\\b`), ''),
        stated: [stated],
      },
    )
  if (verb !== 'install' && verb !== 'upgrade') return
  for (const file of files) {
    const of = Object.entries(values).find(([name]) => file === name || file.endsWith(`/${name}`))?.[1] ?? []
    for (const place of of.length === 0 ? [] : places.filter(({ name }) => !of.some((one) => one.name === name)))
      yield part(
        'foreign',
        false,
        { line, file, of: of.map(({ name }) => name), place: place.name },
        { cause: `foreign-values/${place.name}`, hint: `the values of ${place.name}`, stated: [stated] },
      )
  }
}

interface HelmLine {
  readonly verb: string | undefined
  readonly files: readonly string[]
  /** What follows the verb and is no option: the release first. */
  readonly rest: readonly string[]
}

const valuesOption = /^(?:-f|--values)$/
const takesValue = /^(?:-n|--namespace|--set|--set-string|--timeout|--version|--kube-context|--history-max)$/

function helmLine(line: string): HelmLine {
  const [tool, verb, ...words] = line.trim().split(/\s+/)
  if (tool !== 'helm') return { verb: undefined, files: [], rest: [] }
  const files: string[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, written] = /^--values=(.+)$/.exec(word) ?? []
    if (valuesOption.test(word)) files.push(words[++at] ?? '')
    else if (written !== undefined) files.push(written)
    else if (takesValue.test(word)) at++
    else if (!word.startsWith('-')) rest.push(word)
  }
  return { verb, files, rest }
}
