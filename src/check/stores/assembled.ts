// Whether a store has the members that its own way of working cannot do without, and its copies what they build on.

import { takesOnlyWhole } from '../../knowledge/dump-programs.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

export type AssembledParts = {
  /** A client finds the part that holds a row through routers, which ask the members that remember where it is. */
  routed: { store: string; key: readonly string[]; routers: number; configServers: number }
  followed: { store: string; members: number; masters: number }
  based: { store: string; name: string }
  partial: { store: string; name: string; by: string }
}

type Parts = readonly AnyPart<AssembledParts>[]

export const assembled = defineQuestion<AssembledParts>({
  id: 'assembled',
  asks: 'Has each store the members that its way of working needs, and each of its copies what it builds on?',

  *judge(world) {
    for (const store of storesOf(world)) {
      const { environment, component } = store
      const parts = [...routedParts(store), ...followedParts(store), ...copyParts(store)]
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
    followed: ({ store, members, masters }, truth) =>
      truth === true
        ? `${countOf(members, `member of ${store} is`, `members of ${store} are`)} ${countOf(masters, 'master')} with ${members - masters} that follow`
        : `a cluster has ${masters} masters at least, and of ${members} members of ${store} ${
            members > masters ? `only ${members - masters} can follow` : 'none is left to follow'
          }`,
    based: ({ store, name }, truth) =>
      truth === true ? `${name} of ${store} builds on whole copies` : `${name} of ${store} builds on no whole copy`,
    partial: ({ name, by }) => `${by} takes whole copies alone, and ${name} is said to be incremental`,
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

function copyParts({ component, environment, traits, sourceOf }: DeclaredStore): Parts {
  const incremental = traits.backsUp.filter(({ how }) => how === 'incremental')
  // Of a copy that nobody says the way of, nobody knows that it is no whole one.
  const bases = traits.backsUp.filter(({ how }) => how !== 'incremental' && how !== 'continuous')
  const at = { source: sourceOf('backups') }
  return incremental.flatMap(
    ({ name, by, stated }): Parts => [
      part(
        'based',
        bases.length > 0,
        { store: component.name, name },
        {
          cause: `no-base/${environment.name}/${component.name}`,
          hint: "a whole copy now and then: { how: 'full', every: 'week' }",
          at,
          stated: [stated, ...bases.map((base) => base.stated)],
        },
      ),
      ...(by !== undefined && takesOnlyWhole(by)
        ? [
            part(
              'partial',
              false,
              { store: component.name, name, by },
              {
                cause: `whole-alone/${environment.name}/${component.name}/${by}`,
                hint: 'a program that copies what has changed, such as pgBackRest for PostgreSQL',
                at,
                stated: [stated],
              },
            ),
          ]
        : []),
    ],
  )
}
