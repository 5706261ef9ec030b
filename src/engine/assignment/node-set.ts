// Nodes of which the first in node order is wanted, some of them left out: few as a list, many as a bit for each node of
// the cluster. All sets of a partition together hold no more bits than (nodes ÷ `fewest`) × nodes.

/** Bit by bit: node 0 is the lowest of the first word. */
export type NodeBits = Int32Array

export interface NodeSet {
  /** In node order, as long as there are no bits. */
  readonly few: number[]
  bits: NodeBits | undefined
  /** Words before this one are empty. */
  from: number
}

export const noNode = -1
const fewest = 32

export function nodeSet(): NodeSet {
  return { few: [], bits: undefined, from: 0 }
}

export function nodeBits(nodes: number): NodeBits {
  return new Int32Array((nodes + 31) >> 5)
}

export function setBit(bits: NodeBits, node: number, isSet: boolean): void {
  const word = bits[node >> 5] ?? 0
  bits[node >> 5] = isSet ? word | (1 << (node & 31)) : word & ~(1 << (node & 31))
}

export function hasBit(bits: NodeBits, node: number): boolean {
  return ((bits[node >> 5] ?? 0) & (1 << (node & 31))) !== 0
}

/** `nodes` are all of the cluster. */
export function addNode(set: NodeSet, node: number, nodes: number): void {
  const { few } = set
  if (!set.bits && few.length === fewest) {
    set.bits = nodeBits(nodes)
    for (const one of few) setBit(set.bits, one, true)
    few.length = 0
  }
  if (set.bits) {
    setBit(set.bits, node, true)
    set.from = Math.min(set.from, node >> 5)
    return
  }
  let at = few.length
  for (; at > 0 && (few[at - 1] ?? 0) > node; at--) few[at] = few[at - 1] ?? 0
  few[at] = node
}

export function dropNode({ few, bits }: NodeSet, node: number): void {
  if (bits) setBit(bits, node, false)
  else few.splice(few.indexOf(node), 1)
}

/** The first node that none of the others has; `noNode` where there is none. */
export function firstNode(set: NodeSet, leftOut: readonly NodeBits[]): number {
  const { few, bits } = set
  if (!bits) {
    for (const node of few) if (!isLeftOut(leftOut, node)) return node
    return noNode
  }
  for (let at = set.from; at < bits.length; at++) {
    let word = bits[at] ?? 0
    if (word === 0) {
      if (at === set.from) set.from += 1
      continue
    }
    for (const others of leftOut) word &= ~(others[at] ?? 0)
    if (word !== 0) return at * 32 + 31 - Math.clz32(word & -word)
  }
  return noNode
}

function isLeftOut(leftOut: readonly NodeBits[], node: number): boolean {
  for (const others of leftOut) if (hasBit(others, node)) return true
  return false
}
