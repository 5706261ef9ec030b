// Whether a store has the members that its own way of working cannot do without, and its copies what they build on.

import type { BrokerOptions } from '../../platform/component/broker.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { type BasedParts, basedParts, basedWords } from './based-copies.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

export type AssembledParts = BasedParts & {
  /** A client finds the part that holds a row through routers, which ask the members that remember where it is. */
  routed: { store: string; key: readonly string[]; routers: number; configServers: number }
  key: { store: string; key: readonly string[]; by: string; twice?: string }
  followed: { store: string; members: number; masters: number }
  /** A topic with more copies than members is refused, and so is every write that waits for more copies than there are. */
  copied: { store: string; members: number; copies: number; minInSync?: number }
}

type Parts = readonly AnyPart<AssembledParts>[]

export const assembled = defineQuestion<AssembledParts>({
  id: 'assembled',
  asks: 'Has each store the members that its way of working needs, and each of its copies what it builds on?',

  *judge(world) {
    for (const store of storesOf(world)) {
      const { environment, component } = store
      const parts = [
        ...routedParts(store),
        ...keyParts(store),
        ...followedParts(store),
        ...copiedParts(store),
        ...basedParts(store),
      ]
      if (parts.length === 0) continue
      yield {
        id: [environment.name, component.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `${component.name} has all that it needs to work as it is said to`,
        source: store.sourceOf('members'),
        parts,
      }
    }
  },

  says: {
    routed: ({ store, key, routers, configServers }, truth) => {
      const rows = `rows of ${store} are shared out by ${key.length > 0 ? key.join(' and ') : 'a key'}`
      if (truth === true)
        return `${rows}: ${countOf(routers, 'router')} and ${countOf(configServers, 'configuration server')} lead to them`
      const missing = [routers === 0 && 'router', configServers === 0 && 'configuration server'].filter(Boolean)
      return `${rows}, and no ${missing.join(' and no ')} is declared`
    },
    key: ({ store, key, by, twice }) =>
      twice === undefined
        ? `rows of ${store} are shared out by ${key.join(' and ')}, and ${by} leads to them`
        : `rows of ${store} are to be shared out by ${key.join(' and ')}: a key has ${twice} once`,
    followed: ({ store, members, masters }, truth) =>
      truth === true
        ? `${countOf(members, `member of ${store} is`, `members of ${store} are`)} ${countOf(masters, 'master')} with ${members - masters} that follow`
        : `a cluster has ${masters} masters at least, and of ${members} members of ${store} ${
            members > masters ? `only ${members - masters} can follow` : 'none is left to follow'
          }`,
    copied: ({ store, members, copies, minInSync }, truth) => {
      const wanted = `${countOf(copies, 'copy', 'copies')} of each message`
      if (truth === true)
        return `${countOf(members, `member of ${store} holds`, `members of ${store} hold`)} ${wanted}${minInSync === undefined ? '' : `, of which ${minInSync} must be in step`}`
      return copies > members
        ? `${wanted} need as many members, and ${store} has ${members}`
        : `a write waits for ${minInSync} copies in step, and ${store} keeps ${copies}`
    },
    ...basedWords,
  },
})

// mongodb.com/docs/manual/sharding: a sharded cluster is made of shards, mongos routers and config servers.
function routedParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const { shards, managed } = traits
  if (component.noun !== 'mongodb' || !shards || managed) return []
  const { key = [], routers = 0, configServers = 0, stated } = shards
  return [
    part(
      'routed',
      routers > 0 && configServers > 0,
      { store: component.name, key, routers, configServers },
      {
        cause: `unrouted/${environment.name}/${component.name}`,
        hint: 'shards: { routers: 2, configServers: 3 }',
        at: { source: sourceOf('shards') },
        stated: [stated],
      },
    ),
  ]
}

// mongodb.com/docs/manual/core/sharding-shard-key: the key of a collection is an index, which has a field once; a service runs the
// routers itself.
function keyParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const { shards, managed } = traits
  if (component.noun !== 'mongodb' || !shards?.key || !managed) return []
  const { key, stated } = shards
  const twice = key.find((field, index) => key.indexOf(field) < index)
  return [
    part(
      'key',
      twice === undefined,
      { store: component.name, key, by: managed.name, ...(twice !== undefined && { twice }) },
      {
        cause: `key-twice/${environment.name}/${component.name}`,
        hint: 'each field once',
        at: { source: sourceOf('shards') },
        stated: [stated],
      },
    ),
  ]
}

// redis.io/docs/latest/operate/oss_and_stack/management/scaling: three masters at least, and a follower for each that is to be
// promoted in its place.
const fewestMasters = 3

function followedParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const { shards, replicates, managed, runs } = traits
  const isCluster = component.noun === 'redis' && component.options.mode === 'cluster'
  const isFollowed = replicates !== undefined && replicates.mode !== 'none'
  if (!isCluster || !isFollowed || managed) return []
  const members = runs[0]?.replicas ?? 0
  const masters = Math.max(fewestMasters, shards?.parts ?? 0)
  return [
    part(
      'followed',
      members >= 2 * masters,
      { store: component.name, members, masters },
      {
        cause: `no-followers/${environment.name}/${component.name}`,
        hint: `members: ${2 * masters}, so that each master has one that follows`,
        at: { source: sourceOf('members') },
        stated: [replicates.stated, sourceOf('members').stated],
      },
    ),
  ]
}

// kafka.apache.org/documentation: a replication factor above the number of brokers is refused (InvalidReplicationFactor), and
// with acks=all a write below min.insync.replicas (NotEnoughReplicas).
function copiedParts({ component, environment, sourceOf }: DeclaredStore): Parts {
  const { copies, minInSync, managedBy, members = managedBy ? undefined : 1 } = component.options as BrokerOptions
  if (copies === undefined || members === undefined) return []
  return [
    part(
      'copied',
      copies <= members && (minInSync ?? 1) <= copies,
      { store: component.name, members, copies, ...(minInSync !== undefined && { minInSync }) },
      {
        cause: `too-few-members/${environment.name}/${component.name}`,
        hint: 'as many members as copies, and fewer in step than there are copies',
        at: { source: sourceOf('copies') },
        stated: [sourceOf('copies').stated],
      },
    ),
  ]
}
