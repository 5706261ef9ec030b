import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from './clean.ts'

const rows: [name: string, text: string, shown: string][] = [
  ['what people write stays', 'Übergabe · 船 − ≤ ✗ é', 'Übergabe · 船 − ≤ ✗ é'],
  ['colours', '\u001b[31mred', '\\u{1b}[31mred'],
  ['a bell', 'ding\u0007', 'ding\\u{7}'],
  ['a line that would begin another', 'a\nb\rc', 'a\\u{a}b\\u{d}c'],
  ['a control of eight bits', 'a\u009b2J', 'a\\u{9b}2J'],
  ['right to left', 'a\u202egnp.exe', 'a\\u{202e}gnp.exe'],
  ['an isolate', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
  ['no width at all', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
  ['tags that nobody sees', 'a\u{e0041}', 'a\\u{e0041}'],
]

for (const [name, text, shown] of rows) {
  test(`clean: ${name}`, () => assert.equal(clean(text), shown))
}
