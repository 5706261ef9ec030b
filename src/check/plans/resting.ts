// What rests on a decision that is not taken, or was taken otherwise.

import type { Option } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { type Part, part } from '../define.ts'

export interface Resting {
  readonly options: readonly Pick<Option, 'name' | 'verdict' | 'until'>[]
}

export function restingPart(options: readonly Option[], stated: Stated | undefined): Part<'decided', Resting> {
  const open = options.filter(({ verdict }) => verdict !== 'selected')
  const because = { options: options.map(({ name, verdict, until }) => ({ name, verdict, ...(until && { until }) })) }
  return part('decided', open.length === 0, because, {
    cause: `not-selected/${(open[0] ?? options[0])?.name}`,
    hint: 'take the decision, or promise it when it is taken',
    stated: [stated, ...options.map((option) => option.stated)],
  })
}

export function restingWords({ options }: Resting): string {
  const words = options.map(
    ({ name, verdict, until }) => `${name}, which is ${verdict}${until ? ` until ${until}` : ''}`,
  )
  return `it rests on ${words.join('; and on ')}`
}
