// Who stands behind the platform: a consortium has members, each of them operates something, and a ledger is of one kind.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import { makingOf } from '../../platform/made.ts'
import type { Organisation } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { reachable } from '../../platform/reachable.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import type { World } from '../world.ts'

type Parts = {
  members: { readonly consortium: string; readonly members: readonly string[] }
  operates: { readonly organisation: string; readonly what: readonly string[] }
  count: { readonly ledger: string; readonly role: string; readonly members: number }
  kinds: { readonly ledger: string; readonly roles: readonly string[] }
}

export const operates = defineQuestion<Parts>({
  id: 'operates',
  asks: 'Is it said who operates what, and how many of each there are?',

  *judge(world) {
    const { platform } = world
    if (!platform) return
    const organisations = organisationsIn(platform)
    const operated = operatedIn(world)
    for (const one of organisations) yield* organisationFinding(platform.name, one, organisations, operated)
    for (const ledger of ledgersIn(world)) yield* ledgerFinding(platform.name, ledger, organisations.length > 0)
  },

  says: {
    members: ({ consortium, members }, truth) =>
      truth === true ? `${members.join(', ')} belong to ${consortium}` : `nobody says who belongs to ${consortium}`,
    operates: ({ organisation, what }, truth) =>
      truth === true
        ? `${organisation} operates ${what.join(', ')}`
        : `${organisation} belongs to a consortium and operates nothing`,
    count: ({ ledger, role, members }, truth) =>
      truth === true
        ? `${ledger} has ${members} of the role ${role}`
        : `nobody says how many of the role ${role} ${ledger} has`,
    kinds: ({ ledger, roles }) =>
      `${ledger} has members of the roles ${roles.join(', ')}: validators agree by themselves, and peers on what orderers have put in order; a ledger is of one of the two kinds`,
  },
})

function organisationsIn(platform: object): readonly Organisation[] {
  const named = new Map<string, Organisation>()
  for (const value of reachable(platform))
    if (makingOf(value)?.is === 'organisation') named.set((value as Organisation).name, value as Organisation)
  return [...named.values()].sort((a, b) => byCodePoint(a.name, b.name))
}

/** What each organisation operates, by its name. */
function operatedIn({ platform }: World): ReadonlyMap<string, readonly string[]> {
  const operated = new Map<string, Set<string>>()
  const add = (one: Organisation | undefined, what: string) => {
    if (one) operated.set(one.name, (operated.get(one.name) ?? new Set()).add(what))
  }
  for (const where of platform ? environmentsOf(platform) : []) {
    add(where.on.operator, `cluster ${where.on.name}`)
    for (const component of componentsOf(where)) {
      const { groups = [], owner } = traitsOf(component)
      add(owner, component.name)
      for (const { members, operator } of groups) {
        add(operator, component.name)
        for (const member of members) add(member.operator, member.name)
      }
    }
  }
  return new Map([...operated].map(([name, what]) => [name, [...what].sort()]))
}

function* organisationFinding(
  place: string,
  one: Organisation,
  all: readonly Organisation[],
  operated: ReadonlyMap<string, readonly string[]>,
): Generator<Finding<Parts>> {
  const { name, kind, members, stated } = one
  const belongs = all.some((other) => other.members?.some((member) => member.name === name))
  const what = operated.get(name) ?? []
  const parts: AnyPart<Parts>[] = []
  if (kind === 'consortium') {
    const isSaid = members !== undefined && members.length > 0
    const names = (members ?? []).map((member) => member.name).sort()
    const more = isSaid ? {} : { waitsFor: `members/${name}`, hint: 'members: the organisations that belong to it' }
    parts.push(part('members', isSaid || undefined, { consortium: name, members: names }, more))
  }
  if (belongs)
    parts.push(
      part(
        'operates',
        what.length > 0,
        { organisation: name, what },
        { cause: `idle/${name}`, hint: `operator: ${name} of a cluster or of members, or of: ${name} of what it runs` },
      ),
    )
  if (parts.length > 0)
    yield { id: [place, name], says: `it is said what ${name} is and does`, source: sourceOf(one, stated), parts }
}

function ledgersIn({ platform }: World): readonly Component[] {
  const all = (platform ? environmentsOf(platform) : []).flatMap(componentsOf)
  const named = new Map(all.flatMap((one) => (traitsOf(one).groups === undefined ? [] : [[one.name, one] as const])))
  return [...named.values()].sort((a, b) => byCodePoint(a.name, b.name))
}

// A ledger that one team runs for itself has whatever members it has.
function* ledgerFinding(place: string, ledger: Component, hasOrganisations: boolean): Generator<Finding<Parts>> {
  const { groups = [], stated } = traitsOf(ledger)
  const roles = groups.map(({ role }) => role)
  const counts = groups.map(({ role, members, stated }): AnyPart<Parts> => {
    const more = members.length > 0 ? {} : { waitsFor: `members/${ledger.name}`, hint: 'count, names or operators' }
    return part(
      'count',
      members.length > 0 || undefined,
      { ledger: ledger.name, role, members: members.length },
      { ...more, stated: [stated] },
    )
  })
  const isBoth = roles.includes('validator') && (roles.includes('orderer') || roles.includes('peer'))
  const kinds = part(
    'kinds',
    undefined,
    { ledger: ledger.name, roles },
    { waitsFor: `kind/${ledger.name}`, hint: 'one kind of ledger' },
  )
  if (counts.length > 0 && (hasOrganisations || isBoth))
    yield {
      id: [place, ledger.name],
      says: `it is said what members ${ledger.name} has`,
      source: sourceOf(ledger, stated),
      parts: isBoth ? [...counts, { ...kinds, stated: groups.map((group) => group.stated) }] : counts,
    }
}
