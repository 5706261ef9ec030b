import { refusedRows } from '../placement/refused-rows.ts'
import type { Truth, Words } from '../verdict.ts'
import type { NodesLost } from './candidate-part.ts'
import { openRows, orderRows, sayDoubt, sayOrder, sayProof, sumRows } from './fate-words.ts'
import type { LossParts } from './node-loss-parts.ts'

export function candidateWords({ workload, count, lost, nodes }: LossParts['candidate'], truth: Truth): string | Words {
  if (!lost)
    return nodes === 0
      ? `nobody says on which nodes ${workload} stands`
      : `no node takes a pod of ${workload} even when none is lost`
  const { tightest } = lost
  const pod = count === 1 ? `the pod of ${workload}` : `a pod of ${workload}`
  const line = `without ${tightest.failures[0]}, ${saysOf(lost, pod, truth)}`
  const rows = [...sumRows(tightest), ...orderRows(tightest), ...openRows(tightest), ...placeRows(lost)]
  return { line, rows: lost.asked > 1 ? [...rows, ['every node', everyNode(lost)]] : rows }
}

function saysOf({ tightest, asked }: NodesLost, pod: string, truth: Truth): string {
  const { word } = tightest
  if (truth === true) return `${pod} can be placed, whatever the order: ${sayProof(tightest)}`
  if (truth === false)
    return `${pod} cannot be placed, its volume aside: ${asked > 1 ? sayProof(tightest) : 'there is no other node'}`
  if (word === 'may') return `${pod} may find no place: ${sayOrder(tightest)}`
  return tightest.doubt === 'unmodelled'
    ? `nobody can tell where ${pod} can stand: ${sayDoubt(tightest)}`
    : `nothing shows that ${pod} finds a place: ${sayDoubt(tightest)}`
}

/** Node by node: why it takes none, or that it may. */
function placeRows({ nodes, room = [] }: NodesLost): readonly (readonly [string, string])[] {
  const rooms = new Map(room.map((one) => [one.node, one]))
  const bound = nodes.filter(({ node, refused }) => refused.length === 0 && rooms.has(node))
  const others = nodes.filter((one) => !bound.includes(one))
  return [
    ...refusedRows(others),
    ...bound.map(({ node }) => {
      const { pods = 0, by = '' } = rooms.get(node) ?? {}
      return [node, `has room for ${pods} such ${pods === 1 ? 'pod' : 'pods'}, by ${by}`] as const
    }),
  ]
}

/** `5 lost one by one: 4 must, 1 without such pods; n1 leaves the least, and so do 2 like it`. */
function everyNode({ asked, tightest, words }: NodesLost): string {
  const told = (['cannot', 'may', 'unknown', 'must'] as const).filter((word) => words[word] > 0)
  const none = asked - told.reduce((sum, word) => sum + words[word], 0)
  const parts = [...told.map((word) => `${words[word]} ${word}`), ...(none > 0 ? [`${none} without such pods`] : [])]
  return `${asked} lost one by one: ${parts.join(', ')}; ${sayLeast(tightest)}`
}

function sayLeast({ failures: [first, ...alike] }: NodesLost['tightest']): string {
  if (alike.length === 0) return `${first} leaves the least`
  return `${first} leaves the least, and so ${alike.length === 1 ? 'does 1' : `do ${alike.length}`} like it`
}
