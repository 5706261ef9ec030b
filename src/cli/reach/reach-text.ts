// The matrix for people: into each workload, who gets in and at which ports; those that answer alike stand together.

import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { clean } from '../text/clean.ts'
import { wrap } from '../text/wrap.ts'
import { portsText } from './ports-text.ts'
import type { ReachAnswer } from './reach-task.ts'

export function reachText(answer: ReachAnswer, { path, width }: { path: string; width: number | undefined }): string {
  const { cluster, classes, policies, unknown } = answer
  const workloads = classes.filter(({ outside }) => !outside).flatMap(({ members }) => members)
  const head = `${cluster} · ${count(workloads.length + unknown.length, 'workload')} · ${count(policies, 'network policy', 'network policies')}`
  const lines = [
    head,
    ...enforcedLines(answer),
    '',
    ...intoLines(answer),
    ...unknownLines(answer),
    '',
    `one pair explained: seaworthy reach ${path} FROM TO`,
  ]
  return `${lines.flatMap((line) => wrap(clean(line), width, '      ')).join('\n')}\n`
}

function enforcedLines({ enforced, policies, unknown }: ReachAnswer): readonly string[] {
  if (policies === 0)
    return unknown.length > 0 ? [] : ['no network policy: every workload reaches every other at every port']
  if (enforced === false) return ['the network plugin enforces no policy: every workload reaches every other']
  return enforced ? [] : ["if the network plugin enforces policy, which nobody says (--assume 'cni enforces policy')"]
}

function intoLines(answer: ReachAnswer): readonly string[] {
  const { classes, reaches } = answer
  if (answer.policies === 0 || answer.enforced === false) return []
  const sizes = countsByNamespace(answer)
  const into = classes.map((): Map<number, string[]> => new Map())
  for (const [from, row] of reaches.entries())
    for (const [to, number] of row) {
      const senders = into[to]?.get(number) ?? []
      senders.push(...membersFrom(classes[from], to === from ? 1 : 0))
      into[to]?.set(number, senders)
    }
  const told = classes.flatMap(({ members, outside }, at) => {
    const senders = [...(into[at] ?? [])]
    const rows = senders.map(
      ([number, from]) => `  from ${sendersText(from, sizes)} at ${portsText(answer.ports[number])}`,
    )
    return outside ? [] : [{ members, rows: rows.length > 0 ? rows.sort(byCodePoint) : ['  from nobody'] }]
  })
  const alike = Map.groupBy(told, ({ rows }) => rows.join('\n'))
  return [...alike.values()].flatMap((group) => {
    const names = group.flatMap(({ members }) => members).sort(byCodePoint)
    return [`into ${listed(names.map(short))}`, ...(group[0]?.rows ?? [])]
  })
}

function membersFrom(one: ReachAnswer['classes'][number] | undefined, least: number): readonly string[] {
  if (!one || (!one.outside && one.members.length <= least)) return []
  return one.outside ? [`outside ${one.members[0]}`] : one.members
}

function countsByNamespace({ classes }: ReachAnswer): ReadonlyMap<string, number> {
  const names = classes.flatMap(({ members, outside }) => (outside ? [] : members.map((member) => namespaceOf(member))))
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}

// A namespace all of whose workloads get in is told by its name; so are all namespaces.
function sendersText(senders: readonly string[], sizes: ReadonlyMap<string, number>): string {
  const outside = [...new Set(senders.filter((each) => each.startsWith('outside ')))]
  const inside = [...new Set(senders.filter((each) => !each.startsWith('outside ')))]
  const byNamespace = Map.groupBy(inside, namespaceOf)
  const whole = [...byNamespace].filter(
    ([name, members]) => members.length > 1 && members.length >= (sizes.get(name) ?? 0) - 1,
  )
  const isEverybody = whole.length === sizes.size && sizes.size > 1
  const parts = isEverybody ? ['every workload'] : whole.map(([name]) => `all of ${name}`)
  const single = [...byNamespace]
    .filter(([name]) => !whole.some(([other]) => other === name))
    .flatMap(([, members]) => members)
  const places = outside.length === 1 && outside[0] === 'outside 0.0.0.0-255.255.255.255' ? ['outside'] : outside
  return [
    ...parts.sort(byCodePoint),
    ...(single.length > 0 ? [listed(single.map(short).sort(byCodePoint))] : []),
    ...places,
  ].join(', ')
}

function unknownLines({ unknown }: ReachAnswer): readonly string[] {
  const alike = Map.groupBy(unknown, ({ because }) => because.map(sayRef).join(', '))
  return [...alike].map(
    ([because, group]) =>
      `? ${listed(group.map(({ workload }) => short(workload)))}: nobody here can tell, for ${because}`,
  )
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}

function sayRef(ref: string): string {
  const { kind, namespace, name } = partsOf(ref as `${string}/${string}/${string}`)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

function short(workload: string): string {
  const { namespace, name } = partsOf(workload as `${string}/${string}/${string}`)
  return `${namespace}/${name}`
}

function namespaceOf(workload: string): string {
  return partsOf(workload as `${string}/${string}/${string}`).namespace
}

function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}
