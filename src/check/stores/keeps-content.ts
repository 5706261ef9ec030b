// Whether a store can hold what is said to lie in it: what is written there first must not be dropped when memory is full,
// and all of it has room.

import type { Content } from '../../platform/model.ts'
import { bytesOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { fraction, sayAmount } from '../figure/amount.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

export type ContentParts = {
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
      const parts = [...staysParts(store), ...roomParts(store)]
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
