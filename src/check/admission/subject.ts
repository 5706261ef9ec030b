import type { EstateObject, ShownObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { View } from '../world.ts'

type Placed = Pick<EstateObject, 'ref' | 'environment'>

/** How an object is told from all others in ids: its environment or cluster, kind, namespace where it is not the environment's, name. */
export function objectSubject(
  { ref, environment }: Placed,
  { estate }: View,
): readonly [place: string, ...subject: string[]] {
  const { kind, namespace, name } = partsOf(ref)
  const own = estate.environments.find((place) => place.name === environment)?.namespace
  return [environment ?? estate.cluster, kind, ...(namespace === '' || namespace === own ? [] : [namespace]), name]
}

/** An excerpt's subject: that of the object it shows a part of. */
export function excerptSubject(
  { of, environment }: ShownObject,
  view: View,
): readonly [place: string, ...subject: string[]] {
  const [place, ...subject] = objectSubject({ ref: of, environment }, view)
  return [place, ...subject, 'shown']
}

/** `StatefulSet ledger-db`. */
export function sayRef(ref: Ref): string {
  const { kind, name } = partsOf(ref)
  return `${kind} ${name}`
}

/** What every finding on one object says of it. */
export function aboutObject(object: EstateObject, view: View) {
  const { environment, source, ref } = object
  return { id: objectSubject(object, view), environment, cluster: view.estate.cluster, source, about: [ref] }
}
