// Which metrics the API server passes on to somebody who serves them.

import { textOf } from '../../engine/pods/untrusted.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { table, type View } from '../world.ts'

/** Groups of APIServices that lead to a Service: `custom.metrics.k8s.io`, `external.metrics.k8s.io`. */
export const servedGroups = table(
  ({ estate }: View): ReadonlySet<string> =>
    new Set(
      estate.objects.flatMap(({ manifest }) => {
        if (manifest.kind !== 'APIService') return []
        const { group, service } = fieldsAt(manifest, 'spec')
        return service === undefined ? [] : (textOf(group) ?? [])
      }),
    ),
)
