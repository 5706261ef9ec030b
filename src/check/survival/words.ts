// The words for what must hold after a loss.

import type { TimelineTerm } from '../../engine/recovery/timeline-term.ts'
import { compareQuantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { sayTerm } from '../figure/amount.ts'
import { lossLine, lossRows } from '../loss-words.ts'
import { saySpan } from '../span-words.ts'
import { termWords } from '../term-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { candidateWords } from './candidate-words.ts'
import type { LossParts } from './node-loss-parts.ts'
import { podLossSays } from './pod-loss-words.ts'
import { standbySays } from './standby-words.ts'
import { zoneLossSays } from './zone-loss-words.ts'

type Saying = { readonly [R in keyof LossParts]: (because: LossParts[R], truth: Truth) => string | Words }

export const says: Saying = {
  carries: ({ workload, failover, isUnsaid, timeline, within }, truth) => {
    if (isUnsaid)
      return `${failover.left} of ${failover.members.count} members of ${workload} ${failover.left === 1 ? 'is' : 'are'} left at worst, and nobody says how they follow each other, or who promotes one of them`
    const left = `${failover.left} of ${failover.members.count} members of ${workload} ${failover.left === 1 ? 'is' : 'are'} left at worst`
    const time = `Services lead to them after ${saySpan(timeline.traffic)}${failover.by === 'followers' && failover.members.share !== 'alike' ? `, one is promoted in ${saySpan(failover.span)}` : ''}`
    if (truth === undefined) return `${left}, and ${time}: nobody can tell whether that is within ${within}`
    return truth
      ? `${left} and ${failover.left === 1 ? 'carries' : 'carry'} on: ${time}, within ${within}`
      : `${left}, but ${time}: not within ${within}`
  },

  replaced: ({ workload, timeline, left }) => {
    const few = left && `${fewWords(workload, left)}; `
    const never = `${few ?? ''}no pod of ${workload} is replaced`
    switch (timeline.because) {
      case undefined:
        return `${workload} is replaced ${timeline.replaced}`
      case 'nobody fences':
        return `${never}: on a silent node it stays Terminating, and ${timeline.keeper ?? 'a StatefulSet'} starts no second pod of the same name until the node is removed, fenced (out-of-service) or the pod deleted by force; no step does any of these`
      case 'tolerates for ever':
        return `${never}: they tolerate an unreachable node for ever`
      case 'only node':
        return `${never}: the cluster has one node`
      case 'daemon':
        return `${never}: one a node, and the node is gone`
      default:
        return `${never}: nothing makes another`
    }
  },

  volume: ({ workload, claims }, truth) => {
    const of = claims
      .map(
        ({ claim, class: storage, bound }) =>
          `${claim} (${storage || 'of no class that is named'}, bound to its ${bound === 'unknown' ? 'unknown place' : bound})`,
      )
      .join(', ')
    if (truth === true)
      return `the volumes of ${workload} can be attached to another node: ${claims.map(({ claim, class: storage }) => `${claim} (${storage})`).join(', ')}`
    return truth === false
      ? `the volumes of ${workload} cannot follow a pod to another node: ${of}`
      : `nobody says whether the volumes of ${workload} can follow a pod: ${of}`
  },

  candidate: candidateWords,

  room: ({ on, resource, loss }, truth) =>
    loss ? roomWords(on, resource, loss, truth) : `nobody says what nodes there are`,

  time: ({ workload, timeline, within }, truth) => {
    const total = `a pod of ${workload} is ready elsewhere after ${saySpan(timeline.ready)}`
    const skipped = timeline.skipped.map(
      ({ name, takes }) =>
        [
          name,
          `${typeof takes === 'string' ? takes : ''} does not happen: there is no graceful end on a dead node`,
        ] as const,
    )
    const line =
      truth === true
        ? `${total}, within ${within}`
        : truth === false
          ? `${total}, and ${within} is promised`
          : `${total}: nobody can tell whether that is within ${within}`
    return { line, rows: [...timeline.terms.map(termRow), ...skipped] }
  },

  data: ({ workload, loss, losing }, truth) => {
    const promised = losing === 'nothing' ? 'nothing may be lost' : `at most ${losing} may be lost`
    return { line: `${lossLine(workload, loss)}, and ${promised}`, rows: truth === true ? [] : lossRows(loss) }
  },

  whole: ({ workload, count }, truth) =>
    truth === undefined
      ? `nobody says whether the ${count} members of ${workload} hold the same rows`
      : truth
        ? `every member of ${workload} that is left has all rows, or there is one only`
        : `the ${count} members of ${workload} are independent: each holds other rows, so with one away about 1/${count} of the data is away, not 1/${count} of the capacity`,

  unjudged: ({ why }) => why,

  ...podLossSays,
  ...zoneLossSays,
  ...standbySays,
}

function fewWords(workload: string, left: NonNullable<LossParts['replaced']['left']>): string {
  const { count } = left.members
  return left.by === 'unpromoted'
    ? `${left.left} of ${count} members of ${workload} ${left.left === 1 ? 'is' : 'are'} left with all rows, and nobody promotes one`
    : `${left.left} of ${count} members of ${workload} may be left and ${left.needs} must be`
}

function termRow({ what, step, takes, ends, by }: TimelineTerm): readonly [string, string] {
  const who = by === 'kubernetes' ? '' : by === 'pod' ? ' (toleration)' : by === 'estimate' ? ' (estimate)' : ''
  return [step ?? termWords[what], `+ ${saySpan(takes)}${who} = ${saySpan(ends)}`]
}

type Loss = NonNullable<LossParts['room']['loss']>
type Say = (quantity: Loss['free']) => string

function roomWords(on: string, resource: string, loss: Loss, truth: Truth): Words {
  const say: Say = (quantity) => sayQuantity(resource, quantity)
  const free = loss.nodes.map((node) => sayTerm(resource, node.free)).join(' + ')
  const sign = truth === false ? '>' : truth === true ? '≤' : 'against'
  const tied = loss.tied.map(({ name, most, each }) => `${most} × ${say(each)} of ${name}`)
  const neighbours = say(loss.neighbours)
  return {
    line: `without ${loss.lost}, ${neededWords(loss, truth, say)} ${sign} ${say(loss.free)} ${resource === 'cpu' ? '' : `of ${resource} `}free on ${on}`,
    rows: [
      ['free', `${free} = ${say(loss.free)}`],
      [
        'must move',
        `${say(loss.requests.sum)} requested${tied.length > 0 ? ` − ${tied.join(' − ')} tied to the lost node` : ''} = ${say(loss.movable)}`,
      ],
      ['neighbours', `${neighbours} taken on ${loss.lost}${loss.neighboursSay ? ` (${loss.neighboursSay})` : ''}`],
      ['needed', `${sayTerm(resource, loss.movable)} + ${sayTerm(resource, loss.neighbours)} = ${say(loss.needed)}`],
      ...untied(loss, say),
      ...anywhere(loss.anywhere, say),
    ],
  }
}

// What the answer was made of: the least where not even that fits, the most where that does, both where it depends.
function neededWords({ needed, neededAtMost, anywhere }: Loss, truth: Truth, say: Say): string {
  const [least, most] = [say(needed), say(neededAtMost)]
  const own = truth === false || least === most ? least : truth === true ? most : `${least} to ${most}`
  return anywhere ? `${own} + ${restWords(anywhere, truth, say)} taken somewhere` : own
}

function restWords({ least, most }: NonNullable<Loss['anywhere']>, truth: Truth, say: Say): string {
  if (truth === undefined) return `${say(least)} to ${say(most)}`
  return truth ? `at most ${say(most)}` : `at least ${say(least)}`
}

// Nobody shows whether the pods with a volume stood there: they need room elsewhere where they did not.
function untied({ needed, neededAtMost }: Loss, say: Say): readonly (readonly [string, string])[] {
  if (compareQuantity(needed, neededAtMost) === 0) return []
  return [['at most', `${say(neededAtMost)}, where fewer pods than that are tied to it`]]
}

// What is said to be taken in the cluster as a whole may stand here or on other nodes.
function anywhere(taken: Loss['anywhere'], say: Say): readonly (readonly [string, string])[] {
  if (!taken) return []
  return [
    [
      'of the rest',
      `${say(taken.least)} to ${say(taken.most)} of what is taken somewhere in the cluster stands here too`,
    ],
  ]
}
