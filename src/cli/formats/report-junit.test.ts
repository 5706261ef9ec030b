import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reason, verdict } from '../../check/sample-verdict.ts'
import { reportJunit } from './report-junit.ts'
import { sampleReport } from './sample-report.ts'
import { xmlText } from './xml-text.ts'

test('junit: a suite per place, a case per verdict', () => {
  const unread = [{ file: 'k8s/bad.yaml', line: 3, says: 'this is no YAML', next: 'correct it' }]
  assert.equal(
    reportJunit(sampleReport(undefined, { unread })),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="./k8s">
  <testsuite name="unread" tests="1" failures="0" errors="1" skipped="0" timestamp="2026-11-21T00:00:00">
    <testcase classname="unread" name="k8s/bad.yaml:3" time="0">
      <error message="this is no YAML" type="unread">this is no YAML
next: correct it</error>
    </testcase>
  </testsuite>
  <testsuite name="shop" tests="7" failures="2" errors="1" skipped="2" timestamp="2026-11-21T00:00:00">
    <testcase classname="drains" name="drains/shop/ledger-db" time="0">
      <failure message="budget ledger-db wants 1 to stay and there are 1" type="drains">✗ drains/shop/ledger-db
    not so: ledger-db is sound
    owner @plants/money
  - budget ledger-db wants 1 to stay and there are 1
      instances  1
      declared at k8s/ledger db/pdb.yaml:7
    hint: one pod more
  - and its claim is bound
      declared at /etc/nodes.yaml:2</failure>
    </testcase>
    <testcase classname="drains" name="drains/shop/cards-db" time="0">
      <failure message="the same budget" type="drains">✗ drains/shop/cards-db
    not so: cards-db is sound
    the same budget</failure>
    </testcase>
    <testcase classname="selects" name="selects/shop/web" time="0">
      <skipped message="broken, tolerated by platform until 2027-05-31: because of cause of selects/shop/web"/>
    </testcase>
    <testcase classname="placed" name="placed/shop/web" time="0">
      <skipped message="unknown, because of undefined"/>
    </testcase>
    <testcase classname="survives" name="survives/shop/web" time="0">
      <error message="because of undefined" type="survives">? survives/shop/web
    promised: web is sound
  ? because of undefined</error>
    </testcase>
    <testcase classname="reaches" name="reaches/shop/web" time="0">
      <system-out>assuming that the CNI enforces policy</system-out>
    </testcase>
    <testcase classname="admitted" name="admitted/shop/web" time="0"/>
  </testsuite>
</testsuites>
`,
  )
})

const rows: [name: string, text: string, shown: string][] = [
  ['markup', `<a href="x">'&`, '&lt;a href=&quot;x&quot;&gt;&apos;&amp;'],
  ['an end of CDATA', ']]>', ']]&gt;'],
  ['what XML cannot hold', 'a\u0000b\u0007c\ufffed', 'a\\u{0}b\\u{7}c\\u{fffe}d'],
  ['half a pair', 'a\ud800b', 'a\ufffdb'],
  ['what reorders text', 'a\u202eb', 'a\\u{202e}b'],
  ['a line break in a name', 'a\nb', 'a\\u{a}b'],
  ['other scripts and signs', 'größe 🚢 ✓', 'größe 🚢 ✓'],
]

for (const [name, text, shown] of rows) {
  test(`xml text: ${name}`, () => {
    assert.equal(xmlText(text), shown)
  })
}

test('junit: an expired waiver tolerates nothing', () => {
  const waiver = { owner: 'platform', reason: 'r', until: '2026-01-01', expired: true }
  const text = reportJunit(sampleReport([verdict('drains/shop/web', 'broken', { waiver, because: [reason('c')] })]))
  assert.match(text, /failures="1" errors="0" skipped="0"/)
})
