// What is prepared for takes its time whenever it happens: how rarely that may be, where a share of the time is promised.

import type { Assumption } from '../../engine/assumption.ts'
import { secondsOf } from '../../platform/units.ts'
import { type Part, part } from '../define.ts'
import { type ScenarioTime, scenarioTime } from '../recovery/scenario-time.ts'
import { takenWords } from '../recovery/scenario-words.ts'
import { sayShare } from '../share-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import type { Available } from './availability.ts'

export interface Prepared {
  readonly scenario: string
  readonly time: ScenarioTime
  readonly promised: number
  /** Over which the share is promised. */
  readonly overSeconds: number
  /** It may come once in so many seconds, and nothing else; undefined where nobody says how long it takes. */
  readonly onceInSeconds: number | undefined
}

/** Where nobody says over which. */
const month = 30 * 86_400

/** Of each scenario of which nobody says how often it happens. */
export function preparedParts(
  { in: place, expects = [], over, stated }: Available,
  promised: number,
  world: World,
): readonly Part<'prepared', Prepared>[] {
  const told = (world.plans?.scenarios ?? []).filter(
    ({ in: where, of }) =>
      where.name === place?.name && !expects.some((one) => one.of === (of.kind === 'loss' ? of.of : of.kind)),
  )
  return told.flatMap((scenario) => {
    const time = scenarioTime(scenario, world)
    if (!time || promised >= 1) return []
    const takes = time.span.to
    const onceInSeconds = takes === undefined ? undefined : takes / (1 - promised)
    const rare: Assumption = {
      id: `rare/${scenario.in.name}/${scenario.name}`,
      says: `${scenario.name} comes no more often than once in ${sayTime(onceInSeconds ?? 0)}, and nothing else does`,
      kind: 'estimate',
      source: { stated: scenario.stated },
    }
    const isDenied = world.denied.has(rare.id)
    const truth: Truth = takes === undefined ? undefined : !isDenied
    return [
      part(
        'prepared',
        truth,
        { scenario: scenario.name, time, promised, overSeconds: secondsOf(over) ?? month, onceInSeconds },
        {
          assumes: truth === true ? [rare] : [],
          cause: `availability/${place?.name}`,
          hint: 'how often it is expected (expects), and a recovery that leaves the share that is promised',
          stated: [stated, ...time.stated],
        },
      ),
    ]
  })
}

export function preparedWords({ scenario, time, promised, overSeconds, onceInSeconds }: Prepared): Words {
  const budget = (1 - promised) * overSeconds
  const leaves = `the ${sayTime(budget)} that ${sayShare(promised)} leaves in ${sayTime(overSeconds)}`
  if (onceInSeconds === undefined) return { line: `of ${leaves}, ${scenario} takes ${takenWords(time)}` }
  const takes = time.span.to ?? 0
  return {
    line: `${scenario} takes ${saySpan(time.span)}, ${round(takes / budget)} times ${leaves}: it may come once in ${sayTime(onceInSeconds)}`,
    rows: [['once in', `${sayTime(takes)} ÷ (1 − ${sayShare(promised)}) = ${sayTime(onceInSeconds)}`]],
  }
}

function round(times: number): number {
  return Math.round(times * 10) / 10
}
