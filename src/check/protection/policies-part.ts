import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { shareOf } from '../count-words.ts'
import { part } from '../define.ts'
import { namesOf } from '../reachability/connection-words.ts'
import { reachable } from '../reachability/reachable.ts'
import type { Words } from '../verdict.ts'
import { type Protected, someOf } from './protected.ts'

export interface PoliciesData {
  readonly namespace: string
  readonly pods: number
  /** Workloads that no policy isolates in both directions. */
  readonly open: readonly string[]
  readonly by: readonly Ref[]
  /** What is said of policies that nobody shows. */
  readonly said?: string
  /** Calls with an end among the open ones: each needs a rule there once they are isolated. */
  readonly calls: readonly { readonly to: string; readonly from: readonly string[] }[]
  readonly count: number
}

// What is said to be there and stands in no object protects nothing, and once it does, it stops what nobody wrote a rule for.
export function policiesPart({ namespace, pods, view }: Protected) {
  const r = reachable(view)
  const by = new Set<Ref>()
  const open = pods.filter(({ workload }) => {
    const at = r.classOf.get(workload) ?? -1
    const sides = [r.isolating.egress[at] ?? [], r.isolating.ingress[at] ?? []]
    for (const { ref } of sides.flat()) by.add(ref)
    return sides.some((isolating) => isolating.length === 0)
  })
  const names = new Set(open.map(({ workload }) => workload))
  const calls = view.estate.facts.filter(
    (fact): fact is FactOf<'calls'> =>
      fact.trait === 'calls' && (names.has(fact.from) || (fact.to.is === 'workload' && names.has(fact.to.workload))),
  )
  const said = view.estate.environments.find((each) => each.namespace === namespace)?.unseenPolicies?.says
  const data: PoliciesData = {
    namespace,
    pods: pods.length,
    open: open.map(({ name }) => name).sort(),
    by: [...by].sort(),
    calls: byTarget(calls, namespace),
    count: calls.length,
    ...(said !== undefined && { said }),
  }
  return part('policies', pods.length === 0 ? undefined : open.length === 0, data, {
    cause: `no-default-deny/${view.estate.cluster}/${namespace}`,
    hint: 'policies: { defaultDeny: true, dns: true, calls: true }, or a NetworkPolicy with an empty podSelector and a rule for each call',
  })
}

function byTarget(calls: readonly FactOf<'calls'>[], namespace: string): PoliciesData['calls'] {
  const name = (ref: Ref) => {
    const parts = partsOf(ref)
    return parts.namespace === namespace ? parts.name : `${parts.namespace}/${parts.name}`
  }
  const groups = Map.groupBy(calls, ({ to }) =>
    to.is === 'workload' ? `${name(to.workload)} at ${to.protocol} ${to.port}` : to.name,
  )
  return [...groups]
    .map(([to, group]) => ({ to, from: [...new Set(group.map(({ from }) => name(from)))].sort() }))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
}

export function policiesWords({ namespace, pods, open, by, said, calls, count }: PoliciesData): Words {
  if (pods === 0) return { line: `nothing runs in ${namespace} that policies could isolate` }
  if (open.length === 0)
    return {
      line: `${pods === 1 ? 'the one workload' : `each of the ${pods} workloads`} of ${namespace} is isolated in both directions: ${namesOf(by)}`,
    }
  const told = said === undefined ? '' : `; '${said}' is said of it and shown by no object`
  const needed =
    count === 0 ? '' : `, and ${count === 1 ? '1 call would need a rule' : `${count} calls would need rules`} there`
  return {
    line: `no policy isolates ${shareOf(open.length, pods, 'workload')} of ${namespace} in both directions${told}${needed}`,
    rows: [
      ['not isolated', someOf(open)] as const,
      ...calls.map(({ to, from }) => [to, `called by ${someOf(from)}`] as const),
    ],
  }
}
