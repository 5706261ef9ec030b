import { make, type NounSpec } from '../make.ts'
import type { Infrastructure } from '../model.ts'
import { flag, list, map, need, noun, oneOf, record, stated, text } from '../schema.ts'

export type InfrastructureOptions = Partial<Omit<Infrastructure, 'is' | 'name'>> & Pick<Infrastructure, 'by'>

export const infrastructureSpec: NounSpec<InfrastructureOptions, Infrastructure> = {
  is: 'infrastructure',
  word: 'infrastructure',
  named: text,
  fields: {
    by: need(
      oneOf('terraform', 'opentofu', 'pulumi', 'cloudformation', 'ansible', 'crossplane'),
      'what it is written for',
    ),
    modules: map(text, list(noun('cluster', 'component', 'network'))),
    environments: list(noun('environment')),
    state: record('where its state lies, such as { remote: true, locked: true }', {
      remote: flag,
      locked: flag,
      stated,
    }),
    runbooks: flag,
    guarded: flag,
    stated,
  },
  build: (name, options) => ({ is: 'infrastructure', name, modules: {}, environments: [], ...options }),
}

/**
 * Infrastructure as code. `infrastructure('infra', { by: 'terraform', modules: { database: [ledgerDb] }, environments:
 * [trial, live], state: { remote: true, locked: true } })`
 */
export function infrastructure(name: string, options: InfrastructureOptions): Infrastructure {
  return make(infrastructureSpec, name, options)
}
