// Room for the copies of a store where they lie. A copy is as large as somebody says; where nobody does, it may become as
// large as the volume that it is of.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Copies } from '../../engine/recovery/copies.ts'
import type { FactOf } from '../../estate/estate.ts'
import { addQuantity, type Quantity, quantityOf, tryQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { ClaimSpec } from '../../kubernetes/types.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, part } from '../define.ts'
import { fraction, sayAmount } from '../figure/amount.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>
type Backup = FactOf<'backsUp'>

export type RoomParts = {
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
}

export function roomPart(
  { store }: Retains,
  pod: PodClass,
  { members }: Copies,
  backup: Backup,
  { estate, denied }: View,
): readonly AnyPart<RoomParts>[] {
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

const gib = 2n ** 30n

export function roomWords(
  { store, copies, instances, eachBytes, isSaid, place }: RoomParts['room'],
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
