import { make, type NounSpec } from '../make.ts'
import type { Release } from '../model.ts'
import { count, duration, either, need, noun, oneOf, stated, text } from '../schema.ts'

const often = either(
  duration,
  oneOf('day', 'week', 'fortnight', 'month', 'quarter', 'year', 'several-a-day', 'change', 'pull-request', 'demand'),
)

export type ReleaseOptions = Omit<Release, 'is' | 'name'>

export const releaseSpec: NounSpec<ReleaseOptions, Release> = {
  is: 'release',
  word: 'release',
  named: text,
  fields: {
    to: need(noun('environment'), 'where it goes'),
    every: need(often, 'when it goes out'),
    mostPerMonth: count(1),
    within: duration,
    validatedIn: noun('environment'),
    stated,
  },
  build: (name, options) => ({ is: 'release', name, ...options }),
}

/** One kind of change, and when it goes out. `release('security patches', { to: live, every: 'demand', within: '24h' })` */
export function release(name: string, options: ReleaseOptions): Release {
  return make(releaseSpec, name, options)
}
