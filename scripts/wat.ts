// A small assembler: WebAssembly text with folded instructions, as far as our kernel uses it, to its bytes.
// Source: WebAssembly Core Specification 2.0, chapters 5 (binary format) and 6 (text format).

type Node = string | readonly Node[]

/** Name → opcode, after its prefix; what stands between name and operands is told by the name's kind below. */
const opcodes: { readonly [name: string]: readonly number[] } = {
  'local.get': [0x20],
  'local.set': [0x21],
  'local.tee': [0x22],
  'i32.const': [0x41],
  'i32.load': [0x28],
  'i32.store': [0x36],
  'i32.lt_u': [0x49],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.and': [0x71],
  'i32.xor': [0x73],
  'i32.shl': [0x74],
  'i32.shr_u': [0x76],
  'v128.load': [0xfd, 0],
  'v128.store': [0xfd, 11],
  'v128.const': [0xfd, 12],
  'i32x4.splat': [0xfd, 17],
  'i32x4.extract_lane': [0xfd, 27],
  'v128.and': [0xfd, 78],
  'v128.andnot': [0xfd, 79],
  'v128.or': [0xfd, 80],
  'v128.xor': [0xfd, 81],
  'v128.any_true': [0xfd, 83],
  'i8x16.popcnt': [0xfd, 98],
  'i16x8.extadd_pairwise_i8x16_u': [0xfd, 125],
  'i32x4.extadd_pairwise_i16x8_u': [0xfd, 127],
  'i32x4.shl': [0xfd, 171, 1],
  'i32x4.shr_u': [0xfd, 173, 1],
  'i32x4.add': [0xfd, 174, 1],
}

const types: { readonly [name: string]: number } = { i32: 0x7f, v128: 0x7b }
const empty = 0x40

/** The bytes of a module; throws for what it does not know. */
export function assembled(text: string): Uint8Array {
  const module = parsed(text)
  const parts = module.slice(1).filter((part) => typeof part !== 'string')
  const memory = parts.find(([head]) => head === 'memory') ?? []
  const functions = parts.filter(([head]) => head === 'func').map(functionOf)
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(functions.map(({ type }) => type))),
    ...section(3, vector(functions.map((_, at) => unsigned(at)))),
    ...section(5, vector([[0, ...unsigned(Number(memory.at(-1)))]])),
    ...section(
      7,
      vector([[...name('memory'), 2, 0], ...functions.map((one, at) => [...name(one.exported), 0, ...unsigned(at)])]),
    ),
    ...section(10, vector(functions.map(({ code }) => [...unsigned(code.length), ...code]))),
  ])
}

function parsed(text: string): readonly Node[] {
  const open: Node[][] = [[]]
  for (const [token] of text.replaceAll(/;;.*/g, '').matchAll(/[()]|"[^"]*"|[^\s()"]+/g)) {
    if (token === '(') open.push([])
    else if (token === ')') {
      const done = open.pop() ?? []
      open.at(-1)?.push(done)
    } else open.at(-1)?.push(token)
  }
  return open[0]?.[0] as readonly Node[]
}

function functionOf(node: readonly Node[]) {
  const lists = node.slice(1).filter((part) => typeof part !== 'string')
  const of = (head: string) => lists.filter(([first]) => first === head)
  const [params, locals] = [of('param'), of('local')]
  const typeAt = (part: readonly Node[], at: number) => types[part[at] as string] as number
  const names = [...params, ...locals].map((part) => part[1] as string)
  const body = lists.filter(([head]) => !['export', 'param', 'result', 'local'].includes(head as string))
  const code = [
    ...vector(locals.map((part) => [1, typeAt(part, 2)])),
    ...body.flatMap((part) => instruction(part, { names, labels: [] })),
    0x0b,
  ]
  const results = of('result').map((part) => [typeAt(part, 1)])
  const type = [0x60, ...vector(params.map((part) => [typeAt(part, 2)])), ...vector(results)]
  return { exported: String(of('export')[0]?.[1]).slice(1, -1), type, code }
}

interface Scope {
  readonly names: readonly string[]
  /** Innermost last. */
  readonly labels: readonly string[]
}

/** Operands first, then what is done with them. */
function instruction(node: readonly Node[], scope: Scope): readonly number[] {
  const [head, ...rest] = node as readonly [string, ...Node[]]
  const operands = (nodes: readonly Node[]) =>
    nodes.filter((part) => typeof part !== 'string').flatMap((part) => instruction(part, scope))
  if (head === 'loop') {
    const within = { ...scope, labels: [...scope.labels, rest[0] as string] }
    return [0x03, empty, ...rest.slice(1).flatMap((part) => instruction(part as readonly Node[], within)), 0x0b]
  }
  if (head === 'if') {
    const within = { ...scope, labels: [...scope.labels, ''] }
    const then = (rest[1] as readonly Node[]).slice(1)
    return [
      ...operands(rest.slice(0, 1)),
      ...[0x04, empty],
      ...then.flatMap((part) => instruction(part as readonly Node[], within)),
      0x0b,
    ]
  }
  if (head === 'br_if') {
    const depth = scope.labels.length - 1 - scope.labels.lastIndexOf(rest[0] as string)
    return [...operands(rest), 0x0d, ...unsigned(depth)]
  }
  const opcode = opcodes[head]
  if (!opcode) throw new Error(`no instruction is called ${head}`)
  return [...operands(rest), ...opcode, ...immediate(head, rest, scope)]
}

function immediate(head: string, rest: readonly Node[], { names }: Scope): readonly number[] {
  const said = rest.find((part) => typeof part === 'string') as string | undefined
  if (head.startsWith('local.')) return unsigned(names.indexOf(said ?? ''))
  if (head === 'i32.const') return signed(Number(said))
  if (head === 'v128.const') return new Array<number>(16).fill(0)
  if (head.endsWith('_lane')) return [Number(said)]
  // How memory is aligned, as a power of two, and how far from the address.
  if (/\.(load|store)$/.test(head)) return [head.startsWith('v128') ? 4 : 2, ...unsigned(Number(said?.slice(7) ?? 0))]
  return []
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content]
}

function vector(parts: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(parts.length), ...parts.flat()]
}

function name(text: string): readonly number[] {
  return vector([...Buffer.from(text)].map((byte) => [byte]))
}

/** Seven bits a byte, the lowest first, the highest bit set in all but the last (LEB128). */
function unsigned(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): readonly number[] {
  const rest = value >> 7
  const isLast = (rest === 0 && (value & 64) === 0) || (rest === -1 && (value & 64) !== 0)
  return isLast ? [value & 127] : [(value & 127) | 128, ...signed(rest)]
}
