import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery } from '../../estate/promql/read-query.ts'
import { seriesOf } from './series-of.ts'

const never: readonly [expression: string, why: object][] = [
  ['up{job="a", job="b"} == 0', { why: 'matchers', of: 'up{job="a", job="b"}', said: 'job="a" and job="b"' }],
  ['x{a="b", a!~"b|c"}', { why: 'matchers', of: 'x{a="b", a!~"b|c"}', said: 'a="b" and a!~"b|c"' }],
  [
    'x{a=~"b|c", a!="b", a!="c"}',
    { why: 'matchers', of: 'x{a=~"b|c", a!="b", a!="c"}', said: 'a=~"b|c" and a!="b" and a!="c"' },
  ],
  ['sum(rate(x{a="", a=~".+"}[5m])) > 1', { why: 'matchers', of: 'x{a="", a=~".+"}', said: 'a="" and a=~".+"' }],
  ['up == 2', { why: 'value', of: 'up', values: '0 or 1', op: '==', with: '2' }],
  ['count(x) == 0', { why: 'value', of: 'count(x)', values: 'at least 1', op: '==', with: '0' }],
  [
    '1 > count by (job) (up == 0)',
    { why: 'value', of: 'count by (job) (up == 0)', values: 'at least 1', op: '<', with: '1' },
  ],
  ['avg(up) * 100 > 100', { why: 'value', of: 'avg(up) * 100', values: 'between 0 and 100', op: '>', with: '100' }],
  ['1 - up < 0', { why: 'value', of: '1 - up', values: '1 or 0', op: '<', with: '0' }],
  ['day_of_week() == 7', { why: 'value', of: 'day_of_week()', values: 'between 0 and 6', op: '==', with: '7' }],
  ['x > 5 < 5', { why: 'value', of: 'x > 5', values: 'above 5', op: '<', with: '5' }],
  ['changes(x[1h]) < 0', { why: 'value', of: 'changes(x[1h])', values: 'at least 0', op: '<', with: '0' }],
  [
    'sum by (namespace) (errors) / total{job="orders"} > 0.1',
    { why: 'sides', op: '/', left: 'no label job', right: 'job="orders"' },
  ],
  ['x{code="500"} / x{code="200"}', { why: 'sides', op: '/', left: 'code="500"', right: 'code="200"' }],
  ['x{env="a"} and on (env) y{env=~"b|c"}', { why: 'sides', op: 'and', left: 'env="a"', right: 'env=~"b|c"' }],
  ['absent(sum(x) or vector(0))', { why: 'present', of: 'sum(x) or vector(0)' }],
  ['x > 90 and x < 80', { why: 'both', left: 'x > 90', op: 'and', right: 'x < 80' }],
  ['x > 90 and y and x < 80', { why: 'both', left: 'x > 90 and y', op: 'and', right: 'x < 80' }],
  ['x > 5 unless x > 3', { why: 'both', left: 'x > 5', op: 'unless', right: 'x > 3' }],
  ['up > 1 or up < 0', { why: 'value', of: 'up', values: '0 or 1', op: '>', with: '1' }],
]

const may: readonly string[] = [
  'up == 0',
  'up{job="a", job=~"a|b"} == 0',
  'x{a!="b", a!="c"}',
  'x{a=~"b.*", a!~".*c"}',
  'absent(up{job="orders"})',
  'count(x) == 1',
  'count(up == 0) or vector(0) > 3',
  'avg(up) < 0.5',
  'rate(x[5m]) < 0',
  'sum by (job) (errors) / sum by (job) (total{job="orders"})',
  'sum(rate(x{code=~"5.."}[5m])) / sum(rate(x{code="200"}[5m])) > 0.1',
  'x{code="500"} / ignoring (code) x{code="200"}',
  'x{code="500"} / on (pod) x{code="200"}',
  'x{code="500"} unless x{code="200"}',
  'x{code="500"} or x{code="200"}',
  'label_replace(x{a="1"}, "a", "2", "b", "c") == on (a) y{a="2"}',
  'time() - last{job="orders"} > 3600',
  'quantile_over_time(1 - 0.1, x{job="a"}[5m]) > on (job) y{job="a"}',
  'histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) > 1 and on (job) up{job="a"} == 1',
  'x > 90 and x offset 1h < 80',
  '{__name__=~"a|b"} > 90 and {__name__=~"a|b"} < 80',
  'x > 90 and on (pod) x < 80',
  'x > 5 unless (x > 3 and y)',
  'x > 5 unless x > scalar(y)',
  'x unless x > 3',
  'x unless x != 2',
  'x > 5 unless x > 5 != 90',
  'x unless x offset 1h',
  'vector(1)',
  'absent(up) == 1',
  'x + fill (0) y{a="1"} > 1',
  'up == fill (2) y',
  'sum(up) > 3',
  'count_values("version", x) > 1 and on (version) y{version="2"}',
  'x{a="1"} * on (pod) group_left (a) y > 1 and on (a) z{a="2"}',
  'round(x, 0.1) < 0',
  'x == NaN or x != x',
]

const read = (expression: string) => {
  const said = readQuery(expression)
  assert.ok('query' in said, expression)
  return seriesOf(said.query)
}

for (const [expression, why] of never) {
  test(`series-of: ${expression} never is`, () => assert.deepEqual(read(expression).never, why))
}

for (const expression of may) {
  test(`series-of: ${expression} may be`, () => assert.equal(read(expression).never, undefined))
}
