// How what Prometheus or Alertmanager is told is named in ids, in an object or in a plain file.

import type { MonitoringFile } from '../../estate/monitoring/monitoring.ts'
import { objectSubject } from '../admission/subject.ts'
import type { View } from '../world.ts'
import { objectsByRef } from './objects-by-ref.ts'

export function monitoringSubject(
  { ref, key, name }: MonitoringFile,
  view: View,
  ...more: readonly string[]
): readonly [place: string, ...subject: string[]] {
  const object = ref && objectsByRef(view).get(ref)
  if (!object) return [view.estate.cluster, name, ...more]
  const [place, ...subject] = objectSubject(object, view)
  return [place, ...subject, ...(key === undefined ? [] : [key]), ...more]
}
