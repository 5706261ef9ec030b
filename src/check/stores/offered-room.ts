// What is left of a provider's store when one zone is gone, and whether its machines hold what it may hold.

import { cacheBytes } from '../../knowledge/managed-stores.ts'
import { bytesOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { fraction, sayAmount } from '../figure/amount.ts'
import type { Truth, Words } from '../verdict.ts'
import type { Asked } from './asked.ts'

export type RoomParts = {
  memory: { size: string; each: number; members: number; bytes?: number; source?: string }
  even: { service: string; members: number; parts: number; usable?: number }
  left: { store: string; what: string; all: number; inOneZone: number; needed: number; zones: number }
}

type Parts = readonly AnyPart<RoomParts>[]

export function roomParts(asked: Asked): Parts {
  return [...evenParts(asked), ...memoryParts(asked), ...leftParts(asked)]
}

// docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html: so many groups of nodes, each of one
// primary with as many replicas. A key is held by each member of its group.
function evenParts({
  managed: { name: service },
  traits: { shards, evicts },
  members,
  component,
  environment,
  at,
}: Asked): Parts {
  const parts = shards?.parts
  if (component.noun !== 'redis' || parts === undefined || parts === 0 || members === undefined) return []
  const all = bytesOf(evicts?.memory)
  const because = { service, members, parts, ...(all !== undefined && { usable: (all / members) * parts }) }
  return [
    part('even', members % parts === 0, because, {
      cause: `uneven-parts/${environment.name}/${component.name}`,
      hint: `members: ${Math.ceil(members / parts) * parts}`,
      at,
    }),
  ]
}

function memoryParts({ managed: { size }, traits: { evicts }, members, component, environment, at }: Asked): Parts {
  const all = bytesOf(evicts?.memory)
  if (all === undefined || size === undefined || members === undefined || members === 0) return []
  const known = cacheBytes(size)
  const each = all / members
  const because = { size, each, members, ...(known && { bytes: known.bytes, source: known.source }) }
  return [
    part('memory', known && each <= known.bytes, because, {
      cause: `machine-too-small/${environment.name}/${component.name}`,
      hint: 'larger machines, or more members',
      at,
      stated: [evicts?.stated],
    }),
  ]
}

function memoryWords({ size, each, members, bytes, source }: RoomParts['memory'], truth: Truth): Words {
  const part_ = `each of ${members} members holds ${say(each)}`
  if (bytes === undefined) return { line: `${part_}, and nobody says how much memory ${size} has` }
  return {
    line: `${part_}, and ${size} has ${say(bytes)}${truth === true ? '' : ' alone'}`,
    rows: [['source', source ?? '']],
  }
}

// A replica set takes writes while most of it is there; a broker while enough copies are in step. Both are spread evenly.
function leftParts({ managed: { zones }, component, environment, traits, members, at }: Asked): Parts {
  const count = zones && new Set(zones).size
  if (count === undefined) return []
  const { copies, minInSync } = component.options as { copies?: number; minInSync?: number }
  const voting =
    component.noun === 'mongodb' && members !== undefined && members > 1
      ? { what: 'members', all: members, needed: Math.floor(members / 2) + 1 }
      : component.noun === 'kafka' && copies !== undefined && copies > 1 && minInSync !== undefined
        ? { what: 'copies', all: Math.min(copies, members ?? copies), needed: minInSync }
        : undefined
  if (!voting) return []
  const inOneZone = Math.ceil(voting.all / count)
  return [
    part(
      'left',
      voting.all - inOneZone >= voting.needed,
      { store: component.name, ...voting, inOneZone, zones: count },
      {
        cause: `stops-with-a-zone/${environment.name}/${component.name}`,
        hint: 'more zones, or fewer in step',
        at,
        stated: [traits.stated],
      },
    ),
  ]
}

function say(amount: number): string {
  return sayAmount(fraction('bytes', BigInt(Math.round(amount)), 1n))
}

type WordsOf = { readonly [R in keyof RoomParts]: (because: RoomParts[R], truth: Truth) => string | Words }

export const roomWords: WordsOf = {
  memory: memoryWords,
  even: ({ service, members, parts, usable }, truth) => {
    if (truth !== true) return `${service} has as many members in each part, and ${members} are asked for in ${parts}`
    const each = members / parts
    const held =
      usable === undefined
        ? ''
        : `: of what all may hold, ${say(usable)} are keys, each held ${each === 1 ? 'once' : `by ${each}`}`
    return `${members} members are ${parts} parts of ${each}${held}`
  },
  left: ({ store, what, all, inOneZone, needed, zones }, truth) =>
    `the ${all} ${what} of ${store} stand in ${zones} ${zones === 1 ? 'zone' : 'zones'}: without one of them ${all - inOneZone} may be left, ${truth === true ? 'enough' : 'too few'} for the ${needed} that a write needs`,
}
