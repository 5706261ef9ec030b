// What can be asked about estates, wherever they come from: a folder of manifests, or a platform that was lowered (in its
// worker, so answers are plain data). Each is imported when it is asked for. To add one: a line here.

import type { Estate } from '../../estate/estate.ts'
import type { Platform } from '../../platform/model.ts'

export interface EstatesAsked {
  readonly asOf: string
  /** Those of the platform, or of files beside manifests. */
  readonly promises?: Platform['promises']
  /** What the verb was told, as plain data. */
  readonly options: unknown
}

export type EstateRun = (estates: readonly Estate[], asked: EstatesAsked) => unknown

export const estateTasks: { readonly [task: string]: () => Promise<EstateRun> } = {
  diff: async () => (await import('../diff/diff-task.ts')).diffTask,
  pair: async () => (await import('../reach/pair-task.ts')).pairTask,
  place: async () => (await import('../place/place-task.ts')).placeTask,
  reach: async () => (await import('../reach/reach-task.ts')).reachTask,
  timeline: async () => (await import('../timeline/timeline-task.ts')).timelineTask,
  sweep: async () => (await import('../sweep/sweep-task.ts')).sweepTask,
}
