import { make, type NounSpec } from '../make.ts'
import type { Promotion } from '../model.ts'
import { cadence, either, list, need, noun, oneOf, set, stated } from '../schema.ts'
import { type Approver, approvalsOf, approvers, suite } from './suite.ts'

export interface PromotionOptions extends Pick<Promotion, 'from' | 'to' | 'on' | 'every' | 'rollback' | 'stated'> {
  readonly requires?: Promotion['requires']
  readonly approvers?: readonly Approver[]
  readonly by?: Promotion['by']
  readonly migrates?: Promotion['migrates']
}

export const promotionSpec: NounSpec<PromotionOptions, Promotion> = {
  is: 'promotion',
  word: 'promotion',
  fields: {
    from: noun('branch', 'environment'),
    to: need(noun('environment'), 'where it goes'),
    on: oneOf('push', 'merge', 'pull-request', 'tag', 'promotion', 'schedule', 'manual', 'replication'),
    every: cadence,
    requires: set(either(suite, noun('gate')), 1),
    approvers,
    rollback: oneOf('automatic', 'manual', 'switch', 'failover'),
    by: list(noun('strategy'), 1),
    migrates: set(noun('component'), 1),
    stated,
  },
  rules(_, { from, to, on, every }, say) {
    if (from === to) say({ path: 'to', found: `'${to.name}' itself`, allowed: 'another environment' })
    if (every !== undefined && on !== 'schedule')
      say({ path: 'every', found: `'${every}' without a schedule`, allowed: "nothing, or on: 'schedule'" })
  },
  build: (_, { approvers = [], ...options }) => ({
    is: 'promotion',
    requires: [],
    by: [],
    migrates: [],
    ...options,
    approvers: approvalsOf(approvers),
  }),
}

/**
 * How a version comes from one place to the next. `promotion({ from: staging, to: live, on: 'schedule', every: 'week',
 * requires: ['all'], approvers: [releaseManagers], rollback: 'switch', by: [blueGreen()] })`
 */
export function promotion(options: PromotionOptions): Promotion {
  return make(promotionSpec, '', options)
}
