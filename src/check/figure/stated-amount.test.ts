import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseQuantity } from '../../kubernetes/quantity.ts'
import { type Amount, amountOfQuantity, fraction } from './amount.ts'
import { agrees, statedAmount } from './stated-amount.ts'

const cores = (text: string) => amountOfQuantity(parseQuantity(text), 'cores')
const bytes = (text: string) => amountOfQuantity(parseQuantity(text), 'bytes')
const pods = (count: number) => fraction('count', BigInt(count), 1n)
const share = (part: number, whole: number) => fraction('percent', BigInt(part), BigInt(whole))
const seconds = (count: number) => fraction('seconds', BigInt(count), 1n)

const agreement: [name: string, counted: Amount, stated: string | number, holds: boolean][] = [
  ['the same', cores('13500m'), 13.5, true],
  ['one decimal is rounded to one decimal', cores('13540m'), 13.5, true],
  ['a tenth away is another number', cores('13600m'), 13.5, false],
  ['a whole number is rounded to whole ones', cores('28700m'), 29, true],
  ['half is rounded up', cores('28500m'), '29', true],
  ['below half is another number', cores('28400m'), 29, false],
  ['thousandths as they are written', cores('500m'), '500m', true],
  ['trailing zeros are digits that were written', cores('13540m'), '13.50', false],
  ['gibibytes', bytes('25Gi'), '25Gi', true],
  ['a gigabyte is no gibibyte', bytes('25Gi'), '25G', false],
  ['but one rounds to the other where few digits are written', bytes('1Gi'), '1G', true],
  ['tebibytes in gibibytes', bytes('1Ti'), '1024Gi', true],
  ['pods', pods(22), 22, true],
  ['one pod less', pods(21), 22, false],
  ['a share', share(35, 80), '43.75%', true],
  ['a share rounded', share(35, 80), '44%', true],
  ['a share that is another', share(35, 80), '40%', false],
  ['two thirds', share(2, 3), '67%', true],
  ['half may be rounded to even', share(5, 8), '62%', true],
  ['half may be rounded up', share(5, 8), '63%', true],
  ['half is not rounded down to odd', seconds(648_000), '7d', false],
  ['days', seconds(648_000), '7.5d', true],
  ['hours as days', seconds(86_400), '24h', true],
  ['a time rounded to hours', seconds(14_500), '4h', true],
  ['a time that is another', seconds(18_000), '4h', false],
]

for (const [name, counted, stated, holds] of agreement) {
  test(`figure ${stated}: ${name}`, () => {
    const read = statedAmount(stated, counted.unit)
    assert.ok(read)
    assert.equal(agrees(counted, read), holds)
  })
}

const incomparable: [stated: string, unit: Amount['unit']][] = [
  ['29Gi', 'cores'],
  ['29Gi', 'count'],
  ['29', 'percent'],
  ['29%', 'cores'],
  ['29', 'seconds'],
  ['4h', 'bytes'],
  ['many', 'count'],
  ['', 'count'],
]

for (const [stated, unit] of incomparable) {
  test(`figure ${stated || '(nothing)'}: is no number of ${unit}`, () =>
    assert.equal(statedAmount(stated, unit), undefined))
}
