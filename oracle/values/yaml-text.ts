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
    "it's",
    '0777',
    '0o777',
  ],
]
const tags = ['!!str', '!!int', '!!float', '!!bool', '!!null', '!custom', '!', '!<tag:yaml.org,2002:str>']
const tagged = ['1', '-2', '0x1F', '010', '1.5', 'a', 'yes', 'true', '~', '', '"x"', "'1'"]
// Between brackets, a colon or a question mark beside one means different things to different readers.
const inFlow = plain.filter((text) => /^[-+.~=\w\u00c0-\uffff]([-+.~=/%\w\u00c0-\uffff]| (?!#))*$/.test(text))
const quoted = [
  ...[
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
  ],
  ...['""', "''", '"\\0"', '"\\N\\_\\L\\P"', '"\\ud83d\\ude00"', '"\\ud800"', '"a: b"', '"#"', '"a # b"', '"{}"'],
]
const keys = [
  ...[
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
    '"2"',
    '""',
    '? a',
    '<<',
    '=',
  ],
  ...['__proto__', 'constructor', '2001-12-14', 'a b', '[a]', '{a: b}', '0x1', '1e3', '*a ', '&k a', 'é'],
  ...['toString', '1:30', '-1', 'a/b', 'a.b/c-d'],
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
  const breaks = random.chance(0.05) ? '\r\n' : '\n'
  return (lines + end).replaceAll('\n', breaks)
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
    [1, () => ` ${inventLongFlow(random, indent)}\n`],
    [2, () => ` ${inventBlock(random, deeper)}`],
    [1, () => ` ${random.pick(['&a ', '&a ', '*a', '*b', '&b '])}${random.chance(0.5) ? random.pick(tagged) : ''}\n`],
    [1, () => ` "a\n${random.pick([indent, deeper])}b"\n`],
    [2, () => ` ${inventLines(random, deeper)}\n`],
    [1, () => `\n${deeper}${inventScalar(random)}\n`],
    [1, () => ` a\n${deeper}${inventScalar(random)}\n`],
  ])()
}

function inventList(random: Random, indent: string, depth: number): string {
  const item = () =>
    random.weighted<() => string>([
      [5, () => `${indent}- ${inventScalar(random)}\n`],
      [2, () => `${indent}- ${inventEntry(random, indent + step, 0).trimStart()}`],
      [1, () => `${indent}-${inventValue(random, indent, depth - 1)}`],
      [1, () => `${indent}- - ${inventScalar(random)}\n`],
    ])()
  return `\n${random.list(random.int(1, 3), item).join('')}`
}

function inventScalar(random: Random): string {
  if (random.chance(0.05)) return `${random.pick(tags)} ${random.pick(tagged)}`
  return random.chance(0.8) ? random.pick(plain) : random.pick(quoted)
}

function inventFlow(random: Random, depth: number): string {
  const inner = () =>
    depth > 0 && random.chance(0.2)
      ? inventFlow(random, depth - 1)
      : random.pick([random.pick(inFlow), random.pick(quoted)])
  const comma = random.pick([', ', ',', ' ,'])
  const end = random.chance(0.1) ? ',' : ''
  const count = random.int(0, 3)
  if (random.chance(0.5)) return `[${random.list(count, inner).join(comma)}${end}]`
  const pair = () => `${random.pick(['a', 'b', 'c', 'a-b', '"d"', 'yes', '1'])}: ${inner()}`
  return `{${random.list(count, pair).join(comma)}${end}}`
}

// One item a line, as for long arguments; the bracket closes where the key began.
function inventLongFlow(random: Random, indent: string): string {
  const item = () =>
    `${indent}${random.pick([step, ''])}${random.pick(inFlow.filter((text) => !/^(|---.*|\.\.\.)$/.test(text)))}`
  return `[\n${random.list(random.int(1, 3), item).join(',\n')}\n${indent}]`
}

function inventBlock(random: Random, indent: string): string {
  const header = random.pick(['|', '>']) + random.pick(['', '', '-', '+', '-', '+'])
  const line = () =>
    random.pick(['a', 'b c', '', ' x', '  y', '# no comment', 'yes', 'k\tz', '- a', 'k: v', 'trailing '])
  const lines = random.list(random.int(0, 4), line)
  return `${header}${comment(random)}\n${lines.map((one) => (one === '' ? '\n' : `${indent}${one}\n`)).join('')}`
}

// A text over lines, of which some are empty, with or without quotes.
function inventLines(random: Random, indent: string): string {
  const quote = random.pick(['', '', '"', "'"])
  const inQuotes =
    quote === '"' ? ['\\', 'a\\', '\\n', 'a \\', '\\ a'] : quote === "'" ? ["''", "a''"] : ['a:b', "it's"]
  const line = () => random.pick(['a', 'b c', '', '', ' d', 'e  ', '\t', '# f', 'yes', ...inQuotes])
  const [first = 'a', ...others] = random.list(random.int(2, 5), line)
  const text = [first || 'a', ...others.map((one) => (one === '' ? '' : indent + one))].join('\n')
  return quote + text + quote
}

function comment(random: Random): string {
  return random.chance(0.9) ? '' : random.pick([' # note', '  #', ' '])
}
