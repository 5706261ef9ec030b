// A call that an environment says, where its caller cannot.

import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Flow, PortRef } from '../model.ts'
import { need, noun, stated } from '../schema.ts'
import type { Stated } from '../source.ts'

export const flowSpec: NounSpec<Omit<Flow, 'is'>, Flow> = {
  is: 'flow',
  word: 'flow',
  fields: { from: need(noun('component'), 'who calls'), to: need(noun('component', 'port'), 'who is called'), stated },
  build: (_, options) => ({ is: 'flow', ...options }),
}

/** A call, where the caller cannot name the called in its `calls`. `flows: [flow(checkout, orders.port('http'))]` */
export function flow(from: Component, to: Component | PortRef, options: { readonly stated?: Stated } = {}): Flow {
  return make(flowSpec, '', combine(options, { from, to }))
}
