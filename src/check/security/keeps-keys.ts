// A promise that the keys of a ledger's members never leave hardware security modules: a key that lies in a file can be
// copied, and whoever has the copy signs as the member.

import { componentIn } from '../../platform/derive.ts'
import type { Hsm, MemberGroup } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'

type Rules = {
  none: { readonly ledger: string }
  unnamed: { readonly role: string; readonly ledger: string }
  key: { readonly member: string; readonly hsm?: string; readonly simulated: boolean }
  unsaid: { readonly role: string; readonly ledger: string }
  whose: { readonly hsm: string; readonly of: string; readonly operator: string }
  shared: { readonly hsm: string; readonly operators: readonly string[] }
}

export const keepsKeys = definePromise<Rules>()({
  kind: 'keepsKeys',
  asks: 'Are the keys of all members kept in hardware security modules?',

  *judge(promise, world) {
    const { place, environment, cluster } = placeOf(promise, world)
    const where = promise.in ?? world.platform?.environments.find((one) => one.is === 'environment')
    const ledger = where?.is === 'environment' ? componentIn(where, promise.ledger) : undefined
    const groups = ledger ? (traitsOf(ledger).groups ?? []) : []
    const isReal = where?.is === 'environment' && where.purpose === 'production'
    const each = promise.dedicated ? ', one for each operator' : ''
    yield {
      id: [place, promise.ledger.name],
      environment,
      cluster,
      says: `the keys of ${promise.ledger.name} are kept in hardware security modules${each}`,
      source: { stated: promise.stated },
      parts: partsOf(promise.ledger.name, signing(groups), { isReal, dedicated: promise.dedicated === true }, world),
    }
  },

  says: {
    none: ({ ledger }) => `nobody says which members ${ledger} has`,
    unnamed: ({ role, ledger }) =>
      `each ${role} of ${ledger} is said to have a module of its own, and nobody names one`,
    unsaid: ({ role, ledger }) => `nobody says how many ${role}s ${ledger} has, nor which module keeps their keys`,
    key: ({ member, hsm, simulated }) => {
      if (hsm === undefined) return `no module keeps the keys of ${member}: they lie in a file or in a Secret`
      return simulated
        ? `${hsm} only simulates a module: the keys of ${member} can be copied`
        : `${hsm} keeps the keys of ${member}`
    },
    whose: ({ hsm, of, operator }) => `${hsm} is ${of}'s, and keeps the keys of what ${operator} operates`,
    shared: ({ hsm, operators }, truth) =>
      truth === true ? `${hsm} is ${operators[0]}'s alone` : `${hsm} keeps the keys of ${operators.join(' and of ')}`,
  },
})

// State databases sign nothing.
function signing(groups: readonly MemberGroup[]): readonly MemberGroup[] {
  return groups.filter(({ role }) => role !== 'database')
}

function partsOf(
  ledger: string,
  groups: readonly MemberGroup[],
  asked: { readonly isReal: boolean; readonly dedicated: boolean },
  world: World,
): readonly AnyPart<Rules>[] {
  if (groups.length === 0) return [part('none', undefined, { ledger }, { hint: 'orderers, peers or validators' })]
  return [
    ...groups.flatMap((group) => groupParts(ledger, group, asked.isReal, world)),
    ...(asked.dedicated ? sharedParts(groups) : []),
  ]
}

function groupParts(ledger: string, group: MemberGroup, isReal: boolean, world: World): readonly AnyPart<Rules>[] {
  const { role, members, hsm, stated } = group
  const waits = {
    waitsFor: `modules/${ledger}`,
    hint: `hsm: a module of each operator, with operators: [{ by, count, hsm }]`,
  }
  if (members.length === 0) {
    const more = { ...waits, stated: [stated] }
    return [part(hsm === 'dedicated' ? 'unnamed' : 'unsaid', undefined, { role, ledger }, more)]
  }
  if (members.some((one) => one.hsm === 'dedicated'))
    return [part('unnamed', undefined, { role, ledger }, { ...waits, stated: [stated] })]
  return members.flatMap((member) => {
    const held = member.hsm as Hsm | undefined
    const simulated = held?.simulated === true && isReal
    const because = { member: member.name, hsm: held?.name, simulated }
    const cause = `keys-in-files/${ledger}`
    const declared = asDeclared(`keys/${held?.name ?? ''}`, `${held?.name} keeps its keys, as declared`, world)
    const key =
      held === undefined || simulated
        ? part('key', false, because, { cause, hint: 'hsm: a module of its operator', stated: [stated, held?.stated] })
        : part('key', declared.truth, because, { cause, assumes: declared.assumes, stated: [stated, held.stated] })
    const of = held?.of?.name
    const operator = member.operator?.name
    if (held === undefined || of === undefined || operator === undefined || of === operator) return [key]
    return [key, part('whose', false, { hsm: held.name, of, operator }, { cause: `module-of-another/${held.name}` })]
  })
}

function sharedParts(groups: readonly MemberGroup[]): readonly AnyPart<Rules>[] {
  const users = new Map<string, Set<string>>()
  for (const { hsm, operator } of groups.flatMap(({ members }) => members)) {
    if (typeof hsm !== 'object' || operator === undefined) continue
    users.set(hsm.name, (users.get(hsm.name) ?? new Set()).add(operator.name))
  }
  return [...users].map(([hsm, of]) => {
    const operators = [...of].sort()
    return part(
      'shared',
      operators.length === 1,
      { hsm, operators },
      { cause: `module-shared/${hsm}`, hint: 'a module of each of them' },
    )
  })
}
