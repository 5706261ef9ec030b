/**
 * Whether each row can have a column of its own among those that fit it (`fits[row][column]`). Each row looks for one that is
 * free, or that whoever has it can leave for another: rows × columns for each row.
 */
export function areMatched(fits: readonly (readonly boolean[])[]): boolean {
  const rowOf = new Map<number, number>()
  const finds = (row: number, tried: Set<number>): boolean => {
    for (const [column, isFit] of (fits[row] ?? []).entries()) {
      if (!isFit || tried.has(column)) continue
      tried.add(column)
      const other = rowOf.get(column)
      if (other !== undefined && !finds(other, tried)) continue
      rowOf.set(column, row)
      return true
    }
    return false
  }
  return fits.every((_, row) => finds(row, new Set()))
}
