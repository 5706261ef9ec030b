import { make, type NounSpec } from '../make.ts'
import type { Team } from '../model.ts'
import { noun, set, stated, text } from '../schema.ts'

export type TeamOptions = Partial<Omit<Team, 'is' | 'name'>>

export const teamSpec: NounSpec<TeamOptions, Team> = {
  is: 'team',
  word: 'team',
  named: text,
  fields: { members: set(text, 1), apartFrom: set(noun('team'), 1), reachedBy: set(noun('receiver'), 1), stated },
  rules(_, { members = [], apartFrom = [] }, say) {
    for (const [index, member] of members.entries()) {
      const path = `members[${index}]`
      if (members.indexOf(member) < index) say({ path, found: `'${member}' again`, allowed: 'each of them once' })
      const other = apartFrom.find((team) => team.members?.includes(member))
      if (other) say({ path, found: `'${member}', who is in ${other.name}`, allowed: `nobody of ${other.name}` })
    }
  },
  build: (name, options) => ({ is: 'team', name, apartFrom: [], ...options }),
}

/** People with one duty, or one person. `team('release managers', { members: ['ada', 'grace'], apartFrom: [developers] })` */
export function team(name: string, options: TeamOptions = {}): Team {
  return make(teamSpec, name, options)
}
