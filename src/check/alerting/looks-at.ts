import type { Alert, Environment } from '../../platform/model.ts'
import { watchersOf } from '../monitoring/watchers.ts'
import type { World } from '../world.ts'
import { isHere } from './bound.ts'

/** An alert that names no environment looks at all that are watched: where it is said which are, at no other. */
export function looksAt(alert: Alert, environment: Environment | undefined, world: World): boolean {
  if (alert.in !== undefined || environment === undefined) return isHere(alert.in, environment)
  if ((world.platform?.monitoring ?? []).length === 0) return true
  const { covering, collectors } = watchersOf(environment, world)
  return covering.length > 0 || collectors.length > 0
}
