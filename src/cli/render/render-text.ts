// What writing a tree does, in a few lines: what is counted, what is kept and why, what is left out.

import type { Left } from '../../render/renderer.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import type { Change } from './changes.ts'

interface Told {
  readonly to: string
  readonly leaves: readonly Left[]
  /** Whether each file is named. */
  readonly isWhole: boolean
}

const signs = { new: '+', changed: '~', removed: '-' } as const

export function renderText(changes: readonly Change[], { to, leaves, isWhole }: Told): string {
  const of = (is: Change['is']) => changes.filter((change) => change.is === is)
  const same = of('same').length
  const counts = (['new', 'changed', 'removed'] as const).flatMap((is) =>
    of(is).length > 0 ? [`${of(is).length} ${is}`] : [],
  )
  const rest = same > 0 ? [`${same} as they are`] : []
  const kept = of('kept').length > 0 ? [`${of('kept').length} kept`] : []
  const files = count(changes.length, 'file')
  const listed = isWhole
    ? changes.flatMap(({ is, path }) => (is in signs ? [`  ${signs[is as keyof typeof signs]} ${path}`] : []))
    : []
  const lines = [
    `${to}: ${[files, ...counts, ...rest, ...kept].join(', ')}`,
    ...listed,
    ...of('kept').map(keptLine),
    ...leaves.map(({ part, because }) => `left out  ${part}: ${because}`),
    ...(kept.length > 0 ? ['next: --diff shows what would change there, --force writes it'] : []),
  ]
  return lines.map((line) => `${clean(line)}\n`).join('')
}

function keptLine({ path, willBe }: Change): string {
  const why = willBe === undefined ? 'is rendered no more' : 'would be written'
  return `kept      ${path}: it ${why}, and was changed by hand, or written by somebody else`
}
