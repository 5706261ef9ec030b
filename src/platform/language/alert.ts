import { make, type NounSpec } from '../make.ts'
import type { Alert, Condition, Environment, Escalation, Receiver, Team } from '../model.ts'
import { duration, either, list, need, noun, oneOf, record, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import { checkCondition, condition } from './condition.ts'

export interface AlertOptions {
  /** Default: nobody says what makes it fire. */
  readonly when?: Condition
  /** PromQL, where the bound of a metric does not say it: a share of something, a sum over pods. */
  readonly expression?: string
  /** Where it is written what to do then. */
  readonly runbook?: string
  /** How long it must hold before somebody is told. */
  readonly for?: Duration
  /** Who is woken by it, as `critical` or `P1`; default: nobody says. */
  readonly severity?: string
  /** Who is told at first, by each of these ways. */
  readonly to?: Receiver | Team | readonly (Receiver | Team)[]
  /** How soon after somebody is told work on it begins. */
  readonly respond?: Alert['respond']
  /** Who takes it on, one after another: the first at once, the next ones where those before do not answer. */
  readonly escalates?: readonly (Receiver | Team | Omit<Escalation, 'stated'>)[]
  readonly in?: Environment
  /** Where single options are said, by their name. */
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

const reached = noun('receiver', 'team')

export const alertSpec: NounSpec<AlertOptions, Alert> = {
  is: 'alert',
  word: 'alert',
  named: text,
  fields: {
    when: condition,
    expression: text,
    runbook: text,
    for: duration,
    severity: text,
    to: either(reached, set(reached, 1)),
    respond: either(oneOf('immediately'), duration),
    escalates: list(
      either(
        reached,
        record("a step such as { to: manager, after: '15m' }", {
          to: need(reached, 'who takes it on'),
          after: duration,
        }),
      ),
      1,
    ),
    in: noun('environment'),
    cites: { kind: 'map', keys: text, of: stated },
    stated,
  },
  rules(_, { when }, say) {
    if (when) checkCondition(when, say)
  },
  build: (name, { when = {}, to = [], escalates = [], ...options }) => ({
    is: 'alert',
    name,
    ...options,
    when,
    to: isSeveral(to) ? to : [to],
    escalates: escalates.map((step) => ('is' in step ? { to: step } : step)),
  }),
}

function isSeveral<T>(to: T | readonly T[]): to is readonly T[] {
  return Array.isArray(to)
}

/**
 * Tells somebody when a metric leaves its bounds.
 * `alert('slow checkout', { when: above(latency, '2s'), for: '5m', severity: 'P1', to: [pager, chat], escalates: [onCall, lead] })`
 */
export function alert(name: string, options: AlertOptions): Alert {
  return make(alertSpec, name, options)
}
