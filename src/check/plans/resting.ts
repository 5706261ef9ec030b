// What rests on a decision that is not taken, or was taken otherwise.

import type { Option } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { type Part, part } from '../define.ts'

export interface Resting {
  readonly options: readonly Pick<Option, 'name' | 'verdict' | 'until'>[]
}

export function restingPart(options: readonly Option[], stated: Stated | undefined): Part<'decided', Resting> {
  const sorted = options.toSorted((a, b) => byCodePoint(a.name, b.name))
  const open = sorted.filter(({ verdict }) => verdict !== 'selected')
  const because = { options: sorted.map(({ name, verdict, until }) => ({ name, verdict, ...(until && { until }) })) }
  return part('decided', open.length === 0, because, {
    cause: `not-selected/${(open[0] ?? sorted[0])?.name}`,
    hint: 'take the decision, or promise it when it is taken',
    stated: [stated, ...sorted.map((option) => option.stated)],
  })
}

export function restingWords({ options }: Resting): string {
  const words = options.map(
    ({ name, verdict, until }) => `${name}, which is ${verdict}${until ? ` until ${until}` : ''}`,
  )
  return `it rests on ${words.join('; and on ')}`
}
