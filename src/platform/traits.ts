import { nounOf } from './component/nouns.ts'
import type { Component, Traits } from './component.ts'

const known = new WeakMap<Component, Traits>()

/** What a component is to the engines; its options must be free of doubt (see worlds.ts). */
export function traitsOf(component: Component): Traits {
  const before = known.get(component)
  if (before) return before
  const noun = nounOf(component.noun)
  if (!noun) throw new Error(`no noun is called ${component.noun}`)
  const traits = noun.traits(component.name, component.options)
  known.set(component, traits)
  return traits
}
