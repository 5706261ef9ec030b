/** The value at a path; undefined where there is none. */
export function fieldIn(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as { readonly [step: string | number]: unknown })[step]
  }
  return found
}
