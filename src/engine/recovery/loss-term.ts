// What bringing a copy back costs, part by part. A figure that somebody estimates is an assumption: without it the part
// has no end, and neither has the loss.

import type { FactOf, Source } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import type { Assumption } from '../assumption.ts'
import type { Members } from './copies.ts'
import { isWrong } from './fate.ts'
import { forEver, noTime, type Span, spanOf, sumOf, unsaidTime } from './span.ts'

export interface LossTerm {
  /**
   * `interval`: between the starts of two copies; `copying`: a copy holds the rows of its start and counts from its end;
   * `noticing`: until wrong rows are noticed; `lag`: of a follower; `archiving`: a row waits so long for the archive at
   * most; `bringing`: of a part of the log to the archive.
   */
  readonly what: 'interval' | 'copying' | 'noticing' | 'lag' | 'archiving' | 'bringing'
  readonly span: Span
  readonly source: Source
}

export interface Loss {
  readonly span: Span
  readonly terms: readonly LossTerm[]
  readonly assumes: readonly Assumption[]
}

export interface LossOptions {
  /** How long it takes until wrong rows are noticed, where a procedure says so. */
  readonly noticing?: { readonly span: Span; readonly source: Source }
  /** Only what is brought back counts, and nobody takes over elsewhere. */
  readonly copiesAlone?: boolean
  /** Somebody is prepared to make one of its followers the first after this failure. */
  readonly isPromoted?: boolean
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: ReadonlySet<string>
}

/**
 * The worst case with one copy: the failure comes just before the next one is complete, so the rows since the start of
 * the last complete one are gone: the interval and the time that a copy takes.
 */
export function backupLoss(backup: FactOf<'backsUp'>, members: Members, failure: Failure, options: LossOptions): Loss {
  const { source, everySeconds, takesSeconds } = backup
  const terms: LossTerm[] = [
    {
      what: 'interval',
      span: everySeconds === undefined ? unsaidTime : { from: everySeconds, to: everySeconds },
      source,
    },
    { what: 'copying', span: spanOf(takesSeconds), source },
  ]
  if (isWrong(failure.kind)) terms.push(noticing(source, options))
  const assumes = [
    ...usable(backup, members),
    ...(takesSeconds ? [takesEstimate(backup)] : []),
    ...(isWrong(failure.kind) ? [noticed(backup, options)] : []),
  ]
  return lossOf(terms, assumes, options)
}

/**
 * What a store elsewhere may lack that replays what this one archives: rows wait for the archive, and are brought there.
 * All that is archived is replayed before it takes writes (postgresql.org/docs, "Log-Shipping Standby Servers").
 */
export function replayLoss(log: FactOf<'backsUp'>, { by, source }: FactOf<'followed'>, options: LossOptions): Loss {
  const { everySeconds, takesSeconds } = log
  const terms: LossTerm[] = [
    {
      what: 'archiving',
      span: everySeconds === undefined ? unsaidTime : { from: everySeconds, to: everySeconds },
      source: log.source,
    },
    { what: 'bringing', span: spanOf(takesSeconds), source: log.source },
  ]
  const follows: Assumption = {
    id: `follows/${by.environment}/${by.component}`,
    says: `${by.component} in ${by.environment} replays what is archived: no drill has shown it`,
    kind: 'measurement',
    source,
  }
  const made = [source.made, log.source.made].flatMap((one): Assumption[] =>
    one ? [{ id: one.id, says: one.says, kind: 'opaque' }] : [],
  )
  return lossOf(terms, [follows, ...made, ...(takesSeconds ? [takesEstimate(log)] : [])], options)
}

/** What a follower that takes over may lack. */
export function lagLoss(replication: FactOf<'replicates'>, options: LossOptions): Loss {
  const { lagSeconds, source, environment, component } = replication
  const says = `no follower of ${component} is further behind than said`
  const lag: Assumption = { id: `lag/${environment}/${component}`, says, kind: 'estimate', source }
  const span: Span = lagSeconds === undefined ? unsaidTime : { from: 0, to: lagSeconds }
  return lossOf([{ what: 'lag', span, source }], lagSeconds === undefined ? [] : [lag], options)
}

function lossOf(terms: readonly LossTerm[], assumes: readonly Assumption[], { denied }: LossOptions): Loss {
  if (assumes.some(({ id }) => denied?.has(id))) return { span: forEver, terms, assumes: [] }
  return { span: sumOf(terms.map(({ span }) => span)), terms, assumes }
}

function usable(backup: FactOf<'backsUp'>, { share, count, onlySaid }: Members): Assumption[] {
  const { environment, component, name, source, standing } = backup
  const copies: Assumption = {
    id: `copies/${environment}/${component}/${name}`,
    says:
      standing.is === 'guessed'
        ? `${name} copies ${component} (guessed from ${standing.from})`
        : `${name} is taken as declared: no object here shows what takes it`,
    kind: standing.is === 'guessed' ? 'guess' : 'declared',
    source,
  }
  const restores: Assumption = {
    id: `restores/${environment}/${component}/${name}`,
    says: `a copy of ${name} can be brought back: no drill has shown it`,
    kind: 'measurement',
    source,
  }
  const copiesAll: Assumption = {
    id: `copies-all/${environment}/${component}/${name}`,
    says: `${name} copies each of the ${count} members of ${component}, ${onlySaid && !onlySaid.shards ? 'of which nothing declared makes one follow another' : 'which hold different rows'}`,
    kind: 'declared',
    source,
  }
  return [...(standing.is === 'carried' ? [] : [copies]), restores, ...(share === 'independent' ? [copiesAll] : [])]
}

/** A copy takes no longer than somebody says. */
export function takesEstimate({ environment, component, name, source }: FactOf<'backsUp'>): Assumption {
  const says = `a copy of ${name} takes no longer than estimated`
  return { id: `takes/${environment}/${component}/${name}`, says, kind: 'estimate', source }
}

function noticing(source: Source, { noticing: said }: LossOptions): LossTerm {
  return said ? { what: 'noticing', ...said } : { what: 'noticing', span: noTime, source }
}

function noticed({ environment, component, source }: FactOf<'backsUp'>, { noticing: said }: LossOptions): Assumption {
  const id = `noticed/${environment}/${component}`
  if (said)
    return {
      id,
      says: `wrong rows in ${component} are noticed as soon as estimated`,
      kind: 'estimate',
      source: said.source,
    }
  return {
    id,
    says: `wrong rows in ${component} are noticed at once, before they are copied`,
    kind: 'estimate',
    source,
  }
}
