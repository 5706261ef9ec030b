// A manifest says nothing where nothing was declared.

/** The fields that have a value: a copy where one has none. */
export function given<T extends object>(fields: T): T {
  // Asked of every object there is, and most say all.
  for (const value of Object.values(fields))
    if (value === undefined)
      return Object.fromEntries(Object.entries(fields).filter(([, each]) => each !== undefined)) as T
  return fields
}

/** The list or object, or undefined where nothing is in it. */
export function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value
}
