import { make, type NounSpec } from '../make.ts'
import type { Configuration } from '../model.ts'
import { list, need, noun, oneOf, set, stated, text } from '../schema.ts'

export type ConfigurationOptions = Omit<Configuration, 'is' | 'name'>

export const configurationSpec: NounSpec<ConfigurationOptions, Configuration> = {
  is: 'configuration',
  word: 'configuration',
  named: text,
  fields: {
    of: need(list(noun('environment'), 1), 'which environments have one'),
    holds: need(set(oneOf('variables', 'secrets', 'flags', 'scaling'), 1), 'what is set in it'),
    stated,
  },
  build: (name, options) => ({ is: 'configuration', name, ...options }),
}

/** What is set for each environment by itself. `configuration('values', { of: [trial, live], holds: ['variables', 'flags'] })` */
export function configuration(name: string, options: ConfigurationOptions): Configuration {
  return make(configurationSpec, name, options)
}
