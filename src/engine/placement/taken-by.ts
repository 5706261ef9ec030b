// Which classes of pods a rule takes: asked by label, so that a rule never walks over all classes.

import type { LabelSelector } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'

/** What takes pods: a selector in some namespaces, and the exact answer. */
export interface Taking {
  readonly selector: LabelSelector | undefined
  readonly takes: (other: PodClass) => boolean
}

export type TakenBy = (taking: Taking) => readonly number[]

/** The indices of the classes that a rule takes, in their order. */
export function takenBy(classes: readonly PodClass[]): TakenBy {
  const byLabel = new Map<string, number[]>()
  for (const [index, { labels }] of classes.entries())
    for (const [key, value] of Object.entries(labels)) {
      const name = `${key}\0${value}`
      const known = byLabel.get(name)
      if (known) known.push(index)
      else byLabel.set(name, [index])
    }
  const all = [...classes.keys()]
  return ({ selector, takes }) => {
    const isTaken = (index: number) => takes(classes[index] as PodClass)
    const labelled = Object.entries(selector?.matchLabels ?? {}).map(
      ([key, value]) => byLabel.get(`${key}\0${value}`) ?? [],
    )
    const fewest = labelled.reduce((few, some) => (some.length < few.length ? some : few), all)
    return fewest.filter(isTaken)
  }
}
