// Whether two values of a manifest are the same, as long as they say it in the same way: no text is made of them.

/** Never true for values that differ. Objects are plain: those that print as something else than their fields differ. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one)) return Array.isArray(other) && areSameMembers(one, other)
  return !Array.isArray(other) && areSameFields(one, other)
}

function areSameMembers(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (!isSameValue(one[at], other[at])) return false
  return true
}

function areSameFields(one: object, other: object): boolean {
  if ('toJSON' in one || 'toJSON' in other) return false
  let count = 0
  for (const name in one) {
    // A field of that name would be compared with what every object inherits; any other inherited value is a function.
    if (name === '__proto__' && !Object.hasOwn(other, name)) return false
    count += 1
    if (!isSameValue((one as Values)[name], (other as Values)[name])) return false
  }
  for (const _ in other) count -= 1
  return count === 0
}

type Values = { readonly [name: string]: unknown }
