// What must hold between the parts of a cluster.

import { machinesOf, standingOf } from '../machines.ts'
import { isMade } from '../made.ts'
import type { Node, Pool } from '../model.ts'
import { isPlainObject, type Say } from '../validate.ts'
import type { ClusterOptions } from './cluster.ts'

/** Names are told apart, sets and links are made of what is there. Where a part stands open, its worlds are checked. */
export function clusterRules(options: ClusterOptions, say: Say): void {
  const { bare, nodes, pools, links = [] } = options
  if (options.orNewer && options.kubernetes === undefined)
    say({ path: 'orNewer', found: 'no version', allowed: "one that is the oldest, such as kubernetes: '1.33'" })
  const listed: readonly Node[] = Array.isArray(nodes) ? nodes.filter((one) => isMade(one, 'node')) : []
  const named: readonly Pool[] = Array.isArray(pools) ? pools.filter((one) => isMade(one, 'pool')) : []
  if (bare === undefined && nodes === undefined && (pools === undefined || isPlainObject(pools)))
    say({ path: 'nodes', found: 'nothing', allowed: 'nodes, how many there are, or pools of them (where pods stand)' })
  if (typeof nodes === 'number' && named.length > 0)
    say({ path: 'nodes', found: `${nodes} beside pools`, allowed: 'pools alone: they say how many there are' })
  checkLinks([...listed, ...named.flatMap((pool) => machinesOf(pool, 0, Math.max(pool.zones.length, 1)))], links, say)
  checkNames(listed, named, say)
  if (isPlainObject(pools)) checkSets(listed, pools as { readonly [pool: string]: readonly Node[] }, say)
}

function checkLinks(nodes: readonly Node[], links: NonNullable<ClusterOptions['links']>, say: Say): void {
  const zones = new Set(nodes.flatMap(({ zone }) => zone ?? []))
  links.forEach(({ between }, index) => {
    if (between[0] === between[1])
      say({ path: `links[${index}].between`, found: `${between[0]} twice`, allowed: 'two zones' })
    for (const zone of between)
      if (!zones.has(zone))
        say({ path: `links[${index}].between`, found: `zone ${zone}`, allowed: 'zones of its nodes' })
  })
}

function checkNames(nodes: readonly Node[], pools: readonly Pool[], say: Say): void {
  const names = new Set<string>()
  nodes.forEach(({ name }, index) => {
    if (names.has(name)) say({ path: `nodes[${index}]`, found: `a second node ${name}`, allowed: 'a name of its own' })
    names.add(name)
  })
  const sets = new Set<string>()
  pools.forEach((pool, index) => {
    if (sets.has(pool.name))
      say({ path: `pools[${index}]`, found: `a second pool ${pool.name}`, allowed: 'a name of its own' })
    sets.add(pool.name)
    const taken = machinesOf(pool, 0, standingOf(pool)).find((machine) => names.has(machine.name))
    if (taken)
      say({ path: `pools[${index}]`, found: `a second node ${taken.name}`, allowed: 'another name for the pool' })
  })
}

function checkSets(nodes: readonly Node[], pools: { readonly [pool: string]: readonly Node[] }, say: Say): void {
  const all = new Set(nodes)
  for (const [pool, members] of Object.entries(pools)) {
    members.forEach((member, index) => {
      if (all.has(member)) return
      say({ path: `pools.${pool}[${index}]`, found: `node ${member.name}`, allowed: 'a node of this cluster' })
    })
  }
}
