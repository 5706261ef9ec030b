import type { Random } from '../random.ts'

const head = 'apiVersion: v1\nkind: Sample\n'

/** A file that is meant to take a reader's time or memory. */
export function hostile(random: Random): string {
  const shape = random.pick(shapes)
  return shape(random, sizeOf(random))
}

// Most are small, since a slow way shows early; few are as large as files become, for go-yaml takes its time with those.
function sizeOf(random: Random): number {
  const most = random.weighted([
    [80, 300],
    [15, 5_000],
    [4.8, 30_000],
    [0.2, 200_000],
  ])
  return random.int(1, most)
}

type Shape = (random: Random, size: number) => string

const opening = [
  '[',
  '{',
  '{a: ',
  '[a, ',
  '- ',
  '? ',
  '"',
  "'",
  '&a ',
  '!!str ',
  '{? ',
  '[[a], ',
  '|\n',
  ': ',
  '[{',
  '[?',
]
const repeated = [
  'a',
  ' ',
  '\t',
  '\n',
  '#',
  '-',
  '---\n',
  'a: ',
  'a\n',
  '\\',
  '"a"',
  "''",
  'é',
  '\u{1F600}',
  ', ',
  '? a\n',
  '\r',
  '\n ',
]

const shapes: readonly Shape[] = [
  (random, size) => `${head}a: ${random.pick(opening).repeat(size)}`,
  (random, size) => head + random.pick(opening).repeat(size),
  (_, size) => `${head}a: ${'['.repeat(size)}${']'.repeat(size)}`,
  (_, size) => head + nested(size % 1000),
  (random, size) =>
    `${head}${random.pick(['a: ', 'a: "', 'a: |\n  ', '# ', 'a: [', '? '])}${random.pick(repeated).repeat(size)}`,
  (random, size) => random.pick(repeated).repeat(size),
  bomb,
  (random, size) =>
    `${head}a: &a {b: 1}\n${lined(size % 20_000, (at) => `c${at}: ${random.pick(['*a', '{<<: *a}', '[*a, *a]'])}`)}`,
  (_, size) => head + lined(size, (at) => `a${at}: &a${at % 500} ${at}`),
  (_, size) => head + lined(size, (at) => `? a${at}\n: ${at}`),
  (_, size) => `${head}items:\n${lined(size, () => '- {apiVersion: v1, kind: A, metadata: {name: a}}')}`,
  (_, size) => lined(size % 5_000, () => `---\n${head}`),
  (_, size) => `{"apiVersion":"v1","kind":"A","a":${'['.repeat(size)}${']'.repeat(size)}}`,
  (_, size) => '{"apiVersion":"v1","kind":"A"}'.repeat(size % 5_000),
  (_, size) => `${head}a: [${'a, '.repeat(size)}]\n`,
  (_, size) => `${head}${'k'.repeat(size % 3_000)}: a\n"${'\u{1F600}'.repeat(size % 1_500)}": b\n`,
]

function lined(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')
}

function nested(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('')
}

// Each line holds the one before several times.
function bomb(random: Random, size: number): string {
  const width = random.int(1, 12)
  const depth = size % 12
  const levels = lined(depth, (at) => `a${at + 1}: &a${at + 1} [${Array(width).fill(`*a${at}`).join(', ')}]`)
  return `${head}a0: &a0 [${Array(width).fill('x').join(', ')}]\n${levels}`
}
