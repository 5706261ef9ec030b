// A round trip between two zones takes what their link takes: a shorter one can be promised only of ends that rules keep in
// one zone.

import { type Crossing, crossingsOf } from '../../engine/placement/crossings.ts'
import type { FactOf, ZoneLink } from '../../estate/estate.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { sayRoundTrip } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { podsFor, type View } from '../world.ts'

type StaysPromise = Extract<PlatformPromise, { kind: 'stays' }>

export type CrossingParts = {
  crossing: { caller: string; called: string; port: number; crossing: Crossing; below: string }
}

/** Nothing where no bound in time is promised, no call is named, or no link is said of the zones that it may cross. */
export function crossingParts(promise: StaysPromise, environment: string, view: View): AnyPart<CrossingParts>[] {
  const { metric, below } = promise
  const belowSeconds = secondsOf(below)
  if (below === undefined || belowSeconds === undefined || !metric.of || !metric.over) return []
  const calls = timedCalls(metric.of.name, metric.over, environment, view)
  const crossings = crossingsOf(view.estate, view.pods, calls).filter((one) => one.crosses !== 'unknown')
  const slow = crossings.find(({ link }) => link && link.takesSeconds.to >= belowSeconds)
  const shown = slow ?? crossings.find(({ crosses }) => crosses === 'never')
  if (!shown || (shown !== slow && crossings.some(({ crosses }) => crosses === 'may'))) return []
  const { caller, called, to, link } = shown
  const truth = !slow ? true : link && link.takesSeconds.from >= belowSeconds ? false : undefined
  return [
    part(
      'crossing',
      truth,
      { caller: caller.name, called: called.name, port: to.port, crossing: shown, below },
      {
        cause: `crosses-zones/${environment}/${caller.component ?? caller.name}`,
        hint: 'required rules that keep both ends in one zone',
        at: { source: caller.source, path: ['spec', 'template', 'spec', 'affinity'] },
        stated: [link?.source.stated],
      },
    ),
  ]
}

function timedCalls(
  of: string,
  over: NonNullable<StaysPromise['metric']['over']>,
  environment: string,
  view: View,
): readonly FactOf<'calls'>[] {
  const from = new Set(podsFor(view, of, environment).map(({ workload }) => workload))
  const [component, port] = over.is === 'port' ? [over.component.name, over.port] : [over.name, undefined]
  return view.estate.facts.filter(
    (fact): fact is FactOf<'calls'> =>
      fact.trait === 'calls' &&
      from.has(fact.from) &&
      fact.to.is === 'workload' &&
      view.byWorkload.get(fact.to.workload)?.component === component &&
      (port === undefined || fact.to.portName === port),
  )
}

export function crossingWords(
  { caller, called, port, crossing, below }: CrossingParts['crossing'],
  truth: Truth,
): Words {
  const { from, into, link, spared } = crossing
  const call = `${caller} → ${called}:${port}`
  if (truth === true)
    return {
      line: `${call}: the rules keep both ends in ${from.join(', ')}`,
      rows: spared ? [['without them', `${linkWords(spared)}, and below ${below} is promised`]] : [],
    }
  const takes = link ? linkWords(link) : ''
  return {
    line: `${call} may cross from zone to zone: ${takes}, and below ${below} is promised`,
    rows: [
      [caller, `may stand in ${from.join(' or ')}`],
      [called, `may stand in ${into.join(' or ')}`],
    ],
  }
}

function linkWords({ takesSeconds, between }: ZoneLink): string {
  return `${sayRoundTrip(takesSeconds)} from ${between.join(' to ')}`
}
