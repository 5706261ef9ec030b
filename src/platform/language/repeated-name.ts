import type { Say } from '../validate.ts'

/** Says the second of two that share a name. */
export function repeatedName(values: readonly { readonly name: string }[], path: string, say: Say): void {
  const names = values.map(({ name }) => name)
  values.forEach(({ name }, index) => {
    if (names.indexOf(name) !== index)
      say({ path: `${path}[${index}]`, found: `a second '${name}'`, allowed: 'a name of its own' })
  })
}
