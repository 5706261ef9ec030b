// Which accounts there are, who runs as them, and what they may do: asked by every rule on accounts.

import { actsAs, type Step } from '../../engine/access/acts-as.ts'
import { type Account, type Grants, grantsOf } from '../../engine/access/grants.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { textOf } from '../../engine/pods/untrusted.ts'
import { sortedBy } from '../../estate/order.ts'
import { table } from '../world.ts'

export function accountOf({ namespace, spec }: PodClass): Account {
  return `${namespace}/${textOf(spec.serviceAccountName) ?? textOf(spec.serviceAccount) ?? 'default'}`
}

/** The workloads that run as each account. */
export const runningAs = table(({ pods }): ReadonlyMap<Account, readonly PodClass[]> => Map.groupBy(pods, accountOf))

export const grantsIn = table((view): Grants => grantsOf(view.estate, runningAs(view).keys()))

/** What each account can act as, and by which steps. */
export const actingIn = table((view): ((account: Account) => ReadonlyMap<Account, readonly Step[]>) => {
  const grants = grantsIn(view)
  const running = [...runningAs(view)].map(([account, pods]) => ({ account, names: pods.flatMap(knownNames) }))
  const ordered = sortedBy(running, ({ account }) => account)
  const inNamespace = Map.groupBy(ordered, ({ account }) => account.slice(0, account.indexOf('/')))
  const known = new Map<Account, ReadonlyMap<Account, readonly Step[]>>()
  return (account) => {
    const found =
      known.get(account) ??
      actsAs(account, grants, (namespace) => (namespace === '' ? ordered : (inNamespace.get(namespace) ?? [])))
    known.set(account, found)
    return found
  }
})

/** Those that do not end in letters drawn by a controller. */
function knownNames({ kind, podNames }: PodClass): readonly string[] {
  return kind === 'StatefulSet' || kind === 'Pod' ? podNames : []
}
