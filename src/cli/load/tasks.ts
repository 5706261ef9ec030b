// What can be asked about a loaded platform. Each task is imported before the user's file is.

import type { RunOptions } from '../../check/run-options.ts'
import type { Platform } from '../../platform/model.ts'
import { renderers } from '../../render/renderers.ts'
import { estateTasks } from './estate-tasks.ts'

export interface Asked {
  readonly asOf: string
  readonly denied: ReadonlySet<string>
  /** The text of a file that was loaded, for the lines of fields. */
  readonly textOf: (file: string) => string | undefined
  readonly options: unknown
}

export type Run = (platform: Platform, asked: Asked) => unknown

/** What the task of judging is told beside the day. */
type Judging = Pick<RunOptions, 'briefly'> | undefined

const platformTasks: { readonly [task: string]: () => Promise<Run> } = {
  judge: async () => {
    const { runPlatform } = await import('../../check/run-platform.ts')
    return (platform, { options, ...asked }) => runPlatform(platform, { ...asked, ...(options as Judging) })
  },
  ...Object.fromEntries(
    Object.entries(renderers).map(([id, renderer]) => [
      `render ${id}`,
      async () => (await import('./render-task.ts')).renderTask(await renderer()),
    ]),
  ),
  names: async () => (platform) => ({
    platform: platform.name,
    environments: platform.environments.map((one) => (one.is === 'planned' ? one.value.name : one.name)),
  }),
}

/** The task of a name; one about estates is asked of what the platform becomes, in the first world of its open choices. */
export async function taskOf(name: string): Promise<Run> {
  const onPlatform = Object.hasOwn(platformTasks, name) ? platformTasks[name] : undefined
  if (onPlatform) return await onPlatform()
  const onEstates = Object.hasOwn(estateTasks, name) ? estateTasks[name] : undefined
  if (!onEstates) throw new Error(`there is no task ${name}`)
  const { lower } = await import('../../estate/lower.ts')
  const { settled } = await import('../../engine/capacity/settled.ts')
  const { worldsOf } = await import('../../platform/worlds.ts')
  const run = await onEstates()
  return (platform, { asOf, options, textOf }) => {
    const decided = worldsOf(platform).worlds[0]?.platform ?? platform
    return run(lower(decided, { textOf }).map(settled), { asOf, options, promises: decided.promises })
  }
}
