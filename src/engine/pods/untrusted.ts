// Manifests come from files: any field may hold anything. What has the wrong shape reads as absent here,
// and admission says that it has the wrong shape.

export type Fields = { readonly [field: string]: unknown }

/** The value if it is an object with fields, else an empty one. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

/** The members that are objects with fields. */
export function fieldsIn(value: unknown): readonly Fields[] {
  return listOf(value).filter((member): member is Fields => {
    return typeof member === 'object' && member !== null && !Array.isArray(member)
  })
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A whole number of at least 0, or what stands in where there is none. */
export function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : otherwise
}

/** String values only, as labels have them: the value itself where it holds nothing else. */
export function textsOf(value: unknown): { readonly [key: string]: string } {
  const fields = fieldsOf(value)
  return areTexts(fields) ? fields : Object.fromEntries(Object.entries(fields).filter(isText))
}

function areTexts(fields: Fields): fields is { readonly [key: string]: string } {
  return Object.values(fields).every((one) => typeof one === 'string')
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}
