import { accessRules } from '../component/fields.ts'
import { make, type NounSpec } from '../make.ts'
import type { Role } from '../model.ts'
import { dnsName, need, stated } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface RoleOptions {
  /** The ServiceAccount that has it; default: one called like the role. */
  readonly account?: string
  readonly rules: Role['rules']
  readonly stated?: Stated
}

export const roleSpec: NounSpec<RoleOptions, Role> = {
  is: 'role',
  word: 'role',
  named: dnsName,
  fields: {
    account: dnsName,
    rules: need(accessRules, 'what it opens'),
    stated,
  },
  build: (name, { account = name, rules, stated }) => ({ is: 'role', name, account, rules, ...(stated && { stated }) }),
}

/** What a ServiceAccount may do in its namespace. `role('checkout', { rules: [{ resources: ['configmaps'], verbs: ['get'] }] })` */
export function role(name: string, options: RoleOptions): Role {
  return make(roleSpec, name, options)
}
