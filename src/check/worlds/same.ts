// One object for all that are the same: lists by their items, anything else by what it is.

export type Same = (value: unknown) => unknown

/** Gives, for a list whose items it has seen in this order, the list that it saw first; anything else as it is. */
export function sameLists(): Same {
  const known = new Map<string, readonly unknown[]>()
  const idOf = numbering()
  return (value) => {
    if (!Array.isArray(value)) return value
    const key = value.map(idOf).join(' ')
    const found = known.get(key) ?? value
    known.set(key, found)
    return found
  }
}

function numbering(): (value: unknown) => number {
  const ids = new Map<unknown, number>()
  return (value) => {
    const id = ids.get(value) ?? ids.size
    ids.set(value, id)
    return id
  }
}
