// Promises on what ServiceAccounts may do: rights are weighed as RBAC adds them up, those that come by way of other
// accounts among them.

import type { Account } from '../../engine/access/grants.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { type Place, placeOf } from '../place.ts'
import type { View } from '../world.ts'
import { grantsIn } from './account-tables.ts'
import { type ClusterAdminRules, clusterAdminWords, noClusterAdmin } from './cluster-admin.ts'
import { type KeptOutRules, keptOut, keptOutWords, namespaceOf } from './kept-out.ts'
import { type LeastRules, leastPrivilege, leastWords } from './least-privilege.ts'
import { type OwnRules, ownAccounts, ownWords } from './own-accounts.ts'
import { sayGrant } from './permission-words.ts'

type AccountsPromise = Extract<PlatformPromise, { kind: 'accounts' }>

type Rules = LeastRules &
  ClusterAdminRules &
  KeptOutRules &
  OwnRules & {
    nothing: { readonly accounts: number }
    unread: { readonly account: Account; readonly binding: string }
    unseen: { readonly who: readonly string[] }
  }

export const accounts = definePromise<Rules>()({
  kind: 'accounts',
  asks: 'May accounts do no more than is said?',

  *judge(promise, world) {
    const place = placeOf(promise, world)
    const of = promise.of === undefined ? undefined : typeof promise.of === 'string' ? promise.of : promise.of.name
    yield {
      id: [place.place, promise.are, ...(of === undefined ? [] : [of])],
      environment: place.environment,
      cluster: place.cluster,
      says: saysOf(promise.are, place.place, of),
      source: { stated: promise.stated },
      parts: place.view ? partsOf(promise, place, place.view) : [],
    }
  },

  says: {
    ...leastWords,
    ...clusterAdminWords,
    ...keptOutWords,
    ...ownWords,
    nothing: ({ accounts: count }) =>
      count === 1
        ? 'its one account may do nothing that every account may not'
        : `none of its ${count} accounts may do anything that every account may not`,
    unread: ({ account, binding }) => `${binding} gives ${account} the rights of a role that nobody shows whole`,
    unseen: ({ who }) => `more rights may be given by what nobody has read: ${who.join('; ')}`,
  },
})

function saysOf(are: AccountsPromise['are'], place: string, of = ''): string {
  if (are === 'own') return `each workload of ${place} runs as an account of its own`
  if (are === 'noClusterAdmin') return `no account of ${place} may do everything in the cluster`
  if (are === 'keptOut') return `no account of ${place} may read or change what is in ${of}`
  return `accounts of ${place} may do what their pods use, and no more`
}

function partsOf(promise: AccountsPromise, { environment }: Place, view: View): readonly AnyPart<Rules>[] {
  const pods = view.pods.filter((pod) => environment === undefined || pod.environment === environment)
  if (promise.are === 'own') return ownAccounts(pods, view)
  const namespaces = new Set(
    environment === undefined ? pods.map(({ namespace }) => namespace) : [namespaceOf(environment, view)],
  )
  const here = grantsIn(view).accounts.filter((account) => namespaces.has(account.slice(0, account.indexOf('/'))))
  const parts = here.flatMap((account): readonly AnyPart<Rules>[] => {
    if (promise.are === 'leastPrivilege') return leastPrivilege(account, view)
    if (promise.are === 'noClusterAdmin') return noClusterAdmin(account, view)
    return keptOut(account, promise.of ?? '', view)
  })
  return [
    ...(parts.length === 0 ? [part('nothing', true, { accounts: here.length })] : parts),
    ...here.flatMap((account) => unreadParts(account, view)),
    ...unseenPart(view),
  ]
}

function unreadParts(account: Account, view: View): readonly AnyPart<Rules>[] {
  return grantsIn(view)
    .unread(account)
    .map((binding) => {
      const said = sayGrant({ role: binding.ref, binding }).replace(/, by .*/, '')
      return part(
        'unread',
        undefined,
        { account, binding: said },
        { at: { source: binding.source, path: ['roleRef'] } },
      )
    })
}

function unseenPart({ estate }: View): readonly AnyPart<Rules>[] {
  const unseen = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => unseenFor(estate, { kind }))
  const who = [...new Set(unseen.map(({ says }) => says))]
  return who.length === 0 ? [] : [part('unseen', undefined, { who })]
}
