// Which kinds of settings are said for an environment: one that takes them from elsewhere has none of its own. Nobody who
// writes a deployment down has to list values: silence is unknown, and only what is said to be none is none.

import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Setting } from '../../platform/model.ts'
import { hasReplicas } from '../../platform/replicated.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'

/** undefined: nobody says; an empty list: there is none. */
type By = readonly string[] | undefined

type Rules = { setting: { readonly environment: string; readonly setting: Setting; readonly by?: readonly string[] } }

export const configures = definePromise<Rules>()({
  kind: 'configures',
  asks: 'Are these settings said for the environment?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    yield {
      id: [environment.name],
      environment: environment.name,
      says: `${environment.name} has ${[...new Set(promise.by)].sort().join(', ')} of its own`,
      source: { stated: promise.stated },
      parts: [...new Set(promise.by)].sort().map((setting) => {
        const by = saidIn(environment, setting)
        return part(
          'setting',
          by && by.length > 0,
          { environment: environment.name, setting, ...(by && { by }) },
          {
            cause: `configures/${environment.name}/${setting}`,
            hint: `${setting} of ${environment.name}`,
            waitsFor: `${setting} of ${environment.name}`,
            stated: [environment.stated],
          },
        )
      }),
    }
  },

  says: {
    setting: ({ environment, setting, by }) => {
      if (by === undefined) return `nobody says which ${setting} ${environment} has of its own`
      return by.length === 0 ? `${environment} has no ${setting}` : `${setting} of ${environment}: ${by.join(', ')}`
    },
  },
})

function saidIn(environment: Environment, setting: Setting): By {
  const { variables, features, secrets } = environment
  switch (setting) {
    case 'variables':
      return variables && Object.keys(variables).sort()
    case 'secrets':
      return secrets.length === 0 ? undefined : secrets.map(({ name }) => name).sort()
    case 'features':
      return typeof features === 'string' ? [features] : features && Object.keys(features).sort()
    case 'scaling':
      return scalingOf(environment)
  }
}

function scalingOf(environment: Environment): By {
  const { scales, replicas } = environment
  if (scales !== undefined) return ['scales']
  if (replicas !== undefined) return [`replicas: ${replicas}`]
  const many = componentsOf(environment).filter(({ noun }) => hasReplicas(noun))
  const scaled = many.filter(({ options }) => options.scales !== undefined && options.scales !== 'none')
  const isNone = many.length > 0 && many.every(({ options }) => options.scales === 'none')
  return scaled.length > 0 || isNone ? scaled.map(({ name }) => name) : undefined
}
