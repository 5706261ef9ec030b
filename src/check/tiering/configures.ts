// Which kinds of settings are said for an environment: one that takes them from elsewhere has none of its own.

import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Setting } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'

type Rules = { setting: { readonly environment: string; readonly setting: Setting; readonly by: readonly string[] } }

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
          by.length > 0,
          { environment: environment.name, setting, by },
          {
            cause: `configures/${environment.name}/${setting}`,
            hint: `${setting} of ${environment.name}`,
            stated: [environment.stated],
          },
        )
      }),
    }
  },

  says: {
    setting: ({ environment, setting, by }) =>
      by.length === 0 ? `nobody says ${setting} for ${environment}` : `${setting} of ${environment}: ${by.join(', ')}`,
  },
})

function saidIn(environment: Environment, setting: Setting): readonly string[] {
  const { variables = {}, features = {}, secrets, scales, replicas } = environment
  switch (setting) {
    case 'variables':
      return Object.keys(variables).sort()
    case 'secrets':
      return secrets.map(({ name }) => name).sort()
    case 'features':
      return typeof features === 'string' ? [features] : Object.keys(features).sort()
    case 'scaling':
      if (scales !== undefined || replicas !== undefined)
        return [scales === undefined ? `replicas: ${replicas}` : 'scales']
      return componentsOf(environment).flatMap(({ name, options }) =>
        options.scales === undefined || options.scales === 'none' ? [] : [name],
      )
  }
}
