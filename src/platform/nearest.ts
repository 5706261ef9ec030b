/** The nearest of the known words, if it is near enough that a slip of the keyboard explains it. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase())
    if (away < least) [best, least] = [candidate, away]
  }
  return best
}

// Edits of one letter, where two neighbours that changed places count once (optimal string alignment).
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let line = 1; line <= a.length; line++) {
    const next = [line]
    for (let column = 1; column <= b.length; column++) {
      const same = a[line - 1] === b[column - 1]
      let cost = Math.min(at(row, column) + 1, at(next, column - 1) + 1, at(row, column - 1) + (same ? 0 : 1))
      const swapped = a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1]
      if (line > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1)
      next.push(cost)
    }
    ;[before, row] = [row, next]
  }
  return at(row, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
