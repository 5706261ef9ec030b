// A promise that so many copies of a store are kept: what takes them keeps as many, each is done before the next begins, and
// where they lie there is room for all.

import { copiesOf } from '../../engine/recovery/copies.ts'
import { takesEstimate } from '../../engine/recovery/loss-term.ts'
import type { FactOf, SecondsRange } from '../../estate/estate.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import { placeOf } from '../place.ts'
import { saySpan } from '../span-words.ts'
import { podsFor, type View, type World } from '../world.ts'
import { type CopyParts, copyParts, copyWords } from './copy-parts.ts'
import { type RequiredParts, requiredParts, requiredWords } from './copy-required.ts'
import { type RoomParts, roomPart, roomWords } from './copy-room.ts'
import { type SafetyParts, safetyParts, safetyWords } from './copy-safety.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>
type Backup = FactOf<'backsUp'>

type Rules = CopyParts &
  SafetyParts &
  RequiredParts &
  RoomParts & {
    kept: {
      store: string
      name: string
      keep?: number
      everySeconds?: number
      keepsSeconds?: number
      copies?: number
      for?: string
    }
    /** A copy is done before the next begins. */
    done: { name: string; takesSeconds: SecondsRange; everySeconds: number }
    copied: { store: string }
  }

export const retains = definePromise<Rules>()({
  kind: 'retains',
  asks: 'Are as many copies of a store kept as promised, and is there room for them?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { store, copies, for: time, every, archived, acrossRegions, immutable, verified, how } = promise
    const aims = [
      copies && countOf(copies, 'copy', 'copies'),
      time && `the copies of ${time}`,
      every && `one every ${every}`,
      archived && `those of ${archived} in an archive`,
      acrossRegions && 'each in two regions',
      immutable && 'none of which can be deleted before its time',
      promise.asRequired && 'kept as long as is required',
      verified && `one brought back every ${verified}`,
    ].filter(Boolean)
    const isCounted = [copies, time, every, archived].some((aim) => aim !== undefined)
    yield {
      id: [place, store.name, ...(how ? [how] : [])],
      environment,
      cluster,
      says: isCounted
        ? `${aims.join(', ')}${how ? `, ${how},` : ''} of ${store.name} are kept`
        : `${how ? `${how} ` : ''}copies of ${store.name}, ${aims.join(', ')}, are kept`,
      source: { stated: promise.stated },
      parts: view ? partsFor(promise, environment ?? '', view, world) : [],
    }
  },

  says: {
    copied: ({ store }) => `nothing takes copies of ${store}`,
    ...copyWords,
    ...safetyWords,
    ...requiredWords,
    kept: keptWords,
    done: doneWords,
    room: roomWords,
  },
})

function partsFor(promise: Retains, environment: string, view: View, world: World): readonly AnyPart<Rules>[] {
  const { store, how, copies: number, for: time } = promise
  const pods = podsFor(view, store, environment).filter(({ steady }) => steady)
  const found = pods.flatMap((pod) => {
    const copies = copiesOf(view.estate, pod, view.denied)
    return copies.backups
      .filter((one) => !isKeptAsLongAs(one, copies.backups))
      .map((backup) => ({ pod, copies, backup }))
  })
  const taken = [
    ...found.map(({ backup }) => backup),
    ...(pods.length === 0 ? elsewhere(promise, environment, view) : []),
  ]
  const meant = taken.filter((one) => how === undefined || one.how === how)
  if (meant.length === 0) {
    const cause = `no-copies/${environment}/${store.name}`
    return [part('copied', false, { store: store.name }, { cause, hint: 'copies that something takes' })]
  }
  const isCounted = number !== undefined || time !== undefined
  return [
    ...(isCounted ? meant.flatMap((one) => [keptPart(promise, one), ...donePart(promise, one, view)]) : []),
    ...found
      .filter(({ backup }) => isCounted && meant.includes(backup))
      .flatMap(({ pod, copies, backup }) => roomPart(promise, pod, copies, backup, view)),
    ...copyParts(promise, taken),
    ...safetyParts(promise, meant, world),
    ...requiredParts(promise, world),
  ]
}

/** Copies of what has no pods here: a provider's service, a volume by itself. */
function elsewhere({ store }: Retains, environment: string, { estate }: View): readonly Backup[] {
  return estate.facts.filter(
    (one): one is Backup => one.trait === 'backsUp' && one.component === store.name && one.environment === environment,
  )
}

// A log goes with the base backups that need it (CloudNativePG, retention policies): it has no number of its own.
function isKeptAsLongAs({ isLog }: Backup, backups: readonly Backup[]): boolean {
  return isLog === true && backups.some((other) => other.isLog !== true)
}

function keptPart({ store, copies, for: time }: Retains, backup: Backup): AnyPart<Rules> {
  const { name, keep, everySeconds, keepsSeconds, source } = backup
  const because = { store: store.name, name, keep, everySeconds, keepsSeconds, copies, for: time }
  const wanted = time === undefined ? 0 : (secondsOf(time) ?? 0)
  const isCounted = keep !== undefined && everySeconds !== undefined
  const reach = keepsSeconds ?? (isCounted ? keep * everySeconds : undefined)
  const isOpen = (copies !== undefined && keep === undefined) || (time !== undefined && reach === undefined)
  const holds = isOpen ? undefined : (keep ?? 0) >= (copies ?? 0) && (reach ?? 0) >= wanted
  return part('kept', holds, because, {
    at: { source },
    cause: `copies-not-kept/${store.name}/${name}`,
    hint: 'more copies that are kept, or fewer that are promised',
    stated: [source.stated],
  })
}

// Where one is still taken when the next is due, the next waits, is left out, or runs beside it: none is kept every so often.
function donePart({ store }: Retains, backup: Backup, { denied }: View): readonly AnyPart<Rules>[] {
  const { name, takesSeconds, everySeconds, source } = backup
  if (takesSeconds === undefined || everySeconds === undefined) return []
  const assumption = takesEstimate(backup)
  const isDone = takesSeconds.to <= everySeconds
  return [
    part(
      'done',
      isDone && !denied.has(assumption.id),
      { name, takesSeconds, everySeconds },
      {
        assumes: isDone ? [assumption] : [],
        at: { source },
        cause: `copies-fall-behind/${store.name}/${name}`,
        hint: 'copies taken less often, or in less time',
        stated: [source.stated],
      },
    ),
  ]
}

function keptWords(kept: Rules['kept'], truth: boolean | undefined): string {
  const { name, keep, everySeconds, keepsSeconds, copies, for: time } = kept
  if (keep === undefined && keepsSeconds === undefined) return `nobody says how many copies ${name} keeps`
  const reach =
    keep === undefined || everySeconds === undefined
      ? ''
      : ` × ${saySeconds(everySeconds)} = ${saySeconds(keep * everySeconds)}`
  const wanted = [copies && countOf(copies, 'copy', 'copies'), time].filter(Boolean).join(' and ')
  const line =
    keepsSeconds === undefined
      ? `${name} keeps ${keep} ${`${keep}` === '1' ? 'copy' : 'copies'}${reach}`
      : `${name} keeps each copy for ${saySeconds(keepsSeconds)}`
  return truth === true ? line : `${line}, and ${wanted} ${truth === false ? 'are promised' : 'cannot be compared'}`
}

function doneWords({ name, takesSeconds, everySeconds }: Rules['done'], truth: boolean | undefined): string {
  const line = `${name} takes ${saySpan(takesSeconds)} for a copy`
  return truth === true
    ? `${line}, and begins the next after ${saySeconds(everySeconds)}`
    : `${line}, and is to begin the next after ${saySeconds(everySeconds)}: copies fall behind`
}
