import { make, type NounSpec } from '../make.ts'
import type { Context } from '../model.ts'
import { dnsLabel, stated, text } from '../schema.ts'

export type ContextOptions = Omit<Context, 'is' | 'name'>

export const contextSpec: NounSpec<ContextOptions, Context> = {
  is: 'context',
  word: 'context',
  named: dnsLabel,
  fields: { title: text, purpose: text, stated },
  rules(name, _, say) {
    if (name === 'all') say({ path: 'name', found: "'all'", allowed: "a name of its own ('all' means every context)" })
  },
  build: (name, options) => ({ is: 'context', name, ...options }),
}

/**
 * A tenant, or a business among several on one platform: components say to which they belong, their pods carry it as the
 * label `context`. `const loans = context('loans')`, then `service('rates', { context: loans })`
 */
export function context(name: string, options: ContextOptions = {}): Context {
  return make(contextSpec, name, options)
}
