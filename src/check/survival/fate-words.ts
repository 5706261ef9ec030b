// What shows that displaced pods have a place, may have none, or have none: the proof with its sums, or the order.

import { mostAsked } from '../../engine/loss/asking.ts'
import type { Fate } from '../../engine/loss/fate.ts'
import type { Filled, Sums } from '../../engine/loss/sums.ts'
import { mostPods } from '../../engine/loss/witness.ts'
import { amountOf } from '../../engine/placement/stand-refusals.ts'
import { sayUnmodelled } from '../../engine/scheduling/unmodelled-says.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { amountOfQuantity, sayAmount } from '../figure/amount.ts'
import { untriedWords } from '../untried-words.ts'

type Row = readonly [label: string, text: string]

/** `what all others ask for fills at most 1 of the 3 nodes that are left to it`, behind a colon. */
export function sayProof({ word, proof, sums, hold = 0, of }: Fate): string {
  if (sums) return saySums(sums)
  const short = `${of} − ${hold} = ${of - hold} without`
  switch (proof) {
    case 'search':
      return word === 'must' ? 'every order was tried' : 'every order was tried, and it has one in none'
    case 'no node':
      return 'every other node refuses it by itself'
    case 'volume':
      return 'its volume is tied to what is lost'
    case 'apart':
      return `they keep apart, and what is left has ${count(hold, 'place')} for ${count(of, 'pod')}: ${short}`
    case 'room':
      return `what is left has room for ${hold} of ${count(of, 'such pod')}: ${short}`
    default:
      return 'a domain that its spread rule counts stays empty'
  }
}

function saySums({ by, of, open, held, filled = [], brought = 0, takes = 0 }: Sums): string {
  const [one, more] = [of === 'nodes' ? 'node' : 'domain', open - held]
  const kept = held > 0 ? `of ${count(open, one)} that take it, pods that keep it away hold ${held} at most, and ` : ''
  const among = held > 0 ? `the other ${more}` : `the ${count(more, one)} left to it`
  switch (by) {
    case 'requests': {
      const fills = filled.map(({ fills }) => fills)
      const sum = fills.reduce((all, one) => all + one, 0)
      const terms = fills.length > 1 && sum > 0 ? `${fills.join(' + ')} = ${sum}` : `${sum}`
      return `${kept}all others together fill at most ${terms} of ${among}`
    }
    case 'shares':
      return takes === Number.POSITIVE_INFINITY
        ? `${kept}nothing that all others bring fills ${among}`
        : `${kept}all others bring ${rounded(brought)} shares of a node, and it takes ${rounded(takes)} to fill ${among}`
    case 'count':
      return takes === Number.POSITIVE_INFINITY
        ? `${kept}no number of others fills ${among}`
        : `${kept}all others are ${count(brought, 'pod')}, and it takes ${takes} to fill ${among}`
  }
}

/** What the sum is made of, resource by resource, and how far it is from failing. */
export function sumRows({ sums }: Fate): readonly Row[] {
  if (!sums) return []
  const { filled = [], spare } = sums
  return [
    ...filled.map(filledRow),
    ['to spare', `others lack ${percent(spare)} of what it takes to fill them all`] as const,
  ]
}

function filledRow({ resource, brought, fills }: Filled): Row {
  return [resource, `others ask for ${sayBrought(resource, brought)}: that fills ${fills} at most`]
}

function sayBrought(resource: string, brought: number): string {
  const amount = amountOf(resource, brought)
  if (resource === 'cpu' || resource === 'memory')
    return sayAmount(amountOfQuantity(amount, resource === 'cpu' ? 'cores' : 'bytes'))
  return resource === 'pods' ? count(brought, 'pod') : sayQuantity(resource, amount)
}

const doubtWords: { readonly [D in Exclude<NonNullable<Fate['doubt']>, 'unmodelled'>]: string } = {
  volume: 'a volume may be tied to what is lost',
  near: 'it must stand near pods that may be gone',
  spread: 'a spread rule leaves it few nodes, and others may fill those',
  room: 'others may take the room',
  apart: 'pods that keep it away may stand on all nodes',
  outranked: 'pods of higher priority may take its place',
}

export function sayDoubt({ doubt, uses = [] }: Fate): string {
  if (doubt === undefined) return 'nothing bounds what others take'
  return doubt === 'unmodelled' ? `it uses ${sayUnmodelled(uses)}` : doubtWords[doubt]
}

const unaskedWords: { readonly [U in NonNullable<Fate['unasked']>]: string } = {
  pods: `there are more than ${mostPods} pods`,
  volumes: 'some pods have volumes',
  failures: `only the first ${mostAsked.nodes} nodes and ${mostAsked.zones} zones are asked about`,
}

/** Why neither every order was tried nor one found. */
export function openRows({ untried, unasked, doubt, word }: Fate): readonly Row[] {
  if (word !== 'unknown' || doubt === 'unmodelled') return []
  const asked = unasked ? `not looked for: ${unaskedWords[unasked]}` : 'none found that leaves one without'
  return [
    ['every order', `not tried: ${untried ? untriedWords[untried] : 'it would be too many'}`],
    ['an order', asked],
  ]
}

// More steps than these are no help to a reader's eye.
const mostSteps = 16

/** The order that leaves one without a place. */
export function orderRows({ order }: Fate): readonly Row[] {
  if (!order) return []
  const { before, steps } = order
  const stood = [...Map.groupBy(before, ({ node }) => node)].sort(([a], [b]) => (a < b ? -1 : 1))
  const shown = steps.slice(0, mostSteps).map(({ pod, node }) => `${pod} ${node === null ? 'nowhere' : `to ${node}`}`)
  const more = steps.length > mostSteps ? [`${steps.length - mostSteps} more`] : []
  return [
    ...stood.map(([node, pods]): Row => [`stood on ${node}`, some(pods.map(({ pod }) => pod))]),
    ['then tried', [...shown, ...more].join(', ')],
  ]
}

function some(names: readonly string[]): string {
  const more = names.length - mostSteps
  return more > 0 ? `${names.slice(0, mostSteps).join(', ')} and ${more} more` : names.join(', ')
}

export function sayOrder({ order }: Fate): string {
  return order?.by === 'scheduler'
    ? 'an order along nodes that kube-scheduler finds best leaves one without'
    : 'an order along nodes that take them leaves one without, and none was found along those that kube-scheduler finds best'
}

function count(many: number, of: string): string {
  return `${many} ${of}${many === 1 ? '' : 's'}`
}

function rounded(shares: number): string {
  return shares.toFixed(2)
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`
}
