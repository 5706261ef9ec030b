import type { Random } from '../random.ts'

// Scalars that YAML 1.1, YAML 1.2, Go and JavaScript read differently.
const plain = [
  ...[
    'yes',
    'Yes',
    'YES',
    'no',
    'No',
    'n',
    'N',
    'y',
    'Y',
    'on',
    'On',
    'ON',
    'off',
    'Off',
    'true',
    'True',
    'TRUE',
    'tRue',
    'false',
  ],
  ...['null', 'Null', 'NULL', 'nUll', '~', '', 'nil', 'none', '=', '<<'],
  ...[
    '0',
    '-0',
    '+0',
    '1',
    '+1',
    '-1',
    '01',
    '010',
    '0o10',
    '0O7',
    '08',
    '-010',
    '0x1F',
    '0X1f',
    '-0x1',
    '0b11',
    '0b12',
    '0B1',
    '1_000',
    '_1',
    '1_',
    '1__0',
    '0_1',
    '0x_1',
  ],
  ...[
    '1.0',
    '1.',
    '.5',
    '-.5',
    '+.5',
    '.',
    '1e3',
    '1E3',
    '1e+3',
    '1e-3',
    '1.5e3',
    '.5e1',
    '1e',
    'e1',
    '1e400',
    '1_0.5',
    '0.1',
    '1.10',
    '00.5',
    '1.2.3',
    '0x1p3',
    '1e3.5',
  ],
  ...['.inf', '-.inf', '+.inf', '.Inf', '.INF', 'inf', '.nan', '.NaN', '.NAN', 'nan', 'Infinity', 'NaN'],
  ...[
    '9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '-9223372036854775809',
    '18446744073709551615',
    '18446744073709551616',
    '123456789012345678901234567890',
  ],
  ...[
    '1:30',
    '1:30:15',
    '190:20:30.15',
    '60:00',
    '0:0',
    '12:60',
    '2001-12-14',
    '2001-12-14T21:59:43Z',
    '2001-12-14 21:59:43.10 -5',
    '2001-1-1',
    '20:30',
  ],
  ...[
    'a',
    'a b',
    'a:b',
    'a#b',
    'a #b',
    '-a',
    '- a',
    '?a',
    ':a',
    'a:',
    '@a',
    '`a',
    '%a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    ',',
    '500m',
    '1Gi',
    '10%',
    '0.0.0.0',
    '10.0.0.0/8',
    'é',
    '\u{1F600}',
    '\u00a0',
    'a\\tb',
    '---',
    '...',
    '--- a',
    '"',
    "'",
    "it's",
    '0777',
    '0o777',
  ],
]
const tags = [
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!binary',
  '!!timestamp',
  '!custom',
  '!',
  '!!set',
  '!!map',
  '!!seq',
  '!<tag:yaml.org,2002:str>',
]
const quoted = [
  '"yes"',
  "'1'",
  '"a\\tb"',
  '"\\x41"',
  '"\\u00e9"',
  '"\\U0001F600"',
  '"\\/"',
  '"\\e"',
  '"\\ "',
  '"\\q"',
  "'it''s'",
  '""',
  "''",
  '"a\\\n  b"',
  '"a\n  b"',
  '"a\n\n  b"',
  "'a\n  b'",
  '"a',
  "'a",
  '"\\0"',
  '"\\N\\_\\L\\P"',
  '"\\ud83d\\ude00"',
  '"\\ud800"',
  '"a: b"',
  '"#"',
  '"a" b',
  '"a"#b',
]
const keys = [
  'a',
  'b',
  'c',
  'a',
  '"a"',
  "'b'",
  'yes',
  'y',
  'on',
  '1',
  '01',
  '1.5',
  '~',
  'null',
  'true',
  '"1"',
  '""',
  '? a',
  '<<',
  '=',
  '__proto__',
  'constructor',
  '2001-12-14',
  'a b',
  '- a',
  '[a]',
  '{a: b}',
  '0x1',
  '1e3',
  '.inf',
  '*a',
  '&k a',
  '!!str 1',
  'é',
  'toString',
  '1:30',
  '-1',
  '9223372036854775808',
]

const step = '  '

/** Some lines that are mostly YAML. */
export function inventDocument(random: Random): string {
  const lines = random.list(random.int(1, 3), () => inventEntry(random, '', 2)).join('')
  const end = random.weighted([
    [20, ''],
    [1, '...\n'],
    [1, '# end'],
    [1, '...\n# end\n'],
    [1, '\n\n'],
  ])
  return (random.chance(0.04) ? damaged(lines, random) : lines) + end
}

function inventEntry(random: Random, indent: string, depth: number): string {
  const key = random.chance(0.5) ? random.pick(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) : random.pick(keys)
  return `${indent}${key}:${inventValue(random, indent, depth)}`
}

function inventValue(random: Random, indent: string, depth: number): string {
  const deeper = indent + step
  return random.weighted<() => string>([
    [8, () => ` ${inventScalar(random)}${comment(random)}\n`],
    [
      depth > 0 ? 3 : 0,
      () => `\n${random.list(random.int(1, 3), () => inventEntry(random, deeper, depth - 1)).join('')}`,
    ],
    [depth > 0 ? 3 : 0, () => inventList(random, random.chance(0.3) ? indent : deeper, depth)],
    [2, () => ` ${inventFlow(random, depth)}${comment(random)}\n`],
    [2, () => ` ${inventBlock(random, deeper)}`],
    [1, () => ` ${random.pick(['&a ', '&a ', '*a', '*b', '&b '])}${random.chance(0.5) ? inventScalar(random) : ''}\n`],
    [1, () => `\n${deeper}${inventScalar(random)}\n`],
    [1, () => ` a\n${deeper}${inventScalar(random)}\n`],
  ])()
}

function inventList(random: Random, indent: string, depth: number): string {
  const item = () =>
    random.weighted<() => string>([
      [5, () => `${indent}- ${inventScalar(random)}\n`],
      [2, () => `${indent}- ${inventEntry(random, '', 0)}`],
      [1, () => `${indent}-${inventValue(random, indent, depth - 1)}`],
      [1, () => `${indent}- - ${inventScalar(random)}\n`],
    ])()
  return `\n${random.list(random.int(1, 3), item).join('')}`
}

function inventScalar(random: Random): string {
  const tag = random.chance(0.05) ? `${random.pick(tags)} ` : ''
  return tag + (random.chance(0.8) ? random.pick(plain) : random.pick(quoted))
}

function inventFlow(random: Random, depth: number): string {
  const inner = () => (depth > 0 && random.chance(0.2) ? inventFlow(random, depth - 1) : inventScalar(random))
  const comma = random.pick([', ', ',', ' ,', ',\n    '])
  const end = random.chance(0.1) ? ',' : ''
  const count = random.int(0, 3)
  if (random.chance(0.5)) return `[${random.list(count, inner).join(comma)}${end}]`
  const pair = () => `${random.pick(keys)}${random.pick([': ', ': ', ': ', ':', ''])}${inner()}`
  return `{${random.list(count, pair).join(comma)}${end}}`
}

function inventBlock(random: Random, indent: string): string {
  const header = random.pick(['|', '>']) + random.pick(['', '-', '+', '2', '1', '-2', '2-', '3', '0', '9'])
  const line = () =>
    random.pick(['a', 'b c', '', ' x', '  y', '# no comment', 'yes', '\tz', '- a', 'k: v', 'trailing '])
  const lines = random.list(random.int(0, 4), line)
  return `${header}${comment(random)}\n${lines.map((one) => (one === '' ? '\n' : `${indent}${one}\n`)).join('')}`
}

function comment(random: Random): string {
  return random.chance(0.9) ? '' : random.pick([' # note', '# none', '  #', '\t# note', ' '])
}

function damaged(text: string, random: Random): string {
  const at = random.int(0, text.length)
  return (
    text.slice(0, at) +
    random.pick([
      '\t',
      ' ',
      '\r\n',
      '\n',
      ':',
      '-',
      '#',
      '"',
      '{',
      '\u0000',
      '\ufeff',
      '\u0085',
      '\u2028',
      '\u0007',
      '%',
    ]) +
    text.slice(at)
  )
}
