// What Go's text/template and the sprig library bring, as far as ApplicationSets use it.
// Source: text/template/funcs.go (Go 1.26), github.com/Masterminds/sprig v3.3, argo-cd@v3.0.12 applicationset/utils/utils.go:30.

import { TemplateFault } from './go-template-parse.ts'

type Run = (...given: readonly unknown[]) => unknown

/** A function by its name; undefined where it is not among those that are read. */
export function templateFunction(name: string): Run | undefined {
  return functions.get(name)
}

/** Neither nothing, nor false, nor 0, nor empty. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

/** As Go prints it: nothing is `<no value>`. */
export function goText(value: unknown): string {
  if (value === undefined || value === null) return '<no value>'
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`
  if (typeof value !== 'object') return `${value}`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `map[${entries.map(([key, held]) => `${key}:${goText(held)}`).join(' ')}]`
}

/** A name that Kubernetes takes (applicationset/utils/template_functions.go:15). */
export function normalizedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '')
}

const text = (value: unknown) => (typeof value === 'string' ? value : goText(value))

function held(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) {
    const at = Number(key)
    if (!(at >= 0 && at < value.length)) throw new TemplateFault(`index ${at} is beyond the list`)
    return value[at]
  }
  const isHeld = typeof value === 'object' && value !== null && Object.hasOwn(value, text(key))
  return isHeld ? (value as { readonly [key: string]: unknown })[text(key)] : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function cut(length: unknown, value: unknown): string {
  const most = Number(length)
  return most >= 0 ? text(value).slice(0, most) : text(value).slice(most)
}

function ofTwo(first: unknown, second: unknown, ...others: readonly unknown[]): boolean {
  return [second, ...others].some((other) => goText(first) === goText(other))
}

// sprig's split makes a map of `_0`, `_1`…; splitList a list.
function splitMap(sign: unknown, value: unknown): object {
  return Object.fromEntries(
    text(value)
      .split(text(sign))
      .map((part, at) => [`_${at}`, part]),
  )
}

const functions: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['index', (value, ...keys) => keys.reduce(held, value)],
  ['get', (map, key) => held(map, key) ?? ''],
  ['dig', (...given) => given.slice(0, -2).reduce(held, given.at(-1)) ?? given.at(-2)],
  ['hasKey', (map, key) => typeof map === 'object' && map !== null && Object.hasOwn(map, text(key))],
  ['len', (value) => (typeof value === 'string' ? value.length : Object.keys(value ?? {}).length)],
  ['print', (...given) => given.map(text).join('')],
  ['printf', (format, ...given) => printed(text(format), given)],
  ['quote', (value) => JSON.stringify(text(value))],
  ['squote', (value) => `'${text(value)}'`],
  ['eq', (first, second, ...others) => ofTwo(first, second, ...others)],
  ['ne', (first, second) => !ofTwo(first, second)],
  ['lt', (first, second) => Number(first) < Number(second)],
  ['gt', (first, second) => Number(first) > Number(second)],
  ['le', (first, second) => Number(first) <= Number(second)],
  ['ge', (first, second) => Number(first) >= Number(second)],
  ['and', (...given) => given.find((value) => !isTrue(value)) ?? given.at(-1)],
  ['or', (...given) => given.find(isTrue) ?? given.at(-1)],
  ['not', (value) => !isTrue(value)],
  ['default', (otherwise, value) => (isTrue(value) ? value : otherwise)],
  ['coalesce', (...given) => given.find(isTrue)],
  ['empty', (value) => !isTrue(value)],
  ['ternary', (yes, no, which) => (isTrue(which) ? yes : no)],
  ['lower', (value) => text(value).toLowerCase()],
  ['upper', (value) => text(value).toUpperCase()],
  ['trim', (value) => text(value).trim()],
  ['trimPrefix', (prefix, value) => text(value).replace(new RegExp(`^${escaped(prefix)}`), '')],
  ['trimSuffix', (suffix, value) => text(value).replace(new RegExp(`${escaped(suffix)}$`), '')],
  ['trimAll', (signs, value) => trimmedOf(text(signs), text(value))],
  ['replace', (from, to, value) => text(value).replaceAll(text(from), () => text(to))],
  ['contains', (part, value) => text(value).includes(text(part))],
  ['hasPrefix', (prefix, value) => text(value).startsWith(text(prefix))],
  ['hasSuffix', (suffix, value) => text(value).endsWith(text(suffix))],
  ['trunc', (length, value) => cut(length, value)],
  ['substr', (from, to, value) => text(value).slice(Number(from), Number(to) < 0 ? undefined : Number(to))],
  ['split', splitMap],
  ['splitList', (sign, value) => text(value).split(text(sign))],
  ['join', (sign, value) => listOf(value).map(text).join(text(sign))],
  ['list', (...given) => given],
  ['first', (value) => listOf(value)[0]],
  ['last', (value) => listOf(value).at(-1)],
  ['rest', (value) => listOf(value).slice(1)],
  ['initial', (value) => listOf(value).slice(0, -1)],
  ['has', (one, value) => listOf(value).some((item) => goText(item) === goText(one))],
  ['base', (value) => text(value).replace(/^.*\//s, '')],
  ['dir', (value) => text(value).replace(/\/?[^/]*$/, '') || '.'],
  ['toString', (value) => text(value)],
  ['int', (value) => Math.trunc(Number(value)) || 0],
  ['add', (...given) => given.reduce<number>((sum, value) => sum + Number(value), 0)],
  ['sub', (first, second) => Number(first) - Number(second)],
  ['toJson', (value) => JSON.stringify(value)],
  ['normalize', (value) => normalizedName(text(value))],
])

function printed(format: string, given: readonly unknown[]): string {
  let next = 0
  return format.replace(/%([%svdq])/g, (_, verb) => {
    if (verb === '%') return '%'
    const value = given[next++]
    return verb === 'q' ? JSON.stringify(text(value)) : text(value)
  })
}

function escaped(value: unknown): string {
  return text(value).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function trimmedOf(signs: string, value: string): string {
  let from = 0
  let to = value.length
  while (from < to && signs.includes(value[from] ?? '')) from++
  while (to > from && signs.includes(value[to - 1] ?? '')) to--
  return value.slice(from, to)
}
