import { nounOf } from './component/nouns.ts'
import type { Component, Traits } from './component.ts'

/** What a component is to the engines; its options must be free of doubt (see worlds.ts). */
export function traitsOf(component: Component): Traits {
  const noun = nounOf(component.noun)
  if (!noun) throw new Error(`no noun is called ${component.noun}`)
  return noun.traits(component.name, component.options)
}
