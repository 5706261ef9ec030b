import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from './read.ts'

function read(text: string) {
  return readManifests(text, 'shop.yaml')
}

/** The value of `spec` in a manifest that has nothing else. */
function spec(text: string): unknown {
  const { manifests, problems } = read(`apiVersion: v1\nkind: Thing\nspec: ${text}\n`)
  assert.deepEqual(problems, [])
  return manifests[0]?.manifest.spec
}

const scalars: [written: string, value: unknown][] = [
  ['yes', true],
  ['y', true],
  ['On', true],
  ['TRUE', true],
  ['n', false],
  ['No', false],
  ['off', false],
  ['yEs', 'yEs'],
  ['nO', 'nO'],
  ['"yes"', 'yes'],
  ["'0644'", '0644'],
  ['0644', 420],
  ['-0644', -420],
  ['0o14', 12],
  ['0x1F', 31],
  ['0b101', 5],
  ['-0b101', -5],
  ['089', 89],
  ['0o8', '0o8'],
  ['1_000', 1000],
  ['1_000.5', 1000.5],
  ['_1', '_1'],
  ['12:30', '12:30'],
  ['1:2:3', '1:2:3'],
  ['2026-11-21', '2026-11-21'],
  ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00Z'],
  ['2026-11', '2026-11'],
  ['1e3', 1000],
  ['1.', 1],
  ['.5', 0.5],
  ['.5_0', 0.5],
  ['+5', 5],
  ['1e400', '1e400'],
  ['18446744073709551615', 2 ** 64],
  ['~', null],
  ['', null],
  ['null', null],
  ['nil', 'nil'],
  ['!!str 12', '12'],
  ['!!int "12"', 12],
  ['!!float 3', 3],
  ['!!bool "yes"', true],
  ['!!binary aGk=', 'hi'],
  ['! 12', '12'],
  ['!shop 12', '12'],
  ['100m', '100m'],
  ['1Gi', '1Gi'],
  ['1.2.3', '1.2.3'],
  ['a#b', 'a#b'],
  ['|\n  a\n  b', 'a\nb\n'],
  ['>-\n  a\n  b', 'a b'],
  ['a\u2028  b', 'a\u2028b'],
  ['"a\u0085  b"', 'a b'],
]
for (const [written, value] of scalars) {
  test(`scalar ${JSON.stringify(written)} is ${JSON.stringify(value)}`, () => assert.equal(spec(written), value))
}

test('kubectl ends the last line of a file where nobody did', () => {
  const whole = 'apiVersion: v1\nkind: ConfigMap\ndata:\n  cut: |\n    a\n    b'
  const dataOf = (text: string) => read(text).manifests[0]?.manifest.data
  assert.deepEqual(dataOf(whole), { cut: 'a\nb\n' })
  assert.deepEqual(dataOf(`${whole}\n`), { cut: 'a\nb\n' })
})

test('inside brackets and quotes a line may begin anywhere, and places stay', () => {
  const text = 'apiVersion: v1\nkind: Pod\nspec:\n  args: [\n    a,\n  b\n  ]\n  note: "a\n  b"\n  last: 1\n'
  const { manifests, problems } = read(text)
  assert.deepEqual(problems, [])
  assert.deepEqual(manifests[0]?.manifest.spec, { args: ['a', 'b'], note: 'a b', last: 1 })
  assert.deepEqual(manifests[0]?.lineOf(['spec', 'args', 1]), { line: 6, column: 3 })
  assert.deepEqual(manifests[0]?.lineOf(['spec', 'last']), { line: 10, column: 3 })
})

test('a fault below such a line is found where it stands', () => {
  const { problems } = read('apiVersion: v1\nargs: [\n]\n  - b: a: c\n')
  assert.deepEqual(
    problems.map(({ line }) => line),
    [4],
  )
})

test('keys become text as in JSON', () => {
  assert.deepEqual(Object.keys(spec('{80: a, 0644: b, on: c, 1.5: d, 1e6: e, "x": f}') as object), [
    '80',
    '420',
    'true',
    '1.5',
    '1e+06',
    'x',
  ])
})

test('merge keys: what is written later wins', () => {
  assert.deepEqual(spec('{a: &a {x: 1, w: 1}, b: {<<: *a, w: 2}, c: {w: 2, <<: *a}, d: {<<: [*a, {x: 3, z: 3}]}}'), {
    a: { x: 1, w: 1 },
    b: { x: 1, w: 2 },
    c: { x: 1, w: 1 },
    d: { x: 1, w: 1, z: 3 },
  })
})

test('documents, lists and typed lists are taken apart, empty documents passed over', () => {
  const { manifests, problems } = read(
    [
      '# nothing here',
      '---',
      'apiVersion: v1',
      'kind: List',
      'items:',
      '- {apiVersion: v1, kind: Service, metadata: {name: cart}}',
      '---',
      'apiVersion: v1',
      'kind: ConfigMapList',
      'items:',
      '  - metadata: {name: prices}',
      '---',
      '',
      '--- # the last',
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: orders}',
    ].join('\n'),
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(
    manifests.map(({ manifest, document, at }) => [
      manifest.kind,
      manifest.metadata.name,
      document,
      at.line,
      at.column,
    ]),
    [
      ['Service', 'cart', 1, 6, 3],
      ['ConfigMap', 'prices', 2, 11, 5],
      ['Pod', 'orders', 3, 15, 1],
    ],
  )
  assert.equal(manifests[1]?.manifest.apiVersion, 'v1')
})

test('JSON is read too, tabs and escapes and all', () => {
  const { manifests } = read(
    '{\n\t"apiVersion": "v1",\n\t"kind": "Pod", "metadata": {"name": "\\u00e9\\/\\ud83d\\ude00"}\n}\n',
  )
  assert.equal(manifests[0]?.manifest.metadata.name, 'é/😀')
})

test('a field’s place is found, in lists, through aliases and merges', () => {
  const { manifests } = read(
    [
      'apiVersion: v1',
      'kind: List',
      'items:',
      '- apiVersion: apps/v1',
      '  kind: Deployment',
      '  metadata: {name: orders}',
      '  common: &common',
      '    tier: back',
      '  spec:',
      '    <<: *common',
      '    containers:',
      '    - name: a',
      '    - name: b',
      '      image: "x"',
      '    other: *common',
      '    "quoted": 1',
    ].join('\r\n'),
  )
  const lineOf = manifests[0]?.lineOf ?? assert.fail()
  assert.deepEqual(lineOf([]), { line: 4, column: 3 })
  assert.deepEqual(lineOf(['metadata', 'name']), { line: 6, column: 14 })
  assert.deepEqual(lineOf(['spec', 'containers']), { line: 11, column: 5 })
  assert.deepEqual(lineOf(['spec', 'containers', 1]), { line: 13, column: 7 })
  assert.deepEqual(lineOf(['spec', 'containers', 1, 'image']), { line: 14, column: 7 })
  assert.deepEqual(lineOf(['spec', 'tier']), { line: 8, column: 5 })
  assert.deepEqual(lineOf(['spec', 'other', 'tier']), { line: 8, column: 5 })
  assert.deepEqual(lineOf(['spec', 'quoted']), { line: 16, column: 5 })
  assert.equal(lineOf(['spec', 'gone']), undefined)
  assert.equal(lineOf(['spec', 'containers', 7]), undefined)
  assert.equal(lineOf(['kind', 'x']), undefined)
})

const head = 'apiVersion: v1\nkind: Thing\n'
const bomb = `${head}a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`

const faults: [name: string, text: string, line: number, column: number | undefined, says: RegExp][] = [
  ['a duplicate key', `${head}spec:\n  a: 1\n  b: 2\n  a: 3\n`, 6, 3, /"a" stands here a second time/],
  ['a duplicate after conversion', `${head}spec: {1: a, "1": b}\n`, 3, 14, /"1" stands here a second time/],
  ['a null key', `${head}~: 1\n`, 3, 1, /a key here is no text/],
  ['a list as key', `${head}? [a]\n: 1\n`, 3, 3, /a key here is no text/],
  ['broken YAML', `${head}a: b: c\n`, 3, 5, /^this is no YAML: /],
  ['an unknown alias', `${head}a: *gone\n`, 3, 4, /\*gone has no anchor/],
  ['an alias in its own anchor', `${head}a: &a [*a]\n`, 3, 8, /inside its own anchor/],
  ['an alias bomb', bomb, 7, undefined, /aliases blow this document up/],
  ['nesting without end', `${head}a: ${'['.repeat(5000)}\n`, 3, undefined, /^this is no YAML: /],
  ['infinity', `${head}a: .inf\n`, 3, 4, /no number that JSON can carry/],
  ['a tag that lies', `${head}a: !!int x\n`, 3, 10, /not what its tag says/],
  ['an escape that JSON alone has', `${head}a: "\\/"\n`, 3, 5, /is no escape in YAML/],
  ['half a character', `${head}a: "\\ud83d"\n`, 3, 5, /is no escape in YAML/],
  ['a merge of text', `${head}a: {<<: b}\n`, 3, 5, /<< merges a mapping/],
  ['a second document without ---', `${head}...\na: 1\n`, 4, 1, /a second document begins here/],
  ['a question mark between brackets', `${head}a: [b, http://c/?d]\n`, 3, 17, /sign of a key/],
  ['a key on two lines', `${head}a: {b\n  c: 1}\n`, 4, 4, /a key ends on its line/],
  ['a mark of byte order inside', `${head}a: b\ufeffc\n`, 3, 5, /U\+FEFF stands here unescaped/],
  ['a plain text that begins with a colon in brackets', `${head}a: [b, :c]\n`, 3, 8, /did not find expected/],
  ['a tab before a key', `${head}a:\n\tb: 1\n`, 4, 1, /a tab is no indentation/],
  ['text behind the end', `${head}a: 1\n]\n`, 4, 1, /did not find expected key/],
  ['a line break of a Macintosh before ---', `${head}a: 1\r---\nb: 2\n`, 3, 6, /a second document begins here/],
  ['a last line that kubectl loses', `${head}a: ${'é'.repeat(2046)}b`, 3, 1, /passes over a last line/],
  ['a directive', '%YAML 1.1\n---\napiVersion: v1\n', 1, 1, /kubectl takes no directives/],
  ['a control character', `${head}a: "\u0000"\n`, 3, 5, /control character U\+0000/],
  ['text behind ---', `--- {a: b}\n`, 1, 1, /nothing but a comment behind ---/],
  ['more than JSON after JSON', '{}{} a', 1, undefined, /after more than one JSON value/],
  ['a JSON key twice', '{"apiVersion":"v1","kind":"A","a":1,"a":2}', 1, 37, /"a" stands here a second time/],
  [
    'nesting without end in JSON',
    `{"apiVersion":"v1","kind":"A","a":${'['.repeat(999)}${']'.repeat(999)}}`,
    1,
    undefined,
    /nested more than 200 deep/,
  ],
  ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', 1, 1, /has no kind, so/],
  ['a kind that is no text', 'apiVersion: v1\nkind: 3\nmetadata: {}\n', 1, 1, /has no kind/],
  ['no apiVersion', '# a\nkind: Pod\nspec: {}\n', 2, 1, /has no apiVersion, so/],
  ['an item without a kind', 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n', 4, 3, /has no kind/],
  ['an item that is nothing', 'apiVersion: v1\nkind: List\nitems:\n- null\n', 4, 3, /item of a list is no mapping/],
  [
    'a list with an item that is text',
    'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: A}\n- text\n',
    5,
    3,
    /kubectl takes nothing of the list/,
  ],
  [
    'a list in a list without apiVersion',
    'kind: List\nitems:\n- {a: b, items: [{apiVersion: v1, kind: A}]}\n',
    3,
    3,
    /has no apiVersion/,
  ],
  ['an item with items of nothing', 'kind: List\nitems:\n- {a: b, items: }\n', 3, 3, /has no apiVersion/],
  ['items that are no list', 'apiVersion: v1\nkind: Thing\nitems: {}\n', 1, 1, /items of this Thing are no list/],
  ['metadata that is text', `${head}metadata: x\n`, 1, 1, /metadata of this Thing is no mapping/],
]
for (const [name, text, line, column, says] of faults) {
  test(`refused: ${name}`, () => {
    const { manifests, problems } = read(text)
    assert.equal(manifests.length, 0)
    assert.equal(problems.length, 1)
    assert.match(problems[0]?.says ?? '', says)
    assert.ok(problems[0]?.next)
    if (name !== 'an alias bomb') assert.equal(problems[0]?.line, line)
    if (column !== undefined) assert.equal(problems[0]?.column, column)
  })
}

const forOthers: [name: string, text: string, problems: number][] = [
  ['a ? between brackets', 'paths: [/a?b]\n', 0],
  ['an escape of JSON', 'a: "\\/"\n', 0],
  ['a directive', '%YAML 1.2\n---\nopenapi: 3.1.0\n', 0],
  ['a line of a tab alone', 'a:\n\t\n  b: 1\n', 0],
  ['the same in what may be a manifest', 'kind: A\npaths: [/a?b]\n', 1],
  ['the same in a template', 'a: "\\/"\nb: {{ .Values.b }}\n', 1],
  ['what nobody reads', 'a: [\n', 1],
]

for (const [name, text, count] of forOthers) {
  test(`a file of another tool: ${name}`, () => assert.equal(read(text).problems.length, count))
}

test('one bad document spoils no other', () => {
  const { manifests, problems } = read(`${head}---\na: [\n---\n${head}`)
  assert.equal(manifests.length, 2)
  assert.deepEqual(
    problems.map(({ line }) => line),
    [4],
  )
})

test('\\r\\n ends one line, and what stands before it others', () => {
  const dataOf = (text: string) => read(`apiVersion: v1\r\nkind: A\r\n${text}`).manifests[0]?.manifest.data
  assert.deepEqual(dataOf('data: b\r\n  c\r\n'), 'b c')
  assert.equal(dataOf('data: |\r\n  a\r\n\r\n  b\r\n'), 'a\n\nb\n')
  assert.equal(dataOf('data: |\r\r\r\n  a\r\n'), '\na\n')
})

test('a fault in a file of \\r\\n is found on its line', () => {
  const [problem] = read(`${head}a: 1\nb: 2\nc: [d\n`.replaceAll('\n', '\r\n')).problems
  assert.deepEqual([problem?.line, problem?.column], [5, 4])
})

test('a bracket that nobody closes is found where it opens', () => {
  const [problem] = read(`${head}a: {\n  b: [c,\n  d: e\n`).problems
  assert.deepEqual([problem?.line, problem?.column], [4, 6])
  assert.match(problem?.says ?? '', /did not find expected ',' or ']' before the end of this/)
})

test('a file without end is not read', () => {
  const { problems } = read(' '.repeat(33 * 2 ** 20))
  assert.match(problems[0]?.says ?? '', /larger than 32 MiB/)
})

test('keys of the prototype are plain keys', () => {
  const manifest = read(`${head}__proto__: {polluted: true}\nconstructor: 1\nspec: {__proto__: 1, toString: 2}\n`)
    .manifests[0]?.manifest
  assert.ok(manifest)
  assert.equal('polluted' in manifest, false)
  assert.equal(Object.getPrototypeOf(manifest), Object.prototype)
  assert.deepEqual(Object.keys(manifest), ['apiVersion', 'kind', '__proto__', 'constructor', 'spec', 'metadata'])
  assert.deepEqual(Object.entries(manifest.spec as object), [
    ['__proto__', 1],
    ['toString', 2],
  ])
})

test('nothing is no problem', () => {
  for (const text of ['', '\n\n', '---\n---\n', '# a comment\n', 'null\n', '\uFEFF']) {
    assert.deepEqual(read(text), { manifests: [], others: [], problems: [] })
  }
})

test('a place in an earlier document is found when the later ones have been read', () => {
  const text = ['a', 'b'].map((name) => `kind: Pod\napiVersion: v1\nmetadata:\n  name: ${name}\n`).join('---\n# two\n')
  const { manifests } = readManifests(
    `${text}---\nkind: [\n---\n{"kind":"Pod","apiVersion":"v1",\n"metadata":{}}`,
    'a.yaml',
  )
  assert.deepEqual(
    manifests.map(({ at, lineOf }) => [at.line, lineOf(['metadata', 'name'])?.line, lineOf(['metadata'])?.line]),
    [
      [1, 4, 3],
      [7, 10, 9],
      [14, undefined, 15],
    ],
  )
})
