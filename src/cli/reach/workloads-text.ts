// Many workloads in few words: by name, or by their namespace where all of it is meant.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ReachAnswer } from './reach-task.ts'

/** By namespace: its workloads. */
export type Namespaces = ReadonlyMap<string, ReadonlySet<string>>

export function namespacesIn({ classes }: Pick<ReachAnswer, 'classes'>): Namespaces {
  const workloads = classes.flatMap(({ members, outside }) => (outside ? [] : members))
  return new Map([...Map.groupBy(workloads, namespaceOf)].map(([name, own]) => [name, new Set(own)]))
}

/** `besides` holds those that need no mention for a namespace to be meant as a whole. */
export function workloadsText(
  members: readonly string[],
  namespaces: Namespaces,
  besides: ReadonlySet<string> = new Set(),
): readonly string[] {
  const byNamespace = Map.groupBy([...new Set(members)], namespaceOf)
  const isWhole = (name: string, own: readonly string[]) => {
    const held = new Set(own)
    const all = [...(namespaces.get(name) ?? [])]
    return own.length > 1 && all.every((each) => held.has(each) || besides.has(each))
  }
  const whole = [...byNamespace].filter(([name, own]) => isWhole(name, own)).map(([name]) => name)
  if (whole.length === namespaces.size && namespaces.size > 1) return ['every workload']
  const single = [...byNamespace].flatMap(([name, own]) => (whole.includes(name) ? [] : own))
  return [
    ...whole.sort(byCodePoint).map((name) => `all of ${name}`),
    ...(single.length > 0 ? [listed(single.map(short).sort(byCodePoint))] : []),
  ]
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}

export function short(workload: string): string {
  const { namespace, name } = partsOf(workload as Ref)
  return `${namespace}/${name}`
}

function namespaceOf(workload: string): string {
  return partsOf(workload as Ref).namespace
}
