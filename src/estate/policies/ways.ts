// The ways that are declared on a cluster: who opens a connection to whom, from pods, to pods, or across its edge.

import type { Ref } from '../../kubernetes/types.ts'
import { targetIn } from '../../platform/derive.ts'
import type { Cluster, Environment } from '../../platform/model.ts'
import type { EstateObject, Fact } from '../estate.ts'
import { calleesOf } from '../facts/callees.ts'
import { grantedAccounts } from '../granted-accounts.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { podsOfObject } from './pods-of-object.ts'

/** Pods of a workload, or a block of addresses outside. */
export type WayEnd = { readonly workload: Ref } | { readonly block: string }

export interface Way {
  readonly from: WayEnd
  readonly to: WayEnd
  readonly port?: number
  readonly protocol: 'TCP' | 'UDP' | 'SCTP'
}

export interface Declared {
  readonly cluster: Cluster
  readonly environments: readonly Environment[]
  readonly members: readonly Member[]
  readonly facts: readonly Fact[]
}

export function waysOf(declared: Declared, objects: readonly EstateObject[]): readonly Way[] {
  return [
    ...calledWays(declared.facts),
    ...waysAmong(declared.facts, objects),
    ...waysIn(declared),
    ...waysToApi(declared.cluster, objects),
  ]
}

// What is called outside without an address cannot be let through by a policy: there the call stays shut.
function calledWays(facts: readonly Fact[]): Way[] {
  return facts.flatMap((fact): Way[] => {
    if (fact.trait !== 'calls' || fact.to.is === 'absent') return []
    const { from, to } = fact
    if (to.is === 'workload')
      return [{ from: { workload: from }, to: { workload: to.workload }, port: to.port, protocol: to.protocol }]
    if (to.address === undefined) return []
    const end = { from: { workload: from }, to: { block: to.address }, protocol: 'TCP' as const }
    return [to.port === undefined ? end : { ...end, port: to.port }]
  })
}

/** Members of one workload that follow each other do so at the ports that they answer on. */
function waysAmong(facts: readonly Fact[], objects: readonly EstateObject[]): Way[] {
  const following = new Set(
    facts.flatMap((fact) => (fact.trait === 'replicates' && fact.mode !== 'none' ? [fact.of] : [])),
  )
  return objects
    .filter(({ ref }) => following.has(ref))
    .flatMap((object) => {
      const own = { from: { workload: object.ref }, to: { workload: object.ref } }
      return (podsOfObject(object)?.ports ?? []).map((at) => ({ ...own, ...at }))
    })
}

/** From outside: at its addresses where somebody says them, else from anywhere. */
function waysIn({ members }: Declared): Way[] {
  return members.flatMap(({ component, environment, traits }) => {
    if (traits.runs.some(({ controller }) => controller !== 'outside')) return []
    const blocks = traits.runs.flatMap(({ at }) => at ?? [])
    const from = blocks.length > 0 ? blocks : ['0.0.0.0/0', '::/0']
    return traits.calls.flatMap((called) => {
      const target = targetIn(environment, called)
      const meant = target.is === 'port' ? target.component : target
      if (meant.name === component.name) return []
      return calleesOf(meant, environment, members)
        .flatMap(({ workloads, traits: { metered } }) =>
          workloads.flatMap((placed) =>
            placed.workload.ports
              .filter(({ name }) => (target.is === 'port' ? name === target.port : name !== metered?.port))
              .map(({ port, protocol }) => ({ to: { workload: refOfWorkload(placed) }, port, protocol })),
          ),
        )
        .flatMap((way) => from.map((block) => ({ from: { block }, ...way })))
    })
  })
}

/** Pods whose account is granted something can use it at the API server only. */
function waysToApi({ api }: Cluster, objects: readonly EstateObject[]): Way[] {
  if (!api) return []
  const granted = grantedAccounts(objects)
  return objects.flatMap((object) => {
    const pods = podsOfObject(object)
    if (!pods || !granted.has(`${pods.namespace}/${pods.account}`)) return []
    return api.at.map((block) => ({
      from: { workload: object.ref },
      to: { block },
      port: api.port,
      protocol: 'TCP' as const,
    }))
  })
}
