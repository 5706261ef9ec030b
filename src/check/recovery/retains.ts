// A promise that so many copies of a store are kept: what takes them keeps as many, and where they lie there is room for
// all. A copy is as large as somebody says; where nobody does, it may become as large as the volume that it is of.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Copies, copiesOf } from '../../engine/recovery/copies.ts'
import { takesEstimate } from '../../engine/recovery/loss-term.ts'
import type { FactOf, SecondsRange } from '../../estate/estate.ts'
import { addQuantity, type Quantity, quantityOf, tryQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { ClaimSpec } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { fraction, sayAmount, saySeconds } from '../figure/amount.ts'
import { placeOf } from '../place.ts'
import { saySpan } from '../span-words.ts'
import type { Words } from '../verdict.ts'
import { podsFor, type View, type World } from '../world.ts'
import { type CopyParts, copyParts, copyWords } from './copy-parts.ts'
import { type SafetyParts, safetyParts, safetyWords } from './copy-safety.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>
type Backup = FactOf<'backsUp'>

type Rules = CopyParts &
  SafetyParts & {
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
    room: {
      store: string
      name: string
      copies: number
      instances: number
      eachBytes: bigint
      /** Said by somebody; else the size of the volume. */
      isSaid: boolean
      place: { bytes?: bigint; name: string }
    }
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

function roomPart(
  { store }: Retains,
  pod: PodClass,
  { members }: Copies,
  backup: Backup,
  { estate, denied }: View,
): readonly AnyPart<Rules>[] {
  const { keep, to, sizeBytes, source, name } = backup
  const volume = pod.claims.reduce((sum, { size = zeroQuantity }) => addQuantity(sum, size), zeroQuantity)
  if (keep === undefined) return []
  const assumption: Assumption = {
    id: `copy-size/${pod.environment ?? estate.cluster}/${store.name}`,
    says: `a copy of ${store.name} takes no more room than is said`,
    kind: 'estimate',
    source,
  }
  const isSaid = sizeBytes !== undefined && !denied.has(assumption.id)
  const eachBytes = isSaid ? BigInt(Math.ceil(sizeBytes)) : bytesOf(volume)
  // What holds other rows in each member is copied member by member.
  const instances = members.share === 'independent' ? members.count : 1
  const bytes = to.is === 'claim' ? claimBytes(to.claim, estate.objects) : undefined
  const because = {
    ...{ store: store.name, name, copies: keep, instances, eachBytes, isSaid },
    place: { name: placeName(to), ...(bytes && { bytes }) },
  }
  const all = eachBytes * BigInt(keep * instances)
  const isOpen = bytes === undefined || eachBytes === 0n
  const holds = to.is === 'outside' ? true : isOpen ? undefined : all <= bytes
  return [
    part('room', holds, because, {
      assumes: isSaid && to.is === 'claim' ? [assumption] : [],
      at: { source },
      cause: `copies-without-room/${estate.cluster}/${pod.environment ?? ''}/${store.name}`,
      hint: 'a place that holds them all, fewer copies, or the size that a copy is known to have (size: …)',
      stated: [source.stated],
    }),
  ]
}

function placeName(to: Backup['to']): string {
  if (to.is === 'unsaid') return 'the place of the copies'
  return to.is === 'claim' ? `the volume ${to.claim.split('/').at(-1)}` : to.name
}

function claimBytes(ref: string, objects: View['estate']['objects']): bigint | undefined {
  const claim = objects.find((object) => object.ref === ref)?.manifest.spec as ClaimSpec | undefined
  const size = tryQuantity(claim?.resources?.requests?.storage)
  return size && bytesOf(size)
}

function bytesOf({ nano }: Quantity): bigint {
  return nano / quantityOf(1).nano
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

const gib = 2n ** 30n

function roomWords(
  { store, copies, instances, eachBytes, isSaid, place }: Rules['room'],
  truth: boolean | undefined,
): Words {
  if (eachBytes === 0n)
    return truth === true
      ? { line: `${place.name} is said to hold them, and how large a copy of ${store} is nobody says` }
      : { line: `nobody says how large a copy of ${store} is` }
  const say = (bytes: bigint, by = 1n) => sayAmount(fraction('bytes', bytes, by))
  const members = instances > 1 ? ` × ${instances} members that hold other rows each` : ''
  const each = `${say(eachBytes)}${isSaid ? '' : ', as much as a volume that is full'}`
  const sum = `${countOf(copies, 'copy', 'copies')}${members} × ${each} = ${say(eachBytes * BigInt(copies * instances))}`
  if (place.bytes === undefined)
    return { line: truth === true ? `${place.name} holds them: ${sum}` : `nobody says how large ${place.name} is` }
  const line = `${sum} ${truth === false ? '>' : '≤'} ${say(place.bytes)} of ${place.name}`
  const apiece = (count: number) => `${say(place.bytes ?? 0n)} / ${count} = ${hundredths(place.bytes ?? 0n, count)}Gi`
  return {
    line,
    rows: [
      ['a copy may take', apiece(copies)],
      ...(instances > 1 ? [[`of ${instances} members each`, apiece(copies * instances)] as const] : []),
    ],
  }
}

function hundredths(bytes: bigint, count: number): string {
  const all = (bytes * 100n + (gib * BigInt(count)) / 2n) / (gib * BigInt(count))
  return `${all / 100n}.${`${all % 100n}`.padStart(2, '0')}`
}
