import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery } from './read-query.ts'

const taken: readonly string[] = [
  'up == 0',
  'sum by (job) (rate(http_requests_total{code=~"5.."}[5m])) / ignoring (code) group_left (team) total > 0.05',
  'sum(rate(x[5m] offset 1h)) without (pod)',
  'topk(5, x) > 3',
  'count_values("version", build_info)',
  'histogram_quantile(0.99, sum by (le) (rate(latency_bucket[10m])))',
  'max_over_time(rate(x[5m])[1h:1m])',
  'absent({"http.requests", "service.name"="orders"})',
  'hour() > 8 and on () vector(1)',
  'x > bool 3 == 1',
  '1 == bool 2',
  'label_replace(x, "a", "$1", "b", "(.*)")',
  '# why\nfoo{bar!=""}',
  'predict_linear(free[1h], 4 * 3600) < 0',
  "time() - last{a='it\\'s'} > 1d",
  'x @ end() or y offset -5m',
  '-x offset 5m == bool 2',
  '1 > ignoring () avg(x)',
  'max_over_time((-x)[5m:1m] offset 1h)',
  '{__name__=~"a|b", job="c"}',
]
const refused: readonly [expression: string, fault: string][] = [
  ['sum(x', 'it ends where more must follow'],
  ['x >> 3', 'it is no PromQL at > 3'],
  ['rate(x)', 'rate wants a range, not a vector'],
  ['x[5m] > 3', '> wants a vector, not a range'],
  ['1 == 2', 'two numbers are compared with bool'],
  ['{}', '{} wants at least one matcher that an empty text fails'],
  ['sum(x)[5m]', 'a range is written after a selector alone; elsewhere [5m:]'],
  ['x{__name__="y"}', 'it names the metric twice: x, y'],
  ['clamp(x, 1)', 'clamp takes 3 arguments, not 2'],
  ['x and 1', 'and wants a vector on both sides'],
  ['topk(x)', 'topk takes 2 arguments, not 1'],
  ['sum(x) offset 5m', 'offset stands after a selector or its range alone'],
  ['(x) offset 5m', 'offset 5m stands after a selector alone'],
  ['-(x) offset 5m', 'offset 5m stands after a selector alone'],
  ['x offset 5m offset 1h', 'x offset 5m has offset twice'],
  ['rate(x[0m])', 'x[0m] has a window of no length'],
  ['x + bool y', 'bool stands with a comparison alone, not with +'],
  ['x{a="\\q"}', 'it has a text that cannot be read: "\\q"'],
]

test('read-query: what Prometheus takes', () => {
  for (const expression of taken) assert.ok('query' in readQuery(expression), expression)
})

for (const [expression, fault] of refused) {
  test(`read-query: ${expression} is refused`, () => {
    assert.deepEqual(readQuery(expression), { fault })
  })
}

test('read-query: a selector and its matchers', () => {
  assert.deepEqual(readQuery('x{a="\\u00e9", __name__!="y"}'), { fault: 'it names the metric twice: x, y' })
  assert.deepEqual(readQuery('{__name__="x", a!~`b\\.c`}'), {
    query: {
      is: 'selector',
      metric: 'x',
      matchers: [{ label: 'a', op: '!~', value: 'b\\.c' }],
      text: '{__name__="x", a!~`b\\.c`}',
    },
  })
})

test('read-query: what follows a selector belongs to it alone', () => {
  const shapeOf = (text: string) => {
    const read = readQuery(text)
    return 'query' in read ? read.query.is : read.fault
  }
  assert.deepEqual(
    ['a + b offset 5m', '-a offset 5m', 'a * b + c[5m:1m] offset 1h > 1', 'rate(a[5m] @ 3)', 'sum(a + b)[5m:]'].map(
      shapeOf,
    ),
    ['operator', 'negative', '+ wants a vector, not a range', 'call', 'range'],
  )
  const late = readQuery('a > 1 and b offset 1h < 2 ^ 3 ^ 2 * -1')
  assert.ok('query' in late && late.query.is === 'operator')
  const { op, left, right } = late.query
  assert.deepEqual([op, left.text, right.text], ['and', 'a > 1', 'b offset 1h < 2 ^ 3 ^ 2 * -1'])
  const read = readQuery('a + rate(b[5m] offset 1h)')
  assert.equal('query' in read && read.query.is === 'operator' && read.query.right.text, 'rate(b[5m] offset 1h)')
})

test('read-query: numbers and durations', () => {
  const numberIn = (text: string) => {
    const read = readQuery(text)
    return 'query' in read && read.query.is === 'number' ? read.query.value : undefined
  }
  assert.deepEqual(['5m', '1h30m', '0x1F', '1_000', '-Inf', '1e3', '500ms'].map(numberIn), [
    300,
    5400,
    31,
    1000,
    Number.NEGATIVE_INFINITY,
    1000,
    0.5,
  ])
})

test('read-query: what is nested without end is not read', () => {
  const deep = `${'('.repeat(1000)}x${')'.repeat(1000)}`
  assert.deepEqual(readQuery(deep), { fault: 'it is nested deeper than 200 times', unread: true })
  assert.deepEqual(readQuery(`x + ${'y + '.repeat(20_000)}z`), {
    fault: 'it is longer than 65536 characters',
    unread: true,
  })
})
