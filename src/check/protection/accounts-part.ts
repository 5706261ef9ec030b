import type { PodClass } from '../../engine/pods/pod-class.ts'
import { grantedAccounts } from '../../estate/granted-accounts.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { shareOf } from '../count-words.ts'
import { part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { type Protected, someOf } from './protected.ts'

export interface AccountsData {
  readonly namespace: string
  readonly pods: number
  /** Workloads that run as the namespace's default account. */
  readonly unnamed: readonly string[]
  /** Bindings that give an account of the namespace rights beyond it. */
  readonly beyond: readonly Ref[]
  /** Bindings in it that give rights to accounts of other namespaces. */
  readonly foreign: readonly Ref[]
}

// Rights end at a namespace where its workloads have accounts of their own, none of them is bound beyond it, and nobody
// else's is bound in it.
export function accountsPart({ namespace, pods, view }: Protected) {
  const beyond = new Set<Ref>()
  const foreign = new Set<Ref>()
  for (const [account, bindings] of grantedAccounts(view.estate.objects))
    for (const binding of bindings) {
      const isOwn = account.startsWith(`${namespace}/`)
      const within = partsOf(binding).namespace
      if (isOwn && within !== namespace) beyond.add(binding)
      if (!isOwn && within === namespace) foreign.add(binding)
    }
  const unnamed = pods.filter((pod) => accountOf(pod) === 'default').map(({ name }) => name)
  const data: AccountsData = {
    namespace,
    pods: pods.length,
    unnamed: unnamed.sort(),
    beyond: [...beyond].sort(),
    foreign: [...foreign].sort(),
  }
  const holds = unnamed.length + beyond.size + foreign.size === 0
  return part('accounts', pods.length === 0 ? undefined : holds, data, {
    cause: `shared-accounts/${view.estate.cluster}/${namespace}`,
    hint: 'account: a name of its own for each workload, and roles that end at the namespace',
  })
}

function accountOf({ spec }: PodClass): string {
  const { serviceAccountName } = spec
  return typeof serviceAccountName === 'string' && serviceAccountName !== '' ? serviceAccountName : 'default'
}

export function accountsWords({ namespace, pods, unnamed, beyond, foreign }: AccountsData): Words {
  if (pods === 0) return { line: `nothing runs in ${namespace} that could have an account` }
  if (unnamed.length + beyond.length + foreign.length === 0)
    return {
      line: `${pods === 1 ? 'the one workload' : `each of the ${pods} workloads`} of ${namespace} has an account, whose rights end there`,
    }
  const rows = [
    ['as the default account', someOf(unnamed)],
    ['rights beyond it', someOf(beyond)],
    ['rights of others in it', someOf(foreign)],
  ] as const
  return {
    line: `accounts do not keep ${namespace} apart: ${shareOf(unnamed.length, pods, 'workload')} ${unnamed.length === 1 ? 'has' : 'have'} none of their own, ${crossing(beyond.length + foreign.length)}`,
    rows: rows.filter(([, text]) => text !== ''),
  }
}

function crossing(bindings: number): string {
  return bindings === 1 ? '1 binding crosses its edge' : `${bindings} bindings cross its edge`
}
