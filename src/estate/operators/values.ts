import type { Fields } from '../import/fields.ts'

/** The text of a field; undefined for anything else and for the empty text. */
export function textIn(fields: Fields, field: string): string | undefined {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The whole number of a field, at least 0; undefined for anything else. */
export function countIn(fields: Fields, field: string): number | undefined {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** The texts of a list; other members are left out. */
export function listIn(fields: Fields, field: string): readonly string[] {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
