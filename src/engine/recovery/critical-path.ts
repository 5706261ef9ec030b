// A procedure as time: which chain of its steps decides when it is over.

import type { Source } from '../../estate/estate.ts'
import type { Step } from '../../platform/model.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { Assumption } from '../assumption.ts'
import { forEver, latestOf, noTime, type Span, sumOf, unsaidTime } from './span.ts'

/** Seconds that Kubernetes itself takes for what a step does, where that is known better than anybody's estimate. */
export interface RealTime {
  readonly span: Span
  readonly known: string
}

export interface PathOptions {
  /** Real times of steps whose actor is Kubernetes, by what they do. */
  readonly real?: Partial<Record<NonNullable<Step['does']>, RealTime>>
  /** The procedure's name, for the names of assumptions. */
  readonly name?: string
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: ReadonlySet<string>
  /** What the procedure waits for before its first step: detection, eviction. */
  readonly before?: Span
  /** What is promised of steps that say no time themselves, by their names. */
  readonly promised?: ReadonlyMap<string, PromisedTime>
  /** Steps of which nobody says a time take none: what is left is the least that the others make the worst. `bounds`: nor do
   *  those of which only a bound is promised. */
  readonly leavesOut?: 'unsaid' | 'bounds'
}

export interface PromisedTime {
  readonly span: Span
  /** `as promised of the data of live` */
  readonly says: string
  readonly source: Source
  /** It is promised to take no longer than `to`: nobody says that it takes as long. */
  readonly isBound?: true
}

export interface PathStep {
  readonly step: Step
  readonly starts: Span
  readonly takes: Span
  readonly ends: Span
  /** `kubernetes`: a known timer in place of the estimate; `estimate`: somebody's; `promise`: what it does is promised by then; `nobody`: no time is said. */
  readonly by: 'kubernetes' | 'estimate' | 'promise' | 'nobody'
  readonly promised?: PromisedTime
  readonly real?: RealTime
  readonly source: Source
}

export interface CriticalPath {
  readonly span: Span
  /** Every step, in the order of the procedure. */
  readonly steps: readonly PathStep[]
  /** Names of the steps that decide the end, in order, at the later end of every range. */
  readonly chain: readonly string[]
  /** Estimates that it rests on; without one of them it has no end. */
  readonly assumes: readonly Assumption[]
}

/** When a procedure is over: each step begins when those before it are over, and takes what it takes at most. */
export function criticalPath(steps: readonly Step[], options: PathOptions = {}): CriticalPath {
  const done = new Map<string, PathStep>()
  for (const [at, step] of steps.entries()) {
    const after = step.after ?? steps.slice(Math.max(0, at - 1), at).map(({ name }) => name)
    const ends = after.flatMap((name) => done.get(name)?.ends ?? [])
    const starts = ends.length > 0 ? latestOf(ends) : (options.before ?? noTime)
    const time = timeOf(step, options)
    done.set(step.name, { step, starts, ...time, ends: sumOf([starts, time.takes]), source: { stated: step.stated } })
  }
  const all = [...done.values()]
  const assumes = all.filter(({ by }) => by === 'estimate').map(({ step }) => estimate(step, options.name ?? ''))
  const isDenied = assumes.some(({ id }) => options.denied?.has(id))
  const span = isDenied ? forEver : latestOf(all.map(({ ends }) => ends))
  return { span, steps: all, chain: chainTo(latest(all), done), assumes: isDenied ? [] : assumes }
}

/** A step takes no longer than somebody says. */
export function estimate({ name, stated }: Step, procedure: string): Assumption {
  const says = `${name} takes no longer than estimated`
  return { id: `takes/${procedure}/${name}`, says, kind: 'estimate', source: { stated } }
}

function timeOf(step: Step, options: PathOptions): Pick<PathStep, 'takes' | 'by' | 'real' | 'promised'> {
  const { takes, actor, does } = step
  const { real } = options
  const known = actor === 'kubernetes' && does ? real?.[does] : undefined
  if (known) return { takes: known.span, by: 'kubernetes', real: known }
  const said = rangeSeconds(takes)
  if (said) return { takes: { from: said.from, to: said.to }, by: 'estimate' }
  const promised = options.promised?.get(step.name)
  if (promised?.isBound && options.leavesOut === 'bounds') return { takes: noTime, by: 'promise', promised }
  if (promised) return { takes: promised.span, by: 'promise', promised }
  return { takes: options.leavesOut ? noTime : unsaidTime, by: 'nobody' }
}

function chainTo(last: PathStep | undefined, done: ReadonlyMap<string, PathStep>): readonly string[] {
  if (!last) return []
  const names = [...done.keys()]
  const at = names.indexOf(last.step.name)
  const after = last.step.after ?? names.slice(Math.max(0, at - 1), at)
  return [...chainTo(latest(after.flatMap((name) => done.get(name) ?? [])), done), last.step.name]
}

// The first of those that end last: a step without a known end ends after any other.
function latest(steps: readonly PathStep[]): PathStep | undefined {
  const endOf = ({ ends }: PathStep) => ends.to ?? Number.POSITIVE_INFINITY
  return steps.reduce<PathStep | undefined>(
    (last, step) => (!last || endOf(step) > endOf(last) ? step : last),
    undefined,
  )
}
