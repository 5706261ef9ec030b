import { make, type NounSpec } from '../make.ts'
import type { Organisation } from '../model.ts'
import { dnsLabel, list, noun, oneOf, stated } from '../schema.ts'
import { repeatedName } from './repeated-name.ts'

export type OrganisationOptions = Omit<Organisation, 'is' | 'name'>

export const organisationSpec: NounSpec<OrganisationOptions, Organisation> = {
  is: 'organisation',
  word: 'organisation',
  named: dnsLabel,
  fields: {
    kind: oneOf('agency', 'company', 'consortium', 'provider'),
    members: list(noun('organisation')),
    stated,
  },
  rules(_, { kind, members }, say) {
    if (members === undefined) return
    if (kind !== 'consortium')
      say({ path: 'members', found: 'members of what is no consortium', allowed: "nothing, or kind: 'consortium'" })
    repeatedName(members, 'members', say)
  },
  build: (name, options) => ({ is: 'organisation', name, ...options }),
}

/**
 * Whoever operates clusters, members of a ledger or key stores, or stands at the other end of a call.
 * `organisation('union', { kind: 'consortium', members: [northBank, southBank] })`
 */
export function organisation(name: string, options: OrganisationOptions = {}): Organisation {
  return make(organisationSpec, name, options)
}
