import { scaledValue } from '../../src/kubernetes/intstr.ts'
import type { Random } from '../random.ts'
import { has, refused, type ValueComparison } from './comparison.ts'

/** A number or a percentage of a total, rounded up or down. */
export const share: ValueComparison = {
  asks: 'share',
  says: 'numbers or percentages of a total, rounded',
  cases: 100_000,
  invent: (random) => ({
    value: inventValue(random),
    total: random.weighted([
      [6, random.int(0, 20)],
      [2, random.int(0, 10_000)],
      [1, -random.int(1, 9)],
    ]),
    roundUp: random.chance(0.5),
  }),
  wellFormed: has('value', 'total', 'roundUp'),
  ours: ({ value, total, roundUp }) => {
    const scaled = scaledValue(value, Number(total), roundUp ? 'up' : 'down')
    return scaled === undefined ? refused : { value: scaled }
  },
}

const oddities = [
  '',
  '%',
  '%%',
  '5',
  '5%%',
  ' 5%',
  '5 %',
  '1.5%',
  '1e1%',
  '0x5%',
  '+5%',
  '-5%',
  '--5%',
  '007%',
  '٣%',
  '5٪',
  '1_0%',
  'ten%',
]

function inventValue(random: Random): string | number {
  return random.weighted<() => string | number>([
    [3, () => random.int(-5, 300)],
    [1, () => random.pick([2 ** 31 - 1, -(2 ** 31), 0])],
    [6, () => `${random.int(0, 120)}%`],
    [1, () => `${random.int(0, 10 ** random.int(3, 12))}%`],
    [2, () => random.pick(oddities)],
  ])()
}
