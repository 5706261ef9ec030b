// Calico's selector language, as alternatives of plain requirements: `role == "db" && !has(legacy) || tier in {"a", "b"}`.
// Source: projectcalico/calico, libcalico-go/lib/selector/tokenizer/tokenizer.go and parser/parser.go.

import type { LabelRequirement } from '../../kubernetes/types.ts'

/** Any of these, each all of its requirements. None: nothing is taken; one that is empty: everything. */
export type Alternatives = readonly (readonly LabelRequirement[])[]

/** More than that and nobody reads it any longer. */
const mostAlternatives = 64
const deepest = 32

/** undefined where it is no selector, or says what only `global()`, `contains` or the like can say. */
export function calicoSelector(text: string): Alternatives | undefined {
  const tokens = tokensOf(text)
  if (!tokens) return undefined
  if (tokens.length === 0) return [[]]
  const reader: Reader = { tokens, at: 0 }
  const tree = either(reader, 0)
  return tree && reader.at === tokens.length ? alternatives(tree, false) : undefined
}

/** What the selector does not take. */
export function calicoNegation(text: string): Alternatives | undefined {
  return text.trim() === '' ? [[]] : calicoSelector(`!(${text})`)
}

/** Both at once; undefined where they are too many. */
export function bothOf(a: Alternatives, b: Alternatives): Alternatives | undefined {
  if (a.length * b.length > mostAlternatives) return undefined
  return a.flatMap((one) => b.map((other) => [...one, ...other]))
}

type Token = readonly [is: 'sign' | 'text' | 'word', value: string]

interface Reader {
  readonly tokens: readonly Token[]
  at: number
}

type Tree =
  | { readonly is: 'or' | 'and'; readonly of: readonly Tree[] }
  | { readonly is: 'not'; readonly of: Tree }
  | { readonly is: 'all' }
  | ({ readonly is: 'test' } & LabelRequirement)

const signs = /^\s*(==|!=|&&|\|\||[!(){},])/
const quoted = /^\s*(?:"([^"]*)"|'([^']*)')/
const word = /^\s*([a-zA-Z0-9_./-]{1,512})/

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  let rest = text
  while (rest.trim() !== '') {
    const sign = signs.exec(rest)
    const string = sign ? null : quoted.exec(rest)
    const label = sign || string ? null : word.exec(rest)
    const found = sign ?? string ?? label
    if (!found) return undefined
    if (sign) tokens.push(['sign', sign[1] ?? ''])
    else if (string) tokens.push(['text', string[1] ?? string[2] ?? ''])
    else tokens.push(['word', label?.[1] ?? ''])
    rest = rest.slice(found[0].length)
  }
  return tokens
}

function either(reader: Reader, depth: number): Tree | undefined {
  return listOf(reader, '||', 'or', (each) => all(each, depth))
}

function all(reader: Reader, depth: number): Tree | undefined {
  return listOf(reader, '&&', 'and', (each) => operation(each, depth))
}

function listOf(
  reader: Reader,
  sign: string,
  is: 'or' | 'and',
  read: (reader: Reader) => Tree | undefined,
): Tree | undefined {
  const of: Tree[] = []
  do {
    const one = read(reader)
    if (!one) return undefined
    of.push(one)
  } while (takes(reader, sign))
  return of.length === 1 ? of[0] : { is, of }
}

function operation(reader: Reader, depth: number): Tree | undefined {
  if (depth > deepest) return undefined
  if (takes(reader, '!')) {
    const of = operation(reader, depth + 1)
    return of && { is: 'not', of }
  }
  if (takes(reader, '(')) {
    const inner = either(reader, depth + 1)
    return takes(reader, ')') ? inner : undefined
  }
  const key = nextOf(reader, 'word')
  if (key === undefined) return undefined
  if ((key === 'has' || key === 'all') && takes(reader, '(')) return called(reader, key)
  return comparison(reader, key)
}

function called(reader: Reader, name: 'has' | 'all'): Tree | undefined {
  const key = name === 'has' ? nextOf(reader, 'word') : ''
  if (key === undefined || !takes(reader, ')')) return undefined
  return name === 'all' ? { is: 'all' } : { is: 'test', key, operator: 'Exists' }
}

function comparison(reader: Reader, key: string): Tree | undefined {
  const operator = takes(reader, '==') ? 'In' : takes(reader, '!=') ? 'NotIn' : undefined
  if (operator) {
    const value = nextOf(reader, 'text')
    return value === undefined ? undefined : { is: 'test', key, operator, values: [value] }
  }
  const first = nextOf(reader, 'word')
  const isNot = first === 'not'
  const wanted = isNot ? nextOf(reader, 'word') : first
  const values = wanted === 'in' ? setOf(reader) : undefined
  return values && { is: 'test', key, operator: isNot ? 'NotIn' : 'In', values }
}

function setOf(reader: Reader): readonly string[] | undefined {
  if (!takes(reader, '{')) return undefined
  const values: string[] = []
  do {
    const value = nextOf(reader, 'text')
    if (value === undefined) break
    values.push(value)
  } while (takes(reader, ','))
  return takes(reader, '}') ? values : undefined
}

function takes(reader: Reader, sign: string): boolean {
  const [is, value] = reader.tokens[reader.at] ?? []
  if (is !== 'sign' || value !== sign) return false
  reader.at++
  return true
}

function nextOf(reader: Reader, wanted: 'text' | 'word'): string | undefined {
  const [is, value] = reader.tokens[reader.at] ?? []
  if (is !== wanted) return undefined
  reader.at++
  return value
}

const opposite = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' } as const

// `not in` and `!=` take what has no such label too, as in Kubernetes: each test has its exact opposite.
function alternatives(tree: Tree, isNegated: boolean): Alternatives | undefined {
  switch (tree.is) {
    case 'all':
      return isNegated ? [] : [[]]
    case 'not':
      return alternatives(tree.of, !isNegated)
    case 'test': {
      const { key, operator, values } = tree
      const meant = isNegated ? opposite[operator] : operator
      if (values?.length === 0) return meant === 'In' ? [] : [[]]
      return [[{ key, operator: meant, ...(values && { values }) }]]
    }
    default: {
      const parts = tree.of.map((each) => alternatives(each, isNegated))
      if (!parts.every((part) => part !== undefined)) return undefined
      if ((tree.is === 'or') !== isNegated) {
        const any = parts.flat()
        return any.length > mostAlternatives ? undefined : any
      }
      return parts.reduce<Alternatives | undefined>((joined, part) => joined && bothOf(joined, part), [[]])
    }
  }
}
