import type { Estate } from '../../estate/estate.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'
import { placeAnswer } from './place-answer.ts'

/** What `seaworthy place` asks of the estates. */
export function placeTask(estates: readonly Estate[], { asOf, options }: EstatesAsked) {
  const { why } = options as { readonly why?: string }
  const clusters = estates.map((estate) => placeAnswer(estate, why))
  const names = new Set(clusters.flatMap(({ nodes }) => nodes.flatMap(({ pods }) => pods.flatMap(namesOf))))
  return { asOf, clusters, names: [...names].sort() }
}

function namesOf({ namespace, name }: { readonly namespace: string; readonly name: string }): readonly string[] {
  return [name, `${namespace}/${name}`]
}
