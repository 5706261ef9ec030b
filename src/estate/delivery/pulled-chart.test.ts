import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithin, pulledChart } from './pulled-chart.ts'
import { treeOf } from './tree.ts'

// Masterminds/semver, which Helm and Argo CD ask.
const ranges: [range: string | undefined, version: string, isWithin: boolean][] = [
  [undefined, '1.2.3', true],
  ['*', '1.2.3', true],
  ['1.2.3', '1.2.3', true],
  ['v1.2.3', '1.2.3', true],
  ['1.2.3', 'v1.2.3', true],
  ['1.2.3', '1.2.4', false],
  ['1.2.3', '1.2.3-rc.1', false],
  ['1.x', '1.9.0', true],
  ['1.2.*', '1.2.9', true],
  ['1.2.*', '1.3.0', false],
  ['^1.2.3', '1.9.0', true],
  ['^1.2.3', '1.2.2', false],
  ['^1.2.3', '2.0.0', false],
  ['^0.2.3', '0.2.9', true],
  ['^0.2.3', '0.3.0', false],
  ['~1.2.3', '1.2.9', true],
  ['~1.2.3', '1.3.0', false],
  ['~1', '1.9.0', true],
  ['>=1.2.0', '3.0.0', true],
  ['>=1.2.0', '1.1.9', false],
  ['>=1.0.0 <2.0.0', '1.5.0', false],
  ['main', '1.0.0', false],
]

for (const [range, version, is] of ranges)
  test(`${version} is ${is ? '' : 'not '}within ${range ?? 'no range'}`, () =>
    assert.equal(isWithin(version, range), is))

test('a chart that was pulled is found by its name and version, never within another chart', () => {
  const texts: { readonly [file: string]: string } = {
    'search/Chart.yaml': 'name: search\nversion: 1.2.3\n',
    'shop/Chart.yaml': 'name: shop\nversion: 0.1.0\n',
    'shop/charts/redis/Chart.yaml': 'name: redis\nversion: 9.0.0\n',
    'old/Chart.yaml': 'name: twice\nversion: 1.0.0\n',
    'new/Chart.yaml': 'name: twice\nversion: 1.1.0\n',
  }
  const tree = treeOf(Object.keys(texts), (file) => texts[file])
  assert.equal(pulledChart(tree, 'search', '1.2.3'), 'search')
  assert.equal(pulledChart(tree, 'search', '2.0.0'), undefined)
  assert.equal(pulledChart(tree, 'redis', '*'), undefined)
  assert.equal(pulledChart(tree, 'twice', '1.x'), undefined, 'nobody knows which')
  assert.equal(pulledChart(tree, 'twice', '1.1.0'), 'new')
})
