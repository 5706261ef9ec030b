/** Finds one circle through each group of files that import each other, beginning at its first name. */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const finished = new Set<string>()
  const cycles: string[][] = []

  function visit(file: string, path: string[]): void {
    const before = path.indexOf(file)
    if (before >= 0) cycles.push([...path.slice(before), file])
    if (before >= 0 || finished.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    finished.add(file)
  }

  for (const file of [...edges.keys()].sort()) visit(file, [])
  return cycles
}
