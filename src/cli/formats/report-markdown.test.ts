import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reason, verdict } from '../../check/sample-verdict.ts'
import { codeSpan, fenced, plainWords } from './markdown-text.ts'
import { reportMarkdown } from './report-markdown.ts'
import { formatOptions, sampleReport } from './sample-report.ts'

test('markdown: what is broken in a table, derivations folded', () => {
  const unread = [{ file: 'k8s/bad.yaml', line: 3, says: 'this is no YAML' }]
  assert.equal(
    reportMarkdown(sampleReport(undefined, { unread }), formatOptions),
    `### Seaworthy: ✗ 2 broken (1 cause), ? 1 promise unknown, 1 place not read

\`./k8s\` as of 2026-11-21

| | ✗ broken | tolerated | ~ assumed | ? unknown | ✓ kept |
|---|---:|---:|---:|---:|---:|
| \`shop\` | 2 | 1 | 1 | 2 | 1 |

- not read: \`k8s/bad.yaml:3\` this is no YAML

| | finding | why | where | owner |
|---|---|---|---|---|
| ✗ | \`drains/shop/ledger-db\` and 1 other of the same cause | budget ledger-db wants 1 to stay and there are 1 | \`k8s/ledger db/pdb.yaml:7\` | \`@plants/money\` |
| ? | \`survives/shop/web\` | because of undefined |  |  |

<details><summary>How it is derived</summary>

\`\`\`text
✗ drains/shop/ledger-db   not so: ledger-db is sound
    owner @plants/money
  - budget ledger-db wants 1 to stay and there are 1
      instances  1
      declared at k8s/ledger db/pdb.yaml:7
    hint: one pod more
  - and its claim is bound
      declared at /etc/nodes.yaml:2
    same cause: drains/shop/cards-db
\`\`\`

\`\`\`text
? survives/shop/web   promised: web is sound
  ? because of undefined
\`\`\`

</details>

<details><summary>Kept only if</summary>

\`\`\`text
~ the CNI enforces policy (reaches/shop/web)
\`\`\`

</details>

One in full: \`seaworthy explain ./k8s ID\`
`,
  )
})

test('markdown: nothing broken is one line and the counts', () => {
  const text = reportMarkdown(sampleReport([verdict('admitted/shop/web', 'kept')]), formatOptions)
  assert.match(text, /^### Seaworthy: nothing is broken\n/)
  assert.doesNotMatch(text, /details|finding/)
})

test('markdown: what fails nothing is folded, as far as there is room', () => {
  const report = sampleReport([verdict('admitted/shop/web', 'kept')])
  const advice = [
    { id: 'single-pod/shop', says: { line: '`2` stores run as one pod', rows: [['shop/a', 'b']] } },
  ] as const
  const notes = [{ is: 'note', says: 'a file is skipped' }] as const
  const text = reportMarkdown({ ...report, advice, notes }, formatOptions)
  assert.match(
    text,
    /<summary>Worth knowing<\/summary>\n\n```text\n {2}`2` stores run as one pod\n {4}shop\/a {2}b\n```/,
  )
  assert.match(text, /<summary>Notes<\/summary>\n\n```text\nnote: a file is skipped\n```/)
  const many = Array.from({ length: 5_000 }, (_, i) => ({
    id: `a/${i}`,
    says: { line: `store ${i} ${'x'.repeat(60)}` },
  }))
  const long = reportMarkdown({ ...report, advice: many }, formatOptions)
  assert.ok(long.length < 65_536, `${long.length} characters`)
  assert.match(long, /more lines, too long for here\n\n<\/details>/)
})

test('markdown: a comment stays below what GitHub takes, and says what it leaves out', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => {
    const line = `pod ${i} ${'x'.repeat(2_000)}`
    return verdict(`placed/shop/${i}`, 'broken', { because: [reason(`c${i}`, { says: { line } })] })
  })
  const text = reportMarkdown(sampleReport(many), formatOptions)
  assert.ok(text.length < 65_536, `${text.length} characters`)
  assert.match(text, /and 4,970 more causes\n/)
  assert.match(text, /more causes, too long for here/)
})

const words: [name: string, text: string, shown: string][] = [
  ['a mention', 'ping @everyone', 'ping @&#8203;everyone'],
  ['an issue', 'fixes #1 and GH-2', 'fixes #&#8203;1 and GH-&#8203;2'],
  ['a link', '[x](http://evil) www.evil.example', '\\[x\\]\\(http:&#8203;//evil\\) www.&#8203;evil.example'],
  ['an image of a stranger', '![](x)', '\\!\\[\\]\\(x\\)'],
  ['markup', '<img src=x> **b** `c` | d &amp;', '&lt;img src=x&gt; \\*\\*b\\*\\* \\`c\\` \\| d &amp;amp;'],
  ['a new line', 'a\n# b', 'a\\\\u\\{a\\}#&#8203; b'],
  ['a list', '- a', '\\- a'],
]

for (const [name, text, shown] of words) {
  test(`markdown words: ${name}`, () => {
    assert.equal(plainWords(text), shown)
  })
}

const spans: [name: string, text: string, shown: string][] = [
  ['a name', 'ledger-db', '`ledger-db`'],
  ['backticks', 'a`` @b', '```a`` @b```'],
  ['a backtick at the end', 'a`', '`` a` ``'],
  ['a bar, which would end a cell', 'a|b', '`a\\|b`'],
  ['nothing', '', '` `'],
]

for (const [name, text, shown] of spans) {
  test(`markdown code: ${name}`, () => {
    assert.equal(codeSpan(text), shown)
  })
}

test('markdown block: no line of it can end it', () => {
  assert.deepEqual(fenced(['a', '````', '</details>']), ['`````text', 'a', '````', '</details>', '`````'])
})
