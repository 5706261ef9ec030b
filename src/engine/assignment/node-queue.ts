// Nodes of which the first in node order is wanted. They mostly come and go in that order: those are kept in a row, and
// only the others in a heap.

export interface NodeQueue {
  /** In order; what stands before `head` is gone. */
  readonly row: number[]
  head: number
  readonly heap: number[]
}

export function nodeQueue(): NodeQueue {
  return { row: [], head: 0, heap: [] }
}

export function addNode({ row, heap }: NodeQueue, node: number): void {
  const last = row[row.length - 1]
  if (last === undefined || last < node) row.push(node)
  else addToHeap(heap, node)
}

/** The first node of which `holds` is true; those before it are dropped. Undefined where there is none. */
export function firstNode(queue: NodeQueue, holds: (node: number) => boolean): number | undefined {
  const { row, heap } = queue
  while (queue.head < row.length && !holds(row[queue.head] ?? 0)) queue.head += 1
  while (heap.length > 0 && !holds(heap[0] ?? 0)) dropFirst(heap)
  const ofRow = row[queue.head]
  const ofHeap = heap[0]
  if (ofRow === undefined || ofHeap === undefined) return ofRow ?? ofHeap
  return Math.min(ofRow, ofHeap)
}

function addToHeap(heap: number[], node: number): void {
  let at = heap.push(node) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent] ?? 0
    if (above <= node) break
    heap[at] = above
    at = parent
  }
  heap[at] = node
}

function dropFirst(heap: number[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1
    const below = heap[child] ?? 0
    if (below >= last) break
    heap[at] = below
    at = child
  }
  heap[at] = last
}
