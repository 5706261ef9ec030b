// A cluster as it stands beside what was judged: where the two differ, who else is there, and what nobody could compare.

import type { Report } from '../../check/report.ts'
import type { Difference } from '../../estate/live/differences.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { count } from './count.ts'
import { placeText } from './place-text.ts'
import { rows, wrap } from './wrap.ts'

type Live = NonNullable<Report['live']>[number]

// More than these are counted: all of them are in --format json.
const mostObjects = 12
const mostNames = 8

/** Nothing where no snapshot was given. */
export function liveText({ live = [] }: Report, width: number | undefined): readonly string[] {
  return live.flatMap((one) => [
    '',
    ...wrap(headline(one, live.length > 1), width, '    '),
    ...differencesText(one, width),
    ...absentText(one, width),
    ...neighboursText(one, width),
    ...untoldText(one, width),
  ])
}

function headline({ cluster, file, context, takenAt, server }: Live, isNamed: boolean): string {
  const when = takenAt === undefined ? '' : ` at ${takenAt.slice(0, 16).replace('T', ' ')} UTC`
  const version = server === undefined ? '' : `, Kubernetes ${server}`
  return `compared with the live cluster ${isNamed ? `${cluster}, ` : ''}${context}, as ${file} shows it${when}${version}`
}

function differencesText({ differences, compared }: Live, width: number | undefined): readonly string[] {
  const byObject = Map.groupBy(
    differences.filter(({ field }) => field !== undefined),
    ({ ref }) => ref,
  )
  if (byObject.size === 0)
    return [
      compared === 0
        ? '  nothing could be compared'
        : `  ${count(compared, 'object')} compared, no written field differs there`,
    ]
  const more = byObject.size - mostObjects
  return [
    `  ${byObject.size} of ${count(compared, 'object')} compared differ there`,
    ...[...byObject].slice(0, mostObjects).flatMap(([ref, of]) => objectText(ref, of, width)),
    ...(more > 0 ? [`    and ${count(more, 'more object')}: --format json`] : []),
  ]
}

function objectText(ref: Ref, of: readonly Difference[], width: number | undefined): readonly string[] {
  const [first] = of
  const more = first?.more ?? 0
  const lines = of.map(({ field = '', written, live, at }) => {
    const place = at ? ` (${placeText(at)})` : ''
    // Whoever reads of a container knows that it stands in a template.
    return `      ${field.replace('spec.template.spec.', '')}: ${said(written)} here, ${said(live)} there${place}`
  })
  return [
    `    ${nameOf(ref)}`,
    ...lines.flatMap((line) => wrap(line, width, '        ')),
    ...(more > 0 ? [`      and ${count(more, 'more field')}`] : []),
  ]
}

function absentText({ differences, elsewhere }: Live, width: number | undefined): readonly string[] {
  const absent = differences.filter(({ field }) => field === undefined).map(({ ref }) => nameOf(ref))
  if (absent.length === 0) return []
  return [
    ...wrap(`  not there: ${listed(absent)}`, width, '    '),
    ...(elsewhere ? wrap(elsewhereLine(elsewhere), width, '    ') : []),
  ]
}

function elsewhereLine({ namespace, objects }: NonNullable<Live['elsewhere']>): string {
  return `    ${objects} of them stand in namespace ${namespace} there, and these files name no namespace; next: write metadata.namespace`
}

function neighboursText({ neighbours, others }: Live, width: number | undefined): readonly string[] {
  const byNamespace = Map.groupBy(neighbours, (ref) => partsOf(ref).namespace)
  const table = [...byNamespace].map(
    ([namespace, of]) => [namespace, listed(of.map((ref) => partsOf(ref).name))] as const,
  )
  const rest = others.map(({ kind, objects }) => `${objects} ${kind}`)
  return [
    ...(table.length > 0
      ? wrap(
          `  there, and in no file that was read, so counted and not judged: ${count(neighbours.length, 'workload')}`,
          width,
          '    ',
        )
      : []),
    ...rows(table.slice(0, mostObjects), '    ', width),
    ...(table.length > mostObjects ? [`    and those of ${count(table.length - mostObjects, 'more namespace')}`] : []),
    ...(rest.length > 0 ? wrap(`  also there: ${rest.join(', ')}`, width, '    ') : []),
  ]
}

function untoldText({ untold }: Live, width: number | undefined): readonly string[] {
  if (untold.length === 0) return []
  const kinds = untold.map(({ kind, objects }) => `${objects} ${kind}`)
  return wrap(`  not compared, as the snapshot does not show them: ${kinds.join(', ')}`, width, '    ')
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ')
}

function nameOf(ref: Ref): string {
  const { kind, namespace, name } = partsOf(ref)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

// Values are shown as far as they help to find the place.
const mostCharacters = 40

function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
}
