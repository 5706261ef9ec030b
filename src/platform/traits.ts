import { nounOf } from './component/nouns.ts'
import type { WorkloadOptions } from './component/options.ts'
import { present } from './component/workload.ts'
import type { Component, Traits } from './component.ts'

const known = new WeakMap<Component, Traits>()

/** Whether no pod of it stands in any cluster; what takes its copies may. */
export function isOutside({ runs }: Traits): boolean {
  const isFirst = runs[0]?.controller === 'outside'
  return runs.every(({ controller }) => controller === 'outside' || (isFirst && controller === 'CronJob'))
}

/** What a component is to the engines; its options must be free of doubt (see worlds.ts). */
export function traitsOf(component: Component): Traits {
  const before = known.get(component)
  if (before) return before
  const noun = nounOf(component.noun)
  if (!noun) throw new Error(`no noun is called ${component.noun}`)
  const traits = addressed({ ...noun.traits(component.name, component.options), ...whateverNoun(component.options) })
  known.set(component, traits)
  return traits
}

/** What stands outside the clusters in one segment has its addresses there, where nobody says them more closely. */
function addressed(traits: Traits): Traits {
  const [segment, ...others] = traits.in ?? []
  const at = segment?.cidr
  if (at === undefined || others.length > 0) return traits
  return { ...traits, runs: traits.runs.map((run) => (run.controller === 'outside' ? { at, ...run } : run)) }
}

/** What any component may be, whatever its noun. */
function whateverNoun({ context, encrypted, keepsApart, authenticates }: WorkloadOptions): Partial<Traits> {
  return present({ context, encrypted, keepsApart, authenticates })
}
