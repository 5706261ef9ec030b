import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseQuantity } from '../../kubernetes/quantity.ts'
import { type Amount, amountOfQuantity, fraction, sayAmount, saySeconds } from './amount.ts'

const cores = (text: string) => amountOfQuantity(parseQuantity(text), 'cores')
const bytes = (text: string) => amountOfQuantity(parseQuantity(text), 'bytes')
const pods = (count: number) => fraction('count', BigInt(count), 1n)
const share = (part: number, whole: number) => fraction('percent', BigInt(part), BigInt(whole))
const seconds = (count: number) => fraction('seconds', BigInt(count), 1n)

const said: [amount: Amount, says: string][] = [
  [cores('12500m'), '12.5 cores'],
  [cores('750m'), '0.75 cores'],
  [cores('0'), '0 cores'],
  [cores('1'), '1 core'],
  [bytes('25Gi'), '25Gi'],
  [bytes('64G'), '64G'],
  [bytes('1500Mi'), '1500Mi'],
  [fraction('bytes', 256n * 10n ** 9n - 160n * 2n ** 30n, 1n), '78.4Gi'],
  [bytes('0'), '0'],
  [pods(22), '22'],
  [fraction('count', -1n, 2n), '-0.5'],
  [share(75, 200), '37.5%'],
  [share(2, 3), '66.7%'],
  [share(0, 3), '0%'],
  [seconds(648_000), '7.5d'],
]

for (const [amount, says] of said) {
  test(`amount: ${says}`, () => assert.equal(sayAmount(amount), says))
}

const times: [seconds: number, says: string][] = [
  [0, '0s'],
  [50, '50s'],
  [350, '350s'],
  [300, '5m'],
  [3600, '1h'],
  [5400, '1.5h'],
  [86_400, '1d'],
  [648_000, '7.5d'],
  [0.25, '0.25s'],
]

for (const [given, says] of times) {
  test(`time: ${given} seconds are ${says}`, () => assert.equal(saySeconds(given), says))
}
