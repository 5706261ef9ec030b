// Files may hold anything in any field: what has the wrong shape reads as absent here, and admission says that it has.

export type Fields = { readonly [field: string]: unknown }

/** The object at a path of fields, or an empty one. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  const found = path.reduce<unknown>((held, field) => own(held, field), value)
  return isFields(found) ? found : {}
}

/** The members of a list that are objects. */
export function fieldsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Entries whose value is a text or a number, as labels and amounts have them. */
export function textsOf(fields: Fields): { readonly [key: string]: string } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, `${value}`]] : [],
    ),
  )
}

function own(value: unknown, field: string): unknown {
  return isFields(value) && Object.hasOwn(value, field) ? value[field] : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
