// Who takes over from an environment that is gone.

import type { Environment } from '../../platform/model.ts'
import type { World } from '../world.ts'

/** Environments that stand by for it, that serve beside it, or to which its name leads when it is away. */
export function standbysOf(environment: Environment, { platform, plans }: World): readonly Environment[] {
  const declared = (platform?.environments ?? []).filter((one) => one.is === 'environment')
  const standing = declared.filter(
    ({ name, standbyOf, activeWith }) =>
      standbyOf?.name === environment.name ||
      activeWith?.name === environment.name ||
      environment.activeWith?.name === name,
  )
  const led = (plans?.failovers ?? []).filter(({ from }) => from.name === environment.name).map(({ to }) => to)
  return [...new Set([...standing, ...led])]
}
