import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn } from './name-in-cluster.ts'

const rows: [typed: string, names: string[]][] = [
  ['prod/shop/checkout', ['prod/shop/checkout', 'shop/checkout']],
  ['prod/checkout', ['prod/checkout', 'checkout']],
  ['prod/Deployment/shop/checkout', ['prod/Deployment/shop/checkout', 'Deployment/shop/checkout']],
  ['shop/checkout', ['shop/checkout']],
  ['production/checkout', ['production/checkout']],
  ['prod/', ['prod/']],
]

for (const [typed, names] of rows) {
  test(`a name in cluster prod: ${typed}`, () => assert.deepEqual(namesIn('prod', typed), names))
}
