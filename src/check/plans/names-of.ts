import { byCodePoint } from '../../platform/order.ts'

/** Sorted: the order in which they are declared says nothing. */
export function namesOf(values: readonly { readonly name: string }[]): readonly string[] {
  return values.map(({ name }) => name).toSorted(byCodePoint)
}
