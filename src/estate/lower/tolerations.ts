import type { Toleration } from '../../kubernetes/types.ts'
import type { Workload } from '../../platform/component.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedBy } from '../order.ts'
import { wholeSeconds } from './seconds.ts'

/** Taints that the pods bear, for ever or for a time. */
export function tolerations({ tolerates }: Workload): readonly Toleration[] | undefined {
  return unlessEmpty(
    sortedBy(tolerates, ({ key, effect }) => `${key} ${effect}`).map((rule) =>
      given<Toleration>({
        key: rule.key,
        operator: 'Exists',
        // A time is only accepted together with NoExecute: the other effects do not end pods.
        effect: rule.for === undefined ? rule.effect : (rule.effect ?? 'NoExecute'),
        tolerationSeconds: rule.for === undefined ? undefined : wholeSeconds(rule.for),
      }),
    ),
  )
}
