// Whether a store can hold what is said to lie in it: what is written there first must not be dropped when memory is full,
// and all of it has room.

import type { RedisOptions } from '../../platform/component/redis.ts'
import type { Content } from '../../platform/model.ts'
import { bytesOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { fraction, sayAmount } from '../figure/amount.ts'
import { type WriteParts, writeParts, writeWords } from './kept-writes.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

export type ContentParts = WriteParts & {
  /** What goes when memory is full, and is made again. */
  goes: { contents: readonly string[]; policy: string }
  limit: { store: string; members: number; eachBytes: number; limit: string; limitBytes: number; copies: boolean }
  stays: { content: string; policy: string; isTimed: boolean }
  room: {
    store: string
    bytes: bigint
    parts: number
    volume: string
    volumeBytes: bigint
    contents: readonly string[]
  }
}

type Parts = readonly AnyPart<ContentParts>[]

export const keepsContent = defineQuestion<ContentParts>({
  id: 'keeps-content',
  asks: 'Can each store hold what is said to lie in it?',

  *judge(world) {
    for (const store of storesOf(world)) {
      const parts = [
        ...staysParts(store),
        ...goesParts(store),
        ...limitParts(store),
        ...roomParts(store),
        ...writeParts(store),
      ]
      const { environment, component } = store
      if (parts.length === 0) continue
      yield {
        id: [environment.name, component.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `${component.name} holds what lies in it`,
        source: store.sourceOf('holds'),
        parts,
      }
    }
  },

  says: {
    ...writeWords,
    goes: ({ contents, policy }) => {
      const what = contents.join(' and ')
      if (policy === 'noeviction') return `when memory is full writes are refused: nothing of ${what} is dropped`
      return `when memory is full ${policy} drops ${policy.startsWith('volatile') ? 'keys with a time to live' : 'any key'}, and ${what} can be made again`
    },
    limit: ({ store, members, eachBytes, limit, limitBytes, copies }, truth) => {
      const say = (amount: number) => sayAmount(fraction('bytes', BigInt(Math.round(amount)), 1n))
      const each = `${members === 1 ? store : `each of ${members} members of ${store}`} may hold ${say(eachBytes)}`
      if (truth !== true) return `${each}, and its container ends at ${limit}, before anything is dropped`
      return `${each} and its container ${limit}: ${say(limitBytes - eachBytes)} are left${copies ? ', also for what changes while a snapshot or a log is written' : ''}`
    },
    stays: ({ content, policy, isTimed }, truth) => {
      if (truth === true)
        return policy === 'noeviction'
          ? `nothing is dropped when memory is full, so ${content} stays`
          : `${policy} drops only keys with a time to live, and ${content} has none`
      const which = isTimed ? 'keys with a time to live' : 'any key'
      return `${content} is written here first, and ${policy} drops ${which} when memory is full`
    },
    room: ({ store, bytes, parts, volume, volumeBytes, contents }, truth) => {
      const say = (amount: bigint) => sayAmount(fraction('bytes', amount, 1n))
      const room = parts === 1 ? volume : `${parts} parts × ${volume} = ${say(volumeBytes * BigInt(parts))}`
      const sum = contents.length === 1 ? say(bytes) : `${contents.join(' + ')} = ${say(bytes)}`
      return `${sum} ${truth === true ? '≤' : '>'} ${room} of a member of ${store}`
    },
  },
})

function staysParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const { evicts, holds: contents = [] } = traits
  if (!evicts) return []
  return contents
    .filter(({ ofRecord }) => ofRecord === true)
    .map((content) => {
      const { policy } = evicts
      const isTimed = policy.startsWith('volatile')
      const isDropped = policy !== 'noeviction' && (!isTimed || content.lives !== undefined)
      return part(
        'stays',
        !isDropped,
        { content: content.name, policy, isTimed },
        {
          cause: `evicted/${environment.name}/${component.name}`,
          hint: `eviction: 'noeviction', or a store of its own for ${content.name}`,
          at: { source: sourceOf('eviction') },
          stated: [content.stated, sourceOf('eviction').stated],
        },
      )
    })
}

// redis.io/docs/latest/develop/reference/eviction: policies that begin with volatile drop keys with a time to live alone.
function goesParts({ traits: { evicts, holds: contents = [] } }: DeclaredStore): Parts {
  const again = contents.filter(({ ofRecord }) => ofRecord !== true)
  if (!evicts || again.length === 0) return []
  const isTimed = evicts.policy.startsWith('volatile')
  const named = isTimed ? again.filter(({ lives }) => lives !== undefined) : again
  if (named.length === 0) return []
  return [part('goes', true, { contents: named.map(({ name }) => name), policy: evicts.policy })]
}

// redis.io/docs/latest/develop/reference/eviction: a member drops keys at maxmemory. What ends at less never comes to it; a
// snapshot or a new log is written by a second process, which shares memory until it changes (…/management/persistence).
function limitParts({ component, environment, traits: { evicts, managed, runs }, sourceOf }: DeclaredStore): Parts {
  const { limits, persistence } = component.options as RedisOptions
  const [all, limitBytes] = [bytesOf(evicts?.memory), bytesOf(limits?.memory)]
  const members = runs[0]?.replicas ?? 0
  if (managed || all === undefined || limitBytes === undefined || limits?.memory === undefined || members === 0)
    return []
  const eachBytes = Math.floor(all / members)
  return [
    part(
      'limit',
      eachBytes < limitBytes,
      {
        ...{ store: component.name, members, eachBytes, limit: limits.memory, limitBytes },
        copies: persistence === 'snapshots' || persistence === 'log',
      },
      {
        cause: `killed-when-full/${environment.name}/${component.name}`,
        hint: 'a limit well above what a member may hold, or less memory that all may hold',
        at: { source: sourceOf('memory') },
        stated: [sourceOf('memory').stated, sourceOf('limits').stated],
      },
    ),
  ]
}

// Every member of a part holds all rows of that part, so members beyond the first add no room.
function roomParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const { holds: contents = [], keeps, shards } = traits
  const [state] = keeps
  const sizes = contents.map(({ size }) => bytesOf(size))
  if (state?.size === undefined || sizes.length === 0 || sizes.includes(undefined)) return []
  const bytes = sizes.reduce<bigint>((sum, one) => sum + BigInt(one ?? 0), 0n)
  const volumeBytes = BigInt(bytesOf(state.size) ?? 0)
  const parts = shards?.parts ?? 1
  return [
    part(
      'room',
      bytes <= volumeBytes * BigInt(parts),
      { store: component.name, bytes, parts, volume: state.size, volumeBytes, contents: contents.map(sizeText) },
      {
        cause: `too-much-in/${environment.name}/${component.name}`,
        hint: 'a larger volume, or more parts',
        at: { source: sourceOf('volume') },
        stated: [state.stated, ...contents.map(({ stated }) => stated)],
      },
    ),
  ]
}

function sizeText({ name, size }: Content): string {
  return `${size} of ${name}`
}
