import type { Environment } from '../model.ts'
import type { Problem } from '../problem.ts'
import { unknownName } from './tell.ts'

/** An environment that is named must stand: what is planned is not there yet. */
export function* isThere(
  of: object,
  path: string,
  place: Environment,
  environments: readonly Environment[],
): Generator<Problem> {
  if (environments.includes(place)) return
  const names = environments.map(({ name }) => name)
  yield unknownName(of, path, place.name, 'an environment of the platform that is not planned', names)
}
