// A cluster as it stands beside what was judged: where the two differ, who else is there, and what nobody could compare.

import type { Report } from '../../check/report.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { count } from './count.ts'
import { differencesText, listed, mostObjects, nameOf } from './differences-text.ts'
import { rows, wrap } from './wrap.ts'

type Live = NonNullable<Report['live']>[number]

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
    ...kindsText('  also there', others, width),
  ]
}

function untoldText({ untold, notServed }: Live, width: number | undefined): readonly string[] {
  return [
    ...kindsText('  not there, as nobody installed their kinds', notServed, width),
    ...kindsText('  not compared, as the snapshot does not show them', untold, width),
  ]
}

function kindsText(line: string, kinds: Live['others'], width: number | undefined): readonly string[] {
  if (kinds.length === 0) return []
  return wrap(`${line}: ${kinds.map(({ kind, objects }) => `${objects} ${kind}`).join(', ')}`, width, '    ')
}
