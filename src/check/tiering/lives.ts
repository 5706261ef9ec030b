// How long an environment lasts, against how long it is promised to.

import type { Duration } from '../../platform/units.ts'
import { secondsOf } from '../../platform/units.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'

type Rules = {
  lasts: {
    readonly environment: string
    readonly promised: Duration | 'good'
    readonly lives: string
  }
}

export const lives = definePromise<Rules>()({
  kind: 'lives',
  asks: 'Does it last as long as it is to, and no longer?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const { name, lives = 'for-good', stated } = environment
    const promised = promise.for
    const isForGood = lives === 'for-good'
    const truth = promised === 'good' ? isForGood : !isForGood && secondsOf(lives) === secondsOf(promised)
    yield {
      id: [name],
      environment: name,
      says: promised === 'good' ? `${name} stands for good` : `${name} lasts ${promised}`,
      source: { stated: promise.stated },
      parts: [
        part(
          'lasts',
          truth,
          { environment: name, promised, lives },
          {
            cause: `lives/${name}`,
            hint: promised === 'good' ? 'no lives' : `lives: '${promised}'`,
            stated: [stated],
          },
        ),
      ],
    }
  },

  says: {
    lasts: ({ environment, lives }) => {
      if (lives === 'for-good') return `nothing ends ${environment}`
      if (lives === 'until-closed') return `${environment} ends when its branch or pull request is closed`
      return `${environment} ends ${lives} after it was made`
    },
  },
})
