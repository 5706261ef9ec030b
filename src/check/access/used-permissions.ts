// What the pods that run as an account are known to ask of the API: what is declared of them, and what a tool that
// copies a store from inside its pod needs.

import { type AccessRule, allows, type Permission } from '../../engine/access/access-rule.ts'
import type { Account } from '../../engine/access/grants.ts'
import type { Assumption } from '../../engine/assumption.ts'
import { execNeeds } from '../../knowledge/api-needs.ts'
import { dumpProgramIn } from '../../knowledge/dump-programs.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { runningAs } from './account-tables.ts'

export interface Need {
  readonly rule: AccessRule
  readonly of: Ref
  /** What it rests on that this is needed; absent where somebody declares it. */
  readonly assumption?: Assumption
}

/** By workload. */
const needsByWorkload = table(({ estate }): ReadonlyMap<Ref, readonly Need[]> => {
  const found = new Map<Ref, Need[]>()
  const add = (need: Need) => found.set(need.of, [...(found.get(need.of) ?? []), need])
  for (const fact of estate.facts)
    if (fact.trait === 'usesApi') for (const rule of fact.rules) add({ of: fact.of, rule: { ...rule, urls: [] } })
  for (const fact of estate.facts) {
    if (fact.trait !== 'backsUp' || fact.standing.is !== 'carried' || found.has(fact.standing.by)) continue
    const of = fact.standing.by
    if (dumpProgramIn([fact.by]) === undefined) continue
    const { namespace, name } = partsOf(of)
    const assumption: Assumption = {
      id: `dumps-by-exec/${estate.cluster}/${namespace}/${name}`,
      says: `${name} runs ${fact.by} inside the pod of its store (kubectl exec), and not over the network`,
      kind: 'outside',
    }
    for (const rule of execNeeds) add({ of, rule: { names: [], urls: [], ...rule }, assumption })
  }
  return found
})

export function needsOf(account: Account, view: View): readonly Need[] {
  return (runningAs(view).get(account) ?? []).flatMap(({ workload }) => needsByWorkload(view).get(workload) ?? [])
}

/** The first need that explains a permission, those that are declared first; what is denied explains nothing. */
export function explains(needs: readonly Need[], permission: Permission, { denied }: View): Need | undefined {
  const standing = needs.filter(({ assumption }) => assumption === undefined || !denied.has(assumption.id))
  const all = standing.filter(({ rule }) => allows(rule, permission))
  return all.find(({ assumption }) => assumption === undefined) ?? all[0]
}
