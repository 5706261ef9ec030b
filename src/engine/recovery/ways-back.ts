// Of a store that others run, or of which no pods are shown: what of its rows a failure leaves, and how old that is.

import { managedRecovery } from '../../knowledge/managed-recovery.ts'
import { longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Backup, Traits } from '../../platform/component.ts'
import type { Failure } from '../../platform/model.ts'
import { regionsKnown } from '../../platform/regions-of.ts'
import type { Stated } from '../../platform/source.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { isWrong, outsideFate } from './fate.ts'
import { noTime, type Span, sumOf, unsaidTime } from './span.ts'

export interface Way {
  /** `replica`: all writes go to another region as well; `copy`; `versions`: what was written over is kept beside; `service`: copies of its provider. */
  readonly is: 'replica' | 'copy' | 'versions' | 'service'
  readonly name: string
  /** Whether the failure leaves it; undefined where nobody says where it is. */
  readonly survives: boolean | undefined
  /**
   * `elsewhere`: it is where the failure is not; `here`: it is gone too; `replicated`: what is wrong is written there too;
   * `before`: it was taken before; `unsaid`: nobody says where it is.
   */
  readonly why: 'elsewhere' | 'here' | 'replicated' | 'before' | 'unsaid'
  /** How old it is at worst. */
  readonly loses: Span
  /** What that is made of: `lag`, `interval`, `copying`; those that nobody says among them. */
  readonly terms: readonly { readonly what: 'lag' | 'interval' | 'copying' | 'written'; readonly span: Span }[]
  readonly stated?: Stated
}

/** Each way, whether or not the failure leaves it: the best first. Losses of a region, of the store, and wrong rows are told apart. */
export function waysBack(traits: Traits, failure: Failure, home: { readonly region?: string } = {}): readonly Way[] {
  const ways = [...replicas(traits, failure, home), ...copies(traits, failure, home), ...own(traits, failure)]
  return ways.sort((a, b) => rank(a) - rank(b) || atWorst(a) - atWorst(b))
}

function replicas(
  { geo = [] }: Traits,
  { kind }: Failure,
  { region: home }: { readonly region?: string },
): readonly Way[] {
  return geo.map(({ region, lag, stated }) => {
    const span = lag === undefined ? unsaidTime : { from: 0, to: secondsOf(lag) ?? 0 }
    const isHere = region === home
    return {
      is: 'replica',
      name: `the replica in ${region}`,
      survives: !isWrong(kind) && !isHere,
      why: isWrong(kind) ? 'replicated' : isHere ? 'here' : 'elsewhere',
      loses: span,
      terms: [{ what: 'lag', span }],
      ...(stated && { stated }),
    }
  })
}

function copies({ backsUp }: Traits, failure: Failure, home: { readonly region?: string }): readonly Way[] {
  return backsUp.map((backup) => {
    const terms = termsOf(backup)
    const stated = backup.stated
    return {
      is: 'copy',
      name: backup.name,
      ...fateOf(backup, failure, home),
      loses: sumOf(terms.map(({ span }) => span)),
      terms,
      ...(stated && { stated }),
    }
  })
}

// What is copied as it is written waits for nothing; any other copy holds the rows of its start and counts from its end.
function termsOf({ how, every, takes }: Backup): Way['terms'] {
  const copying = rangeSeconds(takes)
  const taken = { what: 'copying' as const, span: copying ? { from: copying.from, to: copying.to } : unsaidTime }
  if (how === 'continuous') return copying ? [taken] : [{ what: 'written', span: noTime }]
  const apart = every === undefined ? undefined : longestCadenceSeconds(every)
  return [{ what: 'interval', span: apart === undefined ? unsaidTime : { from: apart, to: apart } }, taken]
}

function fateOf(
  { to }: Backup,
  { kind, of }: Failure,
  { region: home }: { readonly region?: string },
): Pick<Way, 'survives' | 'why'> {
  if (isWrong(kind)) return { survives: true, why: 'before' }
  if (of === 'store') return { survives: true, why: 'elsewhere' }
  if (to === undefined) return { survives: undefined, why: 'unsaid' }
  if (to.is === 'volume') return { survives: undefined, why: 'unsaid' }
  if (to.is === 'outside') return { survives: true, why: 'elsewhere' }
  const { fate } = outsideFate(regionsKnown(to), home)
  if (fate === 'unknown') return { survives: undefined, why: 'unsaid' }
  return fate === 'lost' ? { survives: false, why: 'here' } : { survives: true, why: 'elsewhere' }
}

// Its provider's own copies lie beside it; older versions of an object do too.
function own({ managed, objects }: Traits, { kind, of }: Failure): readonly Way[] {
  const survives = isWrong(kind) || of === 'store'
  const way = { survives, why: isWrong(kind) ? 'before' : survives ? 'elsewhere' : 'here' } as const
  const written = { loses: noTime, terms: [{ what: 'written' as const, span: noTime }] }
  const late = managed && managedRecovery(managed.name)?.lateSeconds
  const lag: Span = late ? { from: 0, to: late.value } : unsaidTime
  const service = managed?.restoresBack !== undefined && {
    ...{ is: 'service' as const, name: `what ${managed.name} keeps`, ...way },
    ...{ loses: lag, terms: [{ what: 'lag' as const, span: lag }] },
    ...(managed.stated && { stated: managed.stated }),
  }
  return [
    ...(service ? [service] : []),
    ...(objects?.versions ? [{ is: 'versions' as const, name: 'older versions', ...way, ...written }] : []),
  ]
}

function rank({ survives }: Way): number {
  return survives ? 0 : survives === undefined ? 1 : 2
}

function atWorst({ loses }: Way): number {
  return loses.to ?? Number.MAX_VALUE
}
