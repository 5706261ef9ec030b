// One object for all that are the same: lists by their items, anything else by what it is.

/** The list seen first of those with the same items in the same order; anything else as it is. What is not kept is not seen later. */
export type Same = (value: unknown, keep: boolean) => unknown

export function sameLists(): Same {
  const known = new Map<string, readonly unknown[]>()
  const ids = new Map<unknown, number>()

  const keyOf = (list: readonly unknown[], keep: boolean): string | undefined => {
    const key: number[] = []
    for (const item of list) {
      const id = ids.get(item) ?? (keep ? ids.size : undefined)
      if (id === undefined) return undefined
      if (keep) ids.set(item, id)
      key.push(id)
    }
    return key.join(' ')
  }

  return (value, keep) => {
    if (!Array.isArray(value)) return value
    const key = keyOf(value, keep)
    const found = key === undefined ? value : (known.get(key) ?? value)
    if (keep && key !== undefined) known.set(key, found)
    return found
  }
}
