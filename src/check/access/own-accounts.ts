// Two workloads on one account cannot be told apart by rights, nor in the audit log.

import type { Account } from '../../engine/access/grants.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'
import { accountOf, runningAs } from './account-tables.ts'

export type OwnRules = {
  own: { readonly accounts: number }
  shared: { readonly account: Account; readonly by: readonly string[] }
}

export function ownAccounts(pods: readonly PodClass[], view: View): readonly AnyPart<OwnRules>[] {
  const accounts = [...new Set(pods.map(accountOf))].sort()
  const shared = accounts.flatMap((account) => {
    const by = (runningAs(view).get(account) ?? []).map(({ name }) => name).sort()
    const [first] = pods.filter((pod) => accountOf(pod) === account)
    return by.length < 2
      ? []
      : [
          part(
            'shared',
            false,
            { account, by },
            {
              cause: `shared-account/${account}`,
              hint: 'account: a name of its own for each',
              at: first && { source: first.source, path: ['spec', 'template', 'spec', 'serviceAccountName'] },
            },
          ),
        ]
  })
  return shared.length > 0 ? shared : [part('own', true, { accounts: accounts.length })]
}

export const ownWords = {
  own: ({ accounts }: OwnRules['own']) =>
    accounts === 1 ? 'one workload, one account' : `${accounts} workloads, ${accounts} accounts`,
  shared: ({ account, by }: OwnRules['shared']) => `${by.length} workloads run as ${account}: ${by.join(', ')}`,
}
