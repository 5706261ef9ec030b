import type { Random } from '../random.ts'

const signs = [
  '\t',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  ':',
  ': ',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '|',
  '>',
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '!!str ',
  '%',
  '@',
  '`',
  '\\',
  '---\n',
  '\n---\n',
  '\n--- # x\n',
  '\n...\n',
  '~',
  '\uFEFF',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u00a0',
  'é',
  '\u{1F600}',
  '<<: ',
  '? ',
  '0',
  '1e3',
  '0o7',
  'yes',
  'null',
  '{{ .x }}',
  '!',
  '!!binary ',
  '!!int ',
  '!a!b ',
  '!<x> ',
  '%YAML 1.1\n',
  '%TAG ! x\n',
  '\u2029',
  '\u007f',
  '\ufffd',
  '\ufffe',
  '|-\n',
  '>2+\n',
  '|0\n',
  '\\\n',
  '\\x41',
  '\\/',
  '__proto__: ',
]

/** A text with one to four things changed in it; another one to take parts from. */
export function mutated(random: Random, text: string, other: string): string {
  let changed = text
  for (let left = random.int(1, 4); left > 0; left--) changed = mutatedOnce(random, changed, other)
  return changed
}

function mutatedOnce(random: Random, text: string, other: string): string {
  const change = random.weighted([
    [10, bytes],
    [10, lines],
    [3, values],
    [2, whole],
  ])
  return change(random, text, other)
}

function bytes(random: Random, text: string): string {
  const at = random.int(0, Math.max(0, text.length - 1))
  return random.weighted<() => string>([
    [3, () => text.slice(0, at) + text.slice(at + random.int(1, 3))],
    [4, () => text.slice(0, at) + random.pick(signs) + text.slice(at)],
    [2, () => text.slice(0, at) + random.pick(signs) + text.slice(at + 1)],
    [1, () => text.slice(0, at) + random.text(random.int(1, 6), () => anyCharacter(random)) + text.slice(at)],
    [1, () => text.slice(0, at)],
    [1, () => text.slice(at)],
  ])()
}

function anyCharacter(random: Random): string {
  const most = random.pick([0x20, 0x7f, 0x7f, 0xff, 0xd7ff, 0x10ffff])
  return String.fromCodePoint(random.int(0, most))
}

function lines(random: Random, text: string, other: string): string {
  const all = text.split('\n')
  const at = random.int(0, all.length - 1)
  const line = all[at] ?? ''
  const count = random.int(1, 6)
  const block = all.slice(at, at + count)
  const replaced = (by: readonly string[]) => all.toSpliced(at, count, ...by).join('\n')
  return random.weighted<() => string>([
    [2, () => all.toSpliced(at, 1).join('\n')],
    [2, () => all.toSpliced(at, 0, all[random.int(0, all.length - 1)] ?? '').join('\n')],
    [2, () => all.with(at, ` ${line}`).join('\n')],
    [2, () => all.with(at, line.replace(/^ /, '')).join('\n')],
    [2, () => replaced(block.map((one) => random.pick([' ', '  ', '    ', '\t']) + one))],
    [2, () => replaced(block.map((one) => one.replace(/^ {1,2}/, '')))],
    [1, () => replaced(block.map((one) => one.replace(/^( +)/, (spaces) => '\t'.repeat(spaces.length / 2))))],
    [1, () => replaced(block.map((one) => `${one}\r`))],
    [2, () => all.toSpliced(at, 0, `${' '.repeat(random.int(0, 8))}# note: {a`).join('\n')],
    [1, () => all.with(at, `${line} # note`).join('\n')],
    [1, () => all.with(at, `${line}# note`).join('\n')],
    // Two manifests, one cut into the other.
    [2, () => [...all.slice(0, at), ...other.split('\n').slice(random.int(0, 12))].join('\n')],
    [1, () => replaced(other.split('\n').slice(0, count))],
  ])()
}

const wrappings = [
  '"',
  "'",
  ['[', ']'],
  ['{', '}'],
  ['[', ', ]'],
  ['{a: ', '}'],
  ['? ', ''],
  ['- ', ''],
  ['"\\u00e9', '"'],
]
const before = [
  '&a ',
  '&a !!str ',
  '!!str &a ',
  '*a',
  '!!int ',
  '!!float ',
  '!!bool ',
  '!!null ',
  '!own ',
  '! ',
  '<<: ',
]
const headers = ['|', '>', '|-', '>+', '|2', '>1-', '|+9', '| # note', '|# note', '|x']

// What stands behind a colon or a dash, written in another way.
function values(random: Random, text: string): string {
  const all = text.split('\n')
  const at = random.int(0, all.length - 1)
  const [, indent = '', key = '', value = ''] = /^( *)((?:- )*[^:]*: |(?:- )+)?(.*)$/.exec(all[at] ?? '') ?? []
  const wrapping = random.pick(wrappings)
  const written = random.weighted<() => string>([
    [3, () => (wrapping[0] ?? '') + value + (wrapping.at(-1) ?? '')],
    [3, () => random.pick(before) + value],
    [2, () => `${random.pick(headers)}\n${indent}${' '.repeat(random.int(0, 4))}${value}`],
    [1, () => `\n${indent}${' '.repeat(random.int(0, 4))}${value}`],
    [1, () => `${value}\n${indent}${' '.repeat(random.int(0, 4))}${value}`],
    [1, () => `"${value}\n${indent}${' '.repeat(random.int(0, 3))}${value}"`],
    [1, () => `{<<: *a, ${value}: [${value}, <<]}`],
  ])()
  return all.with(at, indent + key + written).join('\n')
}

function whole(random: Random, text: string, other: string): string {
  return random.pick<() => string>([
    () => text.replaceAll('\n', '\r\n'),
    () => text.replaceAll('\n', random.pick(['\r', '\r\r\n', '\u0085', '\u2028'])),
    () => `\uFEFF${text}`,
    () => `${text}\n---\n${other}`,
    () => `${text}\n--- # note\n---\n\uFEFF${other}`,
    () => `apiVersion: v1\nkind: List\nitems:\n- ${text.replaceAll('\n', '\n  ')}`,
    () => `{apiVersion: v1, kind: ConfigMapList, items: [${text.replaceAll('\n', ' ')}]}`,
    () => `common: &a\n  x: 1\n${text.replace(/^( *)(\w+):$/m, '$1$2:\n$1  <<: *a')}`,
    () => text.replace(/^/gm, ' '),
  ])()
}
