// What pod templates carry of rules for nodes, and of rules that keep pods apart.

import type { World } from '../../../src/check/world.ts'
import { matchesLabels } from '../../../src/kubernetes/selector.ts'
import type { Labels } from '../../../src/kubernetes/types.ts'
import { answer, type Claim } from '../../facts/claim.ts'
import { held, listed, type Options } from '../../findings/changing.ts'
import { templateOf } from './objects.ts'

const fields = {
  required: 'requiredDuringSchedulingIgnoredDuringExecution',
  preferred: 'preferredDuringSchedulingIgnoredDuringExecution',
} as const

export const onServers = { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }

/** What is required of nodes first, beside whatever else is. */
export function demands(ref: string, requirement: object): Claim {
  return answer(
    `the first that ${ref} requires of its nodes`,
    (world) => {
      const { nodeSelectorTerms } = held(affinityOf(ref, 'nodeAffinity', world)[fields.required])
      return listed(nodeSelectorTerms).map(({ matchExpressions }) => listed(matchExpressions)[0])
    },
    [requirement],
  )
}

export function prefers(ref: string, preferences: readonly object[]): Claim {
  return answer(
    `the nodes that ${ref} prefers`,
    (world) => affinityOf(ref, 'nodeAffinity', world)[fields.preferred],
    preferences,
  )
}

interface Apart {
  /** The label of nodes that tells one place from another. */
  readonly by: unknown
  /** Of what is preferred. */
  readonly weight?: unknown
  /** Whether its selector takes the pods that carry the rule. */
  readonly findsItsOwn: boolean
}

/** The one rule that keeps pods of a workload apart. */
export function keptApart(ref: string, how: 'required' | 'preferred', rule: Apart): Claim {
  return answer(
    `what keeps pods of ${ref} apart`,
    (world) => {
      const labels = held(templateOf(ref, world).metadata).labels as Labels
      return listed(affinityOf(ref, 'podAntiAffinity', world)[fields[how]]).map((one): Apart => {
        const { topologyKey: by, labelSelector } = how === 'required' ? one : held(one.podAffinityTerm)
        const findsItsOwn = matchesLabels(held(labelSelector), labels)
        return how === 'required' ? { by, findsItsOwn } : { by, weight: one.weight, findsItsOwn }
      })
    },
    [rule],
  )
}

function affinityOf(ref: string, which: 'nodeAffinity' | 'podAntiAffinity', world: World): Options {
  return held(held(held(templateOf(ref, world).spec).affinity)[which])
}
