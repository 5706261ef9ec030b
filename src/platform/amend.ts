// The same platform with something in it said differently: every noun that holds the changed one is made again, at its
// own place. What a fix proposes is tried so, and asked again.

import { makingOf } from './made.ts'

type Options = { readonly [option: string]: unknown }

/** Answers with other options for a noun's value, or undefined to leave it as it is. */
export type Change = (value: object, options: Options) => Options | undefined

/** Makes `root` again with every noun inside it changed; nouns that are the same stay the same values. */
export function amend<T extends object>(root: T, change: Change): T {
  const done = new Map<object, object>()

  const again = (value: object): object => {
    const known = done.get(value)
    if (known) return known
    const made = makingOf(value)
    if (!made) return plain(value)
    const held = plain(made.given) as Options
    const wanted = change(value, held) ?? held
    const result = wanted === made.given ? value : made.remake(wanted)
    done.set(value, result)
    return result
  }

  const plain = (value: object): object => {
    if (Array.isArray(value)) {
      const mapped = value.map(any)
      return mapped.every((item, at) => item === value[at]) ? value : mapped
    }
    const entries = Object.entries(value)
    const mapped = entries.map(([key, item]) => [key, any(item)] as const)
    return mapped.every(([, item], at) => item === entries[at]?.[1]) ? value : Object.fromEntries(mapped)
  }

  const any = (item: unknown): unknown => (typeof item === 'object' && item !== null ? again(item) : item)

  return again(root) as T
}

/** `options` with one of them, however deep, set to a value; undefined takes it away. */
export function withOption(options: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(options)) return options.map((item, at) => (at === Number(key) ? withOption(item, rest, to) : item))
  const held = typeof options === 'object' && options !== null ? (options as Options) : {}
  const value = withOption(Object.hasOwn(held, key) ? held[key] : undefined, rest, to)
  const others = Object.entries(held).filter(([name]) => name !== String(key))
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]])
}
