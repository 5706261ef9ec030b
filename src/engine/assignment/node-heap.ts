/** A binary heap of node indexes, the least on top. One that is added in order costs one step. */
export function addNode(heap: number[], node: number): void {
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

/** Takes the top off. */
export function dropFirst(heap: number[]): void {
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
