// How long an environment lasts, against how long it is promised to.

import type { Environment } from '../../platform/model.ts'
import type { Duration } from '../../platform/units.ts'
import { secondsOf } from '../../platform/units.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'

type Rules = {
  lasts: {
    readonly environment: string
    readonly promised: Duration | 'good' | 'until-closed'
    readonly lives: string
    readonly per?: Environment['per']
  }
}

export const lives = definePromise<Rules>()({
  kind: 'lives',
  asks: 'Does it last as long as it is to, and no longer?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const { name, lives = 'for-good', per, stated } = environment
    const promised = promise.for
    const isForGood = lives === 'for-good'
    const truth = promised === 'good' ? isForGood : !isForGood && isAsLong(lives, promised)
    yield {
      id: [name],
      environment: name,
      says: promisedText(name, promised),
      source: { stated: promise.stated },
      parts: [
        part(
          'lasts',
          truth,
          { environment: name, promised, lives, ...(per && { per }) },
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
    lasts: ({ environment, lives, per }) => {
      const one = per === undefined ? environment : `each ${environment}, one for every ${perText(per)},`
      if (lives === 'for-good') return `nothing ends ${one}`.replace(/,$/, '')
      return lives === 'until-closed' ? `${one} ends when that is closed` : `${one} ends ${lives} after it was made`
    },
  },
})

type Long = Duration | 'good' | 'until-closed'

function isAsLong(lives: Long, promised: Long): boolean {
  if (lives === 'until-closed' || promised === 'until-closed') return lives === promised
  return secondsOf(lives as Duration) === secondsOf(promised as Duration)
}

function promisedText(name: string, promised: Long): string {
  if (promised === 'good') return `${name} stands for good`
  return promised === 'until-closed' ? `${name} ends with what it is for` : `${name} lasts ${promised}`
}

function perText(per: NonNullable<Environment['per']>): string {
  return per === 'branch' ? 'branch' : 'pull request'
}
