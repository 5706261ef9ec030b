import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Call, PortRef } from '../model.ts'
import { count, flag, need, noun, oneOf, stated } from '../schema.ts'
import { callFields } from './call-fields.ts'

export type CallOptions = Omit<Call, 'is' | 'to'>

export const callSpec: NounSpec<Omit<Call, 'is'>, Call> = {
  is: 'call',
  word: 'call',
  fields: {
    to: need(noun('component', 'port'), 'who is called'),
    ...callFields,
    connections: count(1),
    through: noun('component'),
    tls: oneOf('mutual', 'server'),
    batch: flag,
    idempotent: flag,
    stated,
  },
  build: (_, options) => ({ is: 'call', ...options }),
}

/**
 * A call that says how it is made, wherever a call may stand.
 * `calls: [call(ledgerDb, { timeout: '2s', retries: { attempts: 3 }, idempotent: true })]`
 */
export function call(to: Component | PortRef, options: CallOptions = {}): Call {
  return make(callSpec, '', combine(options, { to }))
}
