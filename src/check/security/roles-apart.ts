// A promise that members of different roles never stand on one machine: whoever takes one over has both.

import { mayStandOn } from '../../engine/placement/eligible.ts'
import { componentIn } from '../../platform/derive.ts'
import type { MemberGroup } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { View } from '../world.ts'

type Rules = {
  unsaid: { readonly role: string; readonly ledger: string }
  apart: { readonly one: string; readonly other: string; readonly nodes: number }
  outside: { readonly one: string; readonly other: string }
  together: { readonly one: string; readonly other: string; readonly nodes: readonly string[] }
  nowhere: { readonly cluster: string }
}

export const rolesApart = definePromise<Rules>()({
  kind: 'rolesApart',
  asks: 'Do members of different roles never share a machine?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const ledger = where && componentIn(where, promise.ledger)
    const groups = ledger ? (traitsOf(ledger).groups ?? []) : []
    const roles = [...promise.roles].sort()
    yield {
      id: [place, promise.ledger.name],
      environment,
      cluster,
      says: `no machine holds members of ${promise.ledger.name} of two of these roles: ${roles.join(', ')}`,
      source: { stated: promise.stated },
      parts: view && where ? partsOf(promise.ledger.name, roles, groups, where.name, view) : [],
    }
  },

  says: {
    unsaid: ({ role, ledger }) => `nobody says which members of the role ${role} ${ledger} has`,
    apart: ({ one, other, nodes }) => `${one} and ${other} share none of ${countOf(nodes, 'node')}, by their rules`,
    outside: ({ one, other }) =>
      `${one} and ${other} stand on different sides: one in the cluster, one on a machine outside`,
    together: ({ one, other, nodes }) => `the rules of ${one} and ${other} let both stand on ${nodes.join(', ')}`,
    nowhere: ({ cluster }) => `nobody says what nodes ${cluster} has`,
  },
})

function partsOf(
  ledger: string,
  roles: readonly string[],
  groups: readonly MemberGroup[],
  environment: string,
  view: View,
): readonly AnyPart<Rules>[] {
  const unsaid = roles.filter((role) => !groups.some((group) => group.role === role && group.members.length > 0))
  if (unsaid.length > 0)
    return unsaid.map((role) =>
      part(
        'unsaid',
        undefined,
        { role, ledger },
        { waitsFor: `members/${ledger}`, hint: 'names or count of its members' },
      ),
    )
  if (view.estate.nodes.length === 0)
    return [part('nowhere', undefined, { cluster: view.estate.cluster }, { waitsFor: `nodes/${view.estate.cluster}` })]
  const [first = '', ...others] = roles
  return [first, ...others].flatMap((role, at) =>
    roles.slice(at + 1).map((other) => pairPart(ledger, role, other, groups, environment, view)),
  )
}

function pairPart(
  ledger: string,
  one: string,
  other: string,
  groups: readonly MemberGroup[],
  environment: string,
  view: View,
): AnyPart<Rules> {
  const nodesOf = (role: string) => {
    const names = groups.filter((group) => group.role === role).flatMap(({ members }) => members)
    const inside = new Set(names.flatMap(({ name, isOutside }) => (isOutside ? [] : [name])))
    const pods = view.pods.filter((pod) => pod.environment === environment && inside.has(pod.name))
    return { isOutside: inside.size === 0, nodes: new Set(pods.flatMap((pod) => mayStandOn(view.estate, pod))) }
  }
  const [a, b] = [nodesOf(one), nodesOf(other)]
  if (a.isOutside !== b.isOutside) return part('outside', true, { one, other })
  const nodes = [...a.nodes].filter((node) => b.nodes.has(node)).sort()
  if (nodes.length === 0) return part('apart', true, { one, other, nodes: view.estate.nodes.length })
  const hint = `place: { require } on a label of nodes for each role, or a taint`
  return part('together', false, { one, other, nodes }, { cause: `roles-together/${ledger}`, hint })
}
