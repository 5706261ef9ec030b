import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { Environment, Monitoring } from '../model.ts'
import { duration, flag, labelKey, need, noun, oneOf, set, stated, text } from '../schema.ts'

type Optional = Partial<Omit<Monitoring, 'is' | 'name' | 'by' | 'covers'>>

export interface MonitoringOptions extends Optional {
  readonly by: readonly Component[]
  readonly covers: readonly Environment[]
}

export const monitoringSpec: NounSpec<MonitoringOptions, Monitoring> = {
  is: 'monitoring',
  word: 'monitoring',
  named: text,
  fields: {
    by: need(set(noun('component'), 1), 'what it consists of'),
    covers: need(set(noun('environment'), 1), 'which environments it watches'),
    does: set(oneOf('health-checks', 'metrics', 'logs', 'traces', 'alerts'), 1),
    watches: set(noun('component'), 1),
    stands: oneOf('once', 'in-each'),
    outside: flag,
    label: labelKey,
    reads: oneOf('everything', 'own-environment'),
    backedBy: set(noun('component'), 1),
    lag: duration,
    stated,
  },
  build: (name, options) => ({ is: 'monitoring', name, backedBy: [], ...options }),
}

/**
 * A stack that watches environments, as a whole.
 * `monitoring('watch', { by: [metrics, logs], covers: [live, staging], stands: 'once', label: 'environment', reads: 'own-environment' })`
 */
export function monitoring(name: string, options: MonitoringOptions): Monitoring {
  return make(monitoringSpec, name, options)
}
