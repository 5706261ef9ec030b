import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { calicoNegation, calicoSelector } from './calico-selector.ts'

// A selector, labels, and whether it takes them; undefined: nobody reads it. As libcalico-go/lib/selector/parser/parser_test.go.
const rows: [selector: string, labels: { [key: string]: string }, takes: boolean | undefined][] = [
  ['', { a: 'b' }, true],
  ['all()', {}, true],
  ['!all()', {}, false],
  ['a == "b"', { a: 'b' }, true],
  ["a == 'b'", { a: 'b' }, true],
  ['a == "b"', { a: 'c' }, false],
  ['a == "b"', {}, false],
  ['a != "b"', { a: 'c' }, true],
  ['a != "b"', {}, true],
  ['a != "b"', { a: 'b' }, false],
  ['a in {"b", "c"}', { a: 'c' }, true],
  ['a in {}', { a: 'c' }, false],
  ['a not in {"b","c"}', { a: 'd' }, true],
  ['a not in {"b","c"}', {}, true],
  ['a not in {}', {}, true],
  ['has(a)', { a: '' }, true],
  ['!has(a)', { b: 'x' }, true],
  ['! has(a)', { a: 'x' }, false],
  ['has(a) && b == "c"', { a: 'x', b: 'c' }, true],
  ['has(a) && b == "c"', { b: 'c' }, false],
  ['has(a) || b == "c"', { b: 'c' }, true],
  ['a == "x" || b == "y" && c == "z"', { a: 'x' }, true],
  ['(a == "x" || b == "y") && c == "z"', { a: 'x' }, false],
  ['!(a == "x" || b == "y")', { b: 'y' }, false],
  ['!(a == "x" && b == "y")', { b: 'y' }, true],
  ['example.com/role == "db"', { 'example.com/role': 'db' }, true],
  ['__proto__ == "x"', {}, false],
  ['a contains "b"', { a: 'abc' }, undefined],
  ['a starts with "b"', { a: 'b' }, undefined],
  ['a == b', { a: 'b' }, undefined],
  ['a == "b', { a: 'b' }, undefined],
  ['a = "b"', { a: 'b' }, undefined],
  ['(a == "b"', { a: 'b' }, undefined],
  ['has(a) has(b)', { a: 'b' }, undefined],
  [`${'!('.repeat(200)}all()${')'.repeat(200)}`, {}, undefined],
  [Array.from({ length: 7 }, (_, at) => `(has(a${at}) || has(b${at}))`).join(' && '), {}, undefined],
]

for (const [selector, labels, takes] of rows)
  test(`calico selector: ${selector.slice(0, 60)} on ${JSON.stringify(labels)}`, () => {
    const matches = (alternatives: ReturnType<typeof calicoSelector>) =>
      alternatives?.some((matchExpressions) => matchesLabels({ matchExpressions }, labels))
    assert.equal(matches(calicoSelector(selector)), takes)
    if (takes !== undefined && selector !== '') assert.equal(matches(calicoNegation(selector)), !takes)
  })
