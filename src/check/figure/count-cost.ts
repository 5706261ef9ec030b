// What a cluster, or an environment that has nodes for itself, is paid for by the month: nodes, volumes, copies outside
// and traffic between zones, each at the price that somebody says. What has none is named, and is never nothing.

import { standsOn } from '../../engine/capacity/pool-room.ts'
import { poolOf } from '../../engine/capacity/room.ts'
import { addQuantity, nanoPerUnit, type Quantity, sayQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { copiesKept } from '../../platform/copies-kept.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Cluster, Environment, Node } from '../../platform/model.ts'
import { type Price, type PriceRange, priceOf } from '../../platform/money.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf } from '../../platform/units.ts'
import type { View, World } from '../world.ts'
import { fraction, type Uncounted } from './amount.ts'
import type { Count, Counted } from './counted.ts'
import { addPrice, sayPrice, timesPrice } from './price.ts'
import { volumesOf } from './volumes-of.ts'

/** One thing that is paid for, or of which nobody says the price. */
type Item = { readonly of: string; readonly how: string; readonly price: PriceRange } | { readonly unpriced: string }

const gi = 2n ** 30n

/** A cluster on which nothing runs costs its nodes: one that is avoided, or bought later. */
export function cost({ of, part }: Count, world: World): Counted | Uncounted {
  if (of.is !== 'cluster' && of.is !== 'environment') return { why: `${of.name} is neither cluster nor environment` }
  const cluster = of.is === 'cluster' ? of : of.on
  const view = world.views.find(({ estate }) => estate.cluster === cluster.name)
  const environments = (world.platform ? environmentsOf(world.platform) : []).filter(
    ({ on }) => on.name === cluster.name,
  )
  const own = of.is === 'cluster' ? environments : environments.filter(({ name }) => name === of.name)
  const parts = {
    nodes: () => nodeItems(of, cluster, view),
    volumes: () => (view ? volumeItems(cluster, view, of.is === 'environment' ? of.name : undefined) : []),
    copies: () => own.flatMap(copyItems),
    traffic: () => (of.is === 'cluster' ? linkItems(cluster) : []),
  }
  const asked = Object.entries(parts).filter(([name]) => part === undefined || name === part)
  return summed(
    of.name,
    asked.flatMap(([, items]) => items()),
  )
}

function summed(name: string, items: readonly Item[]): Counted | Uncounted {
  const priced = items.flatMap((item) => ('price' in item ? item : []))
  const unpriced = items.flatMap((item) => ('unpriced' in item ? item.unpriced : []))
  const rows = priced.map(({ of, how, price }) => [of, sayTimes(how, price)] as const)
  if (unpriced.length > 0) return { why: `nobody says the price of ${unpriced.join(', of ')}`, rows }
  const [first, ...rest] = priced.map(({ price }) => price)
  if (!first) return { why: `there is nothing that ${name} is paid for` }
  const other = rest.find(({ currency }) => currency !== first.currency)
  if (other) return { why: `${sayPrice(first)} and ${sayPrice(other)} cannot be added`, rows }
  const sum = rest.reduce(addPrice, first)
  const how = priced.map(({ of, price }) => `${sayPrice(price)} for ${of}`).join(' + ')
  const least = sayPrice({ ...sum, to: sum.from }) === sayPrice(sum) ? {} : { least: { ...sum.from, how } }
  const { numerator, denominator } = sum.to
  return { amount: fraction(`${sum.currency}/month`, numerator, denominator, { rows, how, ...least }) }
}

function sayTimes(how: string, price: PriceRange): string {
  return how === sayPrice(price) ? how : `${how} = ${sayPrice(price)}`
}

function nodeItems(of: Cluster | Environment, cluster: Cluster, view: View | undefined): readonly Item[] {
  if (of.is === 'cluster') return nodesAt(cluster.nodes)
  if (!view) return [{ unpriced: `the nodes of ${of.name}, which stands nowhere` }]
  const { nodes } = poolOf(view.estate, of.name)
  const names = new Set(nodes)
  const others = view.estate.environments.filter(
    ({ name, pool }) => name !== of.name && standsOn(view.estate, pool, names),
  )
  if (others.length === 0) return nodesAt(cluster.nodes.filter(({ name }) => names.has(name)))
  const beside = others.map(({ name }) => name).sort(byCodePoint)
  return [{ unpriced: `its part of the nodes that it shares with ${beside.join(' and ')}` }]
}

// Nodes of one price are one row: a hundred alike are no hundred rows.
function nodesAt(nodes: readonly Node[]): readonly Item[] {
  const byPrice = Map.groupBy(nodes, ({ price }) => sayOrNot(price))
  return [...byPrice].sort(byKey).map(([said, alike]): Item => {
    const price = priceOf(alike[0]?.price)
    const names = alike.map(({ name }) => name).sort(byCodePoint)
    const few = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
    const of = `${alike.length === 1 ? 'the node' : `${alike.length} nodes`} ${few.join(', ')}`
    if (!price) return { unpriced: of }
    const count = BigInt(alike.length)
    return { of, how: `${count} × ${said}`, price: timesPrice(price, { numerator: count, denominator: 1n }) }
  })
}

// A volume that is bound to its node lies on a disk of that node, and is paid with it where nobody says otherwise.
function volumeItems(cluster: Cluster, view: View, environment: string | undefined): readonly Item[] {
  const byClass = Map.groupBy(volumesOf(view, environment), ({ class: name }) => name)
  return [...byClass].sort(byKey).flatMap(([name, volumes]): readonly Item[] => {
    const said = Object.hasOwn(cluster.storage, name) ? cluster.storage[name]?.pricePerGi : undefined
    if (said === undefined && volumes.every(({ bound }) => bound === 'node')) return []
    const size = volumes.reduce((sum, one) => addQuantity(sum, one.size), zeroQuantity)
    return [perGi(`the volumes of class ${name}`, size, said)]
  })
}

function perGi(of: string, size: Quantity, said: Price | undefined): Item {
  const price = priceOf(said)
  const amount = sayQuantity('memory', size)
  if (!price) return { unpriced: `${amount} of ${of.replace(/^the /, '')}` }
  const paid = timesPrice(price, { numerator: size.nano, denominator: nanoPerUnit * gi })
  return { of, how: `${amount} × ${sayPrice(price)} per Gi`, price: paid }
}

// As many copies as are kept, each as large as somebody estimates one.
function copyItems(environment: Environment): readonly Item[] {
  return componentsOf(environment).flatMap((component) =>
    traitsOf(component).backsUp.flatMap((backup): readonly Item[] => {
      const { name, size, to } = backup
      if (!to || to.is === 'volume') return []
      const keep = copiesKept(backup)
      const bytes = size === undefined ? undefined : bytesOf(size)
      const of = `the copies ${name} of ${environment.name} in ${to.name}`
      if (bytes === undefined) return [{ unpriced: `${of}: how large one is` }]
      if (keep === undefined) return [{ unpriced: `${of}: how many are kept` }]
      const nano = BigInt(bytes) * BigInt(keep) * nanoPerUnit
      return [
        perGi(of, { ...zeroQuantity, nano, format: 'BinarySI' }, to.is === 'component' ? undefined : to.pricePerGi),
      ]
    }),
  )
}

// Traffic within one place of one provider is often free: only what somebody prices is counted.
function linkItems({ links = [] }: Cluster): readonly Item[] {
  return links.flatMap(({ between, price: said }): readonly Item[] => {
    const price = priceOf(said)
    return price ? [{ of: `traffic between ${between.join(' and ')}`, how: sayPrice(price), price }] : []
  })
}

function sayOrNot(said: Price | undefined): string {
  const price = priceOf(said)
  return price ? sayPrice(price) : ''
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodePoint(a, b)
}
