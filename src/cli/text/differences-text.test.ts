import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Difference } from '../../estate/live/differences.ts'
import { differencesText } from './differences-text.ts'

const at = { file: 'k8s/shop.yaml', line: 8, column: 3 }
const replicas = (name: string, more?: number): Difference => ({
  ref: `Deployment/shop/${name}`,
  field: 'spec.replicas',
  written: 4,
  live: 2,
  at,
  ...(more !== undefined && { more }),
})
const image = (name: string): Difference => ({
  ref: `Deployment/shop/${name}`,
  field: `spec.template.spec.containers[${name}].image`,
  written: `${name}:2`,
  live: undefined,
})

const rows: [what: string, compared: number, differences: Difference[], text: string[]][] = [
  ['nothing was there to compare', 0, [], ['  nothing could be compared']],
  ['all is as written', 3, [], ['  3 objects compared, no written field differs there']],
  [
    'object by object',
    3,
    [replicas('orders', 2), image('orders')],
    [
      '  1 of 3 objects compared differ there',
      '    Deployment shop/orders',
      '      spec.replicas: 4 here, 2 there (k8s/shop.yaml:8)',
      '      containers[orders].image: orders:2 here, nothing there',
      '      and 2 more fields',
    ],
  ],
  [
    'what several share is said once',
    9,
    [replicas('a'), replicas('b'), image('b'), replicas('c')],
    [
      '  3 of 9 objects compared differ there',
      '    spec.replicas: 4 here, 2 there, in 3 objects',
      '      Deployment shop/a, Deployment shop/b, Deployment shop/c',
      '    Deployment shop/b',
      '      containers[b].image: b:2 here, nothing there',
    ],
  ],
  [
    'what is not there is said elsewhere',
    1,
    [{ ref: 'Deployment/shop/a' }],
    ['  1 object compared, no written field differs there'],
  ],
]

for (const [what, compared, differences, text] of rows) {
  test(`differences: ${what}`, () => assert.deepEqual(differencesText({ differences, compared }, undefined), text))
}

test('differences: more objects than a screen holds are counted', () => {
  const many = Array.from({ length: 20 }, (_, nth) => image(`w${nth}`))
  const text = differencesText({ differences: many, compared: 20 }, 80)
  assert.equal(text.at(-1), '    and 8 more objects: --format json')
})
