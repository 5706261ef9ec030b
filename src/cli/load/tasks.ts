// What can be asked about a loaded platform. Each task is imported before the user's file is.

import type { Platform } from '../../platform/model.ts'

export interface Asked {
  readonly asOf: string
  readonly denied: ReadonlySet<string>
  /** The text of a file that was loaded, for the lines of fields. */
  readonly textOf: (file: string) => string | undefined
}

export type Run = (platform: Platform, asked: Asked) => unknown

export const tasks: { readonly [task in 'judge' | 'names']: () => Promise<Run> } = {
  judge: async () => {
    const { runPlatform } = await import('../../check/run.ts')
    return runPlatform
  },
  names: async () => (platform) => ({
    platform: platform.name,
    environments: platform.environments.map((one) => (one.is === 'planned' ? one.value.name : one.name)),
  }),
}
