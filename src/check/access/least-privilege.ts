// Every permission of an account is one that its pods are known to use; what is not is shown with what it opens besides.

import {
  allows,
  type Permission,
  permissionsOf,
  type ResourcePermission,
  resourcePermissionsOf,
} from '../../engine/access/access-rule.ts'
import { startsPods } from '../../engine/access/acts-as.ts'
import type { Account, Grant } from '../../engine/access/grants.ts'
import { joinAssumptions } from '../../engine/assumption.ts'
import { clusterScoped } from '../../knowledge/cluster-scoped.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import { podReferences } from '../references/pod-references.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { grantsIn, runningAs } from './account-tables.ts'
import { sayGrant, sayPermission } from './permission-words.ts'
import { explains, needsOf } from './used-permissions.ts'

export type LeastRules = {
  used: { readonly account: Account; readonly permissions: readonly (readonly [permission: string, by: string])[] }
  unused: {
    readonly account: Account
    readonly permission: string
    readonly grant: string
    readonly runs: readonly string[]
    readonly opens: readonly (readonly [what: string, names: string])[]
  }
  lacking: { readonly account: Account; readonly permission: string; readonly of: string }
}

export function leastPrivilege(account: Account, view: View): readonly AnyPart<LeastRules>[] {
  const grants = grantsIn(view).of(account)
  const needs = needsOf(account, view)
  const granted = distinct(grants.flatMap((grant) => effectiveIn(grant).map((permission) => ({ permission, grant }))))
  const explained = granted.map((one) => ({ ...one, need: explains(needs, one.permission, view) }))
  const used = explained.flatMap(({ permission, need }) => (need ? [{ permission, need }] : []))
  const assumes = joinAssumptions(used.map(({ need }) => (need.assumption ? [need.assumption] : [])))
  return [
    ...(used.length > 0
      ? [
          part(
            'used',
            true,
            { account, permissions: used.map((one) => [sayPermission(one.permission), one.need.of] as const) },
            { assumes },
          ),
        ]
      : []),
    ...explained.flatMap(({ permission, grant, need }) => (need ? [] : [unusedPart(account, permission, grant, view)])),
    ...lackingParts(account, grants, view),
  ]
}

/** A path is in no namespace: there a binding opens none. */
function effectiveIn({ rule, namespace }: Grant): readonly Permission[] {
  return namespace === '' ? permissionsOf(rule) : resourcePermissionsOf(rule)
}

interface Granted {
  readonly permission: Permission
  readonly grant: Grant
}

function distinct(granted: readonly Granted[]): readonly Granted[] {
  const byText = new Map(
    granted.map((one) => [`${sayPermission(one.permission)}\0${one.grant.role}`, one] as const).reverse(),
  )
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

function unusedPart(account: Account, permission: Permission, grant: Grant, view: View): AnyPart<LeastRules> {
  const said = sayPermission(permission)
  const { at } = grant
  return part(
    'unused',
    false,
    {
      account,
      permission: said,
      grant: sayGrant(grant),
      runs: (runningAs(view).get(account) ?? []).map(({ name }) => name),
      opens: opensOf(permission, grant, account, view),
    },
    {
      cause: `unused-permission/${grant.role}/${said.replaceAll(' ', '-')}`,
      hint:
        'url' in permission
          ? 'a rule without it: a path opens no object'
          : 'a rule without it; or, where the program needs it, api: in the component that asks for it',
      at: at && { source: at.object.source, path: at.path },
    },
  )
}

/** What starting pods gives besides: each Secret that can be mounted, each account that can be run as. */
function opensOf(permission: Permission, { namespace, rule }: Grant, account: Account, view: View) {
  const starts = startsPods(rule)
  if ('url' in permission) return []
  if (!starts || !allows({ ...rule, verbs: [permission.verb], resources: [permission.resource] }, starts)) return []
  const isIn = (other: string) => namespace === '' || other === namespace
  const secrets = secretsIn(view).filter((ref) => isIn(partsOf(ref).namespace))
  const others = grantsIn(view).accounts.filter((one) => isIn(one.slice(0, one.indexOf('/'))) && one !== account)
  const where = namespace === '' ? 'every namespace' : namespace
  return [
    ['starts', `any pod of ${where}, with any Secret mounted and as any account`],
    ...(secrets.length > 0 ? [['Secrets', secrets.map((ref) => partsOf(ref).name).join(', ')] as const] : []),
    ...(others.length > 0
      ? [['accounts', others.map((one) => one.slice(one.indexOf('/') + 1)).join(', ')] as const]
      : []),
  ] as const
}

/** Those that stand there, and those that pods name. */
function secretsIn({ estate }: View): readonly Ref[] {
  const shown = estate.objects.filter(({ ref }) => ref.startsWith('Secret/')).map(({ ref }) => ref)
  const named = estate.objects
    .flatMap(podReferences)
    .flatMap(({ kind, namespace, name }): Ref[] => (kind === 'Secret' ? [`Secret/${namespace}/${name}`] : []))
  return [...new Set([...shown, ...named])].sort()
}

function lackingParts(account: Account, grants: readonly Grant[], view: View): readonly AnyPart<LeastRules>[] {
  const declared = needsOf(account, view).filter(({ assumption }) => assumption === undefined)
  return declared.flatMap(({ rule, of }) =>
    permissionsOf(rule)
      .filter((permission) => !grants.some((grant) => opens(grant, permission)))
      .map((permission) =>
        part(
          'lacking',
          false,
          { account, permission: sayPermission(permission), of: partsOf(of).name },
          {
            cause: `lacking-permission/${account}/${sayPermission(permission).replaceAll(' ', '-')}`,
            hint: 'a role that allows it',
          },
        ),
      ),
  )
}

/** What belongs to no namespace is not opened by a binding in one. */
function opens({ rule, namespace }: Grant, permission: Permission): boolean {
  return allows(rule, permission) && (namespace === '' || ('resource' in permission && isNamespaced(permission)))
}

// A namespace by its name is asked for in itself. Of the groups of others nobody knows.
function isNamespaced({ verb, group, resource }: ResourcePermission): boolean {
  const kind = resource.replace(/\/.*/, '')
  if (kind === 'namespaces') return !['create', 'list', 'watch', 'deletecollection'].includes(verb)
  return !clusterScoped.has(kind) || (group.includes('.') && !group.endsWith('.k8s.io'))
}

export const leastWords = {
  used: ({ account, permissions }: LeastRules['used']): Words => ({
    line: `what ${account} may do and its pods use`,
    rows: permissions.map(([permission, of]) => [permission, `used by ${partsOf(of as Ref).name}`] as const),
  }),
  unused: ({ account, permission, grant, runs, opens }: LeastRules['unused']): Words => ({
    line: `${account} may ${permission} (${grant}), and ${
      runs.length === 0 ? 'no pod runs as it' : `nothing shows that ${runs.join(', ')} needs to`
    }`,
    rows: opens,
  }),
  lacking: ({ account, permission, of }: LeastRules['lacking']) =>
    `${of} asks to ${permission}, and nothing allows ${account} to`,
}
