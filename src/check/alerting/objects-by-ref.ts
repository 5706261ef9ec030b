import type { EstateObject } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { table } from '../world.ts'

export const objectsByRef = table(
  ({ estate }): ReadonlyMap<Ref, EstateObject> => new Map(estate.objects.map((object) => [object.ref, object])),
)
