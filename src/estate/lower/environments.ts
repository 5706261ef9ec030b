import type { Environment, Platform } from '../../platform/model.ts'
import type { EstateEnvironment } from '../estate.ts'
import { given } from '../given.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'

/** The environments that stand; what is planned is not there yet. */
export function standing({ environments }: Platform): readonly Environment[] {
  return sortedBy(
    environments.filter((environment) => environment.is === 'environment'),
    ({ name }) => name,
  )
}

export function estateEnvironment(environment: Environment, lines: Lines): EstateEnvironment {
  const { name, namespace, pool, purpose, standbyOf, activeWith, unseenPolicies, stated } = environment
  return given<EstateEnvironment>({
    name,
    namespace,
    pool,
    purpose,
    standbyOf: standbyOf?.name,
    activeWith: activeWith?.name,
    unseenPolicies: unseenPolicies && {
      ...given({
        says: unseenPolicies.says,
        of: unseenPolicies.of?.map((component) => component.name),
        egress: unseenPolicies.egress,
        dns: unseenPolicies.dns,
      }),
      source: withLines(sourceOf(environment, unseenPolicies.stated, stated), () =>
        lines(environment, ['unseenPolicies']),
      ),
    },
    source: withLines(sourceOf(environment, stated), (path) => lines(environment, path)),
  })
}
