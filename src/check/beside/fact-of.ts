// One fact of a file: what somebody declares about a workload that its manifest cannot carry.

import type { Fact } from '../../estate/estate.ts'
import {
  count,
  duration,
  durationRange,
  either,
  type Fields,
  need,
  oneOf,
  record,
  text,
} from '../../platform/schema.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { validateFields } from '../../platform/validate.ts'
import type { Found, Named } from './named.ts'

export const factWords: readonly string[] = ['backsUp', 'replicates']

const span = either(duration, durationRange)
const outside = record('a place outside the cluster, { outside: offsite bucket }', { outside: need(text, '') })
const fields: Fields = {
  of: need(text, 'the workload that it is about'),
  backsUp: record('copies of its state', {
    name: need(text, 'what the copies are called'),
    by: need(text, 'what takes them'),
    every: need(duration, 'how often'),
    takes: span,
    keep: count(1),
    to: need(outside, 'where they lie'),
    restores: span,
  }),
  replicates: record('how its members follow each other', {
    mode: need(oneOf('none', 'asynchronous', 'synchronous', 'consensus'), ''),
    failover: need(oneOf('none', 'manual', 'automatic'), ''),
    promotes: span,
    lag: duration,
  }),
}

interface Written {
  readonly of: string
  readonly backsUp?: {
    readonly name: string
    readonly by: string
    readonly every: string
    readonly takes?: unknown
    readonly keep?: number
    readonly to: { readonly outside: string }
    readonly restores?: unknown
  }
  readonly replicates?: {
    readonly mode: 'none' | 'asynchronous' | 'synchronous' | 'consensus'
    readonly failover: 'none' | 'manual' | 'automatic'
    readonly promotes?: unknown
    readonly lag?: unknown
  }
}

export function factOf(entry: object, found: Found): { readonly cluster: string; readonly fact: Fact } | undefined {
  let isSound = true
  validateFields(fields, entry, '', (wrong) => {
    isSound = false
    found.say(wrong)
  })
  if (!isSound) return undefined
  const written = entry as Written
  const of = found.workload(written.of, 'of')
  const said = [written.backsUp, written.replicates].filter((one) => one !== undefined)
  if (said.length !== 1)
    found.say({ path: '', found: `${said.length} facts`, allowed: `one of ${factWords.join(', ')}` })
  const fact = of && said.length === 1 ? declared(written, of, found) : undefined
  return of && fact && { cluster: of.cluster, fact }
}

function declared({ backsUp, replicates }: Written, named: Named, found: Found): Fact | undefined {
  const { ref: of, name: component, environment } = named
  const base = { of, component, environment, standing: { is: 'declared' }, source: { at: found.at } } as const
  if (backsUp) {
    const { name, by, every, takes, keep, to, restores } = backsUp
    // A reference is held against the files; any other word names something that is not among them.
    if (by.includes('/') && !found.workload(by, 'backsUp.by')) return undefined
    return {
      ...base,
      trait: 'backsUp',
      name,
      by,
      everySeconds: secondsOf(every),
      takesSeconds: rangeSeconds(takes),
      keep,
      to: { is: 'outside', name: to.outside },
      restoresSeconds: rangeSeconds(restores),
    }
  }
  if (!replicates) return undefined
  const { mode, failover, promotes, lag } = replicates
  return {
    ...base,
    trait: 'replicates',
    mode,
    failover,
    promotesSeconds: rangeSeconds(promotes),
    lagSeconds: secondsOf(lag),
  }
}
