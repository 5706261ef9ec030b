import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Part } from '../define.ts'
import type { View } from '../world.ts'

/** Where a policy says what it does in a direction: its rules; where it has none, that it isolates. */
export function policyPlace(direction: 'egress' | 'ingress', policy: Ref | undefined, { estate }: View): Part['at'] {
  const object = estate.objects.find(({ ref }) => ref === policy)
  if (!object) return undefined
  const spec = fieldsOf(object.manifest.spec)
  const field = [direction, 'policyTypes', 'podSelector'].find((each) => spec[each] !== undefined)
  return { source: object.source, path: field === undefined ? ['spec'] : ['spec', field] }
}
