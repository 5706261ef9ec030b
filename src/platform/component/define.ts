// How a component's noun is made: its word, the schema of its options, its ports, and what it is to the engines.

import type { Component, Traits } from '../component.ts'
import { makingOf } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { PortRef } from '../model.ts'
import { dnsLabel, type Fields, need, noun, portName } from '../schema.ts'
import type { Say } from '../validate.ts'
import { checkWorkload } from './rules.ts'

export interface ComponentSpec<O extends object> {
  readonly noun: string
  readonly fields: Fields
  /** Port numbers by name. */
  ports(options: O): ReadonlyMap<string, number>
  traits(name: string, options: O): Traits
  rules?(name: string, options: O, say: Say): void
}

declare const TAKES: unique symbol

/** A component whose ports and options are known to the editor. */
export interface PortedComponent<P extends string, O extends object = object> extends Component {
  port(name: P): PortRef
  /** Only a type: what `sized` may change. */
  readonly [TAKES]?: O
}

/** What a component may have said differently: all its options, where its noun is known. */
export type OptionsOf<C extends Component> = C extends { readonly [TAKES]?: infer O }
  ? unknown extends O
    ? Component['options']
    : Partial<NonNullable<O>>
  : Component['options']

export function component<O extends object, P extends string>(
  spec: ComponentSpec<O>,
  name: string,
  options: O,
): PortedComponent<P, O> {
  return make(nounSpec<O>(spec), name, options)
}

export function nounSpec<O extends object>(spec: ComponentSpec<O>): NounSpec<O, Component> {
  return {
    is: 'component',
    word: spec.noun,
    named: dnsLabel,
    fields: spec.fields,
    rules(name, options, say) {
      checkWorkload(options, spec.ports(options), say)
      spec.rules?.(name, options, say)
    },
    build: (name, options) => {
      const value: Component = {
        is: 'component',
        noun: spec.noun,
        name,
        options: { ...(options as Component['options']) },
        port: (port) => portOf(value, port),
      }
      // A method is no data: copies and comparisons leave it out.
      return Object.defineProperty(value, 'port', { enumerable: false })
    },
  }
}

export const portSpec: NounSpec<{ component: Component; port: string }, PortRef> = {
  is: 'port',
  word: 'port',
  fields: { component: need(noun('component'), 'whose port it is'), port: need(portName, 'its name') },
  build: (_, { component, port }) => ({ is: 'port', component, port }),
}

function portOf(component: Component, port: string): PortRef {
  return make({ ...portSpec, word: `port of ${makingOf(component)?.title ?? component.name}` }, '', { component, port })
}
