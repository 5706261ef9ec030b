// What judges promises is loaded where there are some: most folders of manifests make none.

import type { Judges } from '../check/judge.ts'
import type { Platform } from '../platform/model.ts'

export async function judgesOf(promises: Platform['promises']): Promise<Judges> {
  return promises.length === 0 ? {} : (await import('../check/promises.ts')).promiseKinds
}
