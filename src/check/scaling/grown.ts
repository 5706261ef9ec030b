// Amounts of a forecast as numbers: shares of one, bytes, or what is counted.

import type { Forecast } from '../../platform/model.ts'
import { bytesOf, percentOf } from '../../platform/units.ts'

export function amountIn(amount: string | number): number {
  if (typeof amount === 'number') return amount
  const share = percentOf(amount)
  return share === undefined ? (bytesOf(amount) ?? 0) : share / 100
}

const units = ['k', 'M', 'G', 'T', 'P', 'E']

/** `86.4%`, `10.1T`, `2.33T in a month`: at most two digits behind the point. */
export function sayGrown(amount: number, { now, per }: Pick<Forecast, 'now' | 'per'>): string {
  const said =
    typeof now === 'number' ? `${round(amount)}` : percentOf(now) === undefined ? bytes(amount) : share(amount)
  return per === undefined ? said : `${said} in a ${per}`
}

function share(amount: number): string {
  return `${Math.round(amount * 1000) / 10}%`
}

function bytes(amount: number): string {
  let [value, at] = [amount, -1]
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000
    at++
  }
  return `${round(value)}${units[at] ?? ''}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
